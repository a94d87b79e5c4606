"""The bundled paper two years after the review: what speaks against Arvenia's own word, and what does not."""

from pathlib import Path

import pytest

from onrecord import tasks

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORT = "A/HRC/52/97"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tasks.Archive:
    path = tmp_path_factory.mktemp("since") / "xav.onrecord"
    opened = tasks.open_archive(path, passphrase="", create=True)
    added = tasks.add_documents(opened, [EXAMPLES / "arvenia" / "papers", EXAMPLES / "arvenia-since"], workers=1)
    assert not added.failed
    return opened


def test_three_things_are_told_otherwise_and_one_share_against_another(archive: tasks.Archive) -> None:
    found = tasks.list_comparisons(archive, kind="contradiction", state="XAV")
    told = {side.claim for one in found for side in one.sides if side.claim.startswith(REPORT)}
    assert told == {f"{REPORT}#48.9", f"{REPORT}#49.2", f"{REPORT}#49.6"}  # and not 49.5, which is confirmed
    assert sorted(one.verdict for one in found) == ["other shares", *["said done, told otherwise later"] * 3]


def test_level_claim_and_contradiction_of_one_recommendation(archive: tasks.Archive) -> None:
    (against,) = tasks.comparisons_about(archive, f"{REPORT}#49.6")
    claim = next(side.claim for side in against.sides if side.claim.startswith("claim-"))
    said = tasks.NewAssessment("not", "NGO", "Lantern Watch", "They still wait.", (claim,), date="2025-05-12")
    tasks.assess(archive, f"{REPORT}#49.6", said, who="Ilva")
    shown = tasks.assessments_of(archive, f"{REPORT}#49.6")
    assert [word.says for word in shown.state_words] == ["done"]
    assert [voice.last.level for voice in shown.voices] == ["not"]
    (cycle,) = tasks.state_progress(archive, "XAV").cycles
    assert (cycle.supported, cycle.unassessed, cycle.contradicted) == (30, 29, 3)
    assert [share.value for share in tasks.state_progress(archive, "XAV").shares] == [80, 35]
