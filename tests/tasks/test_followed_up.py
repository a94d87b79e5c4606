"""What papers tell of fulfilment and uptake: who says so, with notes; suggested links told as such."""

from dataclasses import replace

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from onrecord.model.written import marks_of
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks import NewAssessment, assess, judge, withdraw_assessment
from onrecord.tasks.citing import cite
from onrecord.tasks.drafting import draft_paper
from onrecord.tasks.finishing import export_paper, finish_paper
from onrecord.tasks.followed_up import assessed, taken_up
from onrecord.tasks.links import uptake_of
from onrecord.tasks.paper_checks import check_paper
from onrecord.tasks.papers_written import new_paper
from onrecord.writing.assembled import assemble
from tasks.written import example, whole_example  # noqa: F401  fixtures

ITEM, OTHER = "A/HRC/52/97#52.3", "A/HRC/52/97#49.6"
NOT = NewAssessment("not", "NGO", "Quay Voices", "They still wait.", (ITEM,), date="2025-05-12")
HALF = NewAssessment("partially", "national institution", "Selm Ombud", evidence=("https://example.org/a",))


def test_each_voice_is_told_with_its_evidence(example: Archive) -> None:  # noqa: F811
    assess(example, ITEM, NOT, who="Ann")
    assess(example, ITEM, replace(HALF, date="2025-06-01"), who="Ann")
    (ombud, quay) = assessed(example, [ITEM, OTHER])[ITEM]
    assert ombud == ("partially implemented, says Selm Ombud, 1 June 2025 (source: https://example.org/a)", ())
    assert quay[0] == "not implemented, says Quay Voices, 12 May 2025: They still wait"
    assert [one.paper.symbol for one in quay[1]] == ["A/HRC/52/97"]
    assert assessed(example, [OTHER]) == {}
    assert [said for said, _ in assessed(example, [ITEM], voices=["quay voices"])[ITEM]] == [quay[0]]
    assert assessed(example, [ITEM], language="ru")[ITEM][1][0].startswith("не выполнена, говорит Quay Voices")


def test_of_a_voice_what_it_said_before_that_day(example: Archive) -> None:  # noqa: F811
    assess(example, ITEM, replace(NOT, date="2024-01-02"), who="Ann")
    assess(example, ITEM, replace(NOT, level="fully", date="2025-03-04"), who="Ann")
    ((early, _),) = assessed(example, [ITEM], before="2025-01-01")[ITEM]
    assert early.startswith("not implemented")
    assert assessed(example, [ITEM], before="2020-01-01")[ITEM] == ()


def test_an_assessment_can_be_cited_and_other_voices_are_told(example: Archive) -> None:  # noqa: F811
    one = assess(example, ITEM, NOT, who="Ann")
    assess(example, ITEM, HALF, who="Ann")
    paper = new_paper(example, "Mine", f"It was not done.[@assessment:{one.id}]", state="XAV", who="Ann")
    page = export_paper(example, paper.id, "md").decode()
    assert "[^1]: Assessment: not implemented, says Quay Voices, 12 May 2025: They still wait; A/HRC/52/97" in page
    remarks = {remark.kind: remark.what for remark in check_paper(example, paper.id)}
    assert "partially implemented, says Selm Ombud" in remarks["contradicted"]
    withdraw_assessment(example, one.id, who="Ann")
    assert "nowhere" in {remark.kind for remark in check_paper(example, paper.id)}


def proposals(archive: Archive) -> list[tables.Proposal]:
    rows = tables.Proposal.objects.using(archive.alias).filter(voice="publisher", document__state="XAV")
    return list(rows.select_related("document").order_by("document__date", "document", "order"))


def test_uptake_is_told_with_numbers_and_as_suggested(example: Archive) -> None:  # noqa: F811
    rows = proposals(example)
    found = taken_up(example, rows)
    assert found
    linked = [(said, cited) for told in found.values() for said, cited in told if cited]
    assert linked
    for said, (cited,) in linked:
        assert said.startswith((f"same ask: {cited.number}", f"same subject: {cited.number}"))
        assert "(suggested, 0." in said or "(suggested, 1." in said
    assert taken_up(example, rows, before="2020-01-01") == {}


def test_a_judged_link_is_no_suggestion_and_a_wrong_one_is_left_out(example: Archive) -> None:  # noqa: F811
    every = [
        row for paper in {one.document.sha256 for one in proposals(example)} for row in uptake_of(example, paper).rows
    ]
    row = next(one for one in every if one.links and one.decision is one.links[0].kind)
    link = row.links[0]
    key = row.row.proposal.id
    first = judge(example, link.target, "verdict", "right", reason="", who="Ann")
    said = [words for words, _ in taken_up(example, proposals(example))[key]]
    assert f"{link.kind.value}: {link.other.number}" in said
    judge(example, link.target, "verdict", "wrong", reason="", based_on=first.id, who="Ann")
    said = [words for words, _ in taken_up(example, proposals(example))[key]]
    assert not any(words.split(": ")[-1].split(" ")[0] == link.other.number for words in said)


def test_the_same_queries_for_one_and_for_many(example: Archive) -> None:  # noqa: F811
    one = assess(example, ITEM, NOT, who="Ann")
    assess(example, OTHER, HALF, who="Ann")
    rows = proposals(example)
    found = taken_up(example, rows)  # links are worked out once
    linked = next(row for row in rows if any(cited for _, cited in found.get(row.key, ())))
    counts = []
    for some, keys in (([linked], [ITEM]), (rows, [ITEM, OTHER])):
        with CaptureQueriesContext(connections[example.alias]) as captured:
            taken_up(example, some)
            assessed(example, keys)
            cite(
                example, [reference for mark in marks_of(f"[@assessment:{one.id}]")[0] for reference in mark.references]
            )
        counts.append(len(captured))
    # Passages that raise something are looked up where there are some: one query for each kind, however many.
    assert counts[1] - counts[0] in (0, 1)
    assert counts[1] <= 24


@pytest.mark.parametrize("language", ["en", "kk"])
def test_a_statement_has_a_row_for_each_proposal(example: Archive, language: str) -> None:  # noqa: F811
    paper = draft_paper(example, "XAV", cycle=4, outline="statement", language=language, who="Ann").paper
    finished = finish_paper(example, paper.id)
    (rows,) = [table for table in finished.tables if table and table[0].kind == "proposal"]
    assert all(row.followed for row in rows)
    assert len(assemble(finished).notes) > len(rows)


def test_a_draft_tells_levels_where_there_are_any(example: Archive) -> None:  # noqa: F811
    before = draft_paper(example, "XAV", cycle=4, who="Ann").paper
    assert "assessed=yes" not in before.current.text
    one = assess(example, ITEM, NOT, who="Ann")
    after = draft_paper(example, "XAV", cycle=4, who="Ann").paper
    assert "assessed=yes" in after.current.text
    assert f"[@assessment:{one.id}]" in after.current.text
    assert "not implemented, says Quay Voices" in assemble(finish_paper(example, after.id)).body
