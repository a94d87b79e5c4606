"""First drafts: every sentence with a note whose place holds its words, nothing too late, nothing written over."""

import re

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from onrecord.model.written import Reference, blocks_of, drafted, marks_of, text_of
from onrecord.store import documents, tables
from onrecord.store.archive import Archive
from onrecord.tasks.citing import cite
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.drafting import draft_paper, redraft_paper
from onrecord.tasks.drafting_subjects import speaks_of
from onrecord.tasks.finishing import export_paper, finish_paper
from onrecord.tasks.papers_written import new_paper, save_paper, show_written
from onrecord.vocabulary import outlines
from onrecord.writing.assembled import assemble
from tasks.written import example, whole_example  # noqa: F401  fixtures


def words_of(text: str) -> str:
    return " ".join(re.sub(r"[\\\u2066-\u2069]", "", text).split())


def test_every_quotation_stands_at_the_place_of_its_note(example: Archive) -> None:  # noqa: F811
    paper = draft_paper(example, "XAV", cycle=4, subject="lawyer, reporter, killed", who="Ann").paper
    finished = finish_paper(example, paper.id)
    quoted = re.findall(r"“((?:(?!\.\[@).)+)”\.\[@([^\]]+)\]", paper.current.text)
    assert len(quoted) > 12
    for quote, target in quoted:
        (reference,) = [one for mark in marks_of(f"[@{target}]")[0] for one in mark.references]
        cited = finished.cited[reference.id]
        row = tables.Document.objects.using(example.alias).get(sha256=cited.place.sha256)
        start, end = cited.sentence or (cited.place.start, cited.place.end)
        assert words_of(quote) in words_of(
            documents.load(row).text[min(start, cited.place.start) : max(end, cited.place.end)]
        )


def test_every_sentence_has_its_note_or_is_a_heading_a_table_or_a_gap(example: Archive) -> None:  # noqa: F811
    paper = draft_paper(example, "XAV", cycle=4, who="Ann").paper
    for block in blocks_of(paper.current.text):
        assert block.text.startswith(("## ", "[gap:", "[@table:")) or block.text.endswith("]"), block.text


def test_conflicts_are_told_as_conflicts_with_both_figures(example: Archive) -> None:  # noqa: F811
    text = draft_paper(example, "XAV", cycle=4, subject="killed", who="Ann").paper.current.text
    (conflict,) = [block for block in blocks_of(text) if "17 people" in block.text]
    assert conflict.text.startswith("Sources differ.")
    assert "Office of the Prosecutor-General, as told by Bridge for Defenders: “12 people" in conflict.text
    assert conflict.text.count("[@claim:") == 2


def test_only_what_was_published_before_the_day(example: Archive) -> None:  # noqa: F811
    done = draft_paper(example, "XAV", cycle=4, before="2022-10-03", who="Ann")
    cited = finish_paper(example, done.paper.id).cited.values()
    assert {one.paper.publishers for one in cited} == {("Lantern Watch",)}
    assert done.later == 5
    assert set(done.undated) == {
        "UPR of Arvenia (4th Cycle - 41st Session) Thematic list of recommendations Page",
        "ADVANCE QUESTIONS TO ARVENIA",
    }
    assert "[gap: No source yet on recommendations" in done.paper.current.text


def test_an_answer_that_came_later_is_not_told(example: Archive) -> None:  # noqa: F811
    early = draft_paper(example, "XAV", cycle=4, before="2023-02-01", subject="questioning", who="Ann").paper
    late = draft_paper(example, "XAV", cycle=4, subject="questioning", who="Ann").paper
    told = [assemble(finish_paper(example, paper.id)).body for paper in (early, late)]
    assert "noted, then supported" not in told[0]
    assert "noted, then supported" in told[1]


@pytest.mark.parametrize("outline", outlines.names())
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_outline_can_be_drafted_and_exported(example: Archive, outline: str, language: str) -> None:  # noqa: F811
    paper = draft_paper(example, "XAV", cycle=4, outline=outline, language=language, who="Ann").paper
    headings = [block for block in blocks_of(paper.current.text) if block.text.startswith("## ")]
    assert len(headings) == len(outlines.sections(outline))
    assert export_paper(example, paper.id, "pdf").startswith(b"%PDF")


def test_drafting_again_leaves_what_people_wrote(example: Archive) -> None:  # noqa: F811
    paper = draft_paper(example, "XAV", cycle=4, subject="lawyer", before="2022-10-01", who="Ann").paper
    blocks = list(blocks_of(paper.current.text))
    one, taken_out = [n for n, block in enumerate(blocks) if "[@claim:" in block.text][:2]
    own = "A sentence that Ben wrote."
    edited = blocks[one].text.replace("Lantern Watch:", "As Lantern Watch put it:")
    blocks[one] = type(blocks[one])(edited, 0, blocks[one].id, blocks[one].fingerprint)
    gone = blocks.pop(taken_out)
    blocks.insert(1, type(gone)(own, 0))
    save_paper(example, paper.id, text_of(blocks), based_on=paper.current.number, who="Ben")
    rows = tables.WrittenPaper.objects.using(example.alias)
    rows.update(before="")  # from now on later papers count, too
    again = redraft_paper(example, paper.id, who="Ann")
    text = again.paper.current.text
    assert own in text
    assert edited in text
    assert gone.text not in text
    assert again.offered
    assert gone.id not in {block.id for block in again.offered}
    assert not {block.id for block in again.offered} & {block.id for block in blocks_of(text)}
    some = again.offered[0]
    taken = redraft_paper(example, paper.id, who="Ann", take=[some.id])
    assert some.text in taken.paper.current.text
    assert edited in taken.paper.current.text


def test_a_gap_that_is_filled_is_no_gap_any_more(example: Archive) -> None:  # noqa: F811
    paper = draft_paper(example, "XAV", cycle=4, subject="lawyer", before="2022-10-01", who="Ann").paper
    assert "[gap: No source yet on recommendations" in paper.current.text
    tables.WrittenPaper.objects.using(example.alias).update(before="")
    again = redraft_paper(example, paper.id, who="Ann")
    assert "[gap: No source yet on recommendations" not in again.paper.current.text


@pytest.mark.parametrize("name", ["Human rights defenders (wide)", "human-rights-defenders-wide"])
def test_a_saved_subject_is_drafted_by_its_definition(example: Archive, name: str) -> None:  # noqa: F811
    paper = draft_paper(example, "XAV", cycle=4, subject=name, who="Ann").paper
    assert "[@table: recommendations state=XAV cycle=4 subject=human-rights-defenders-wide" in paper.current.text
    finished = finish_paper(example, paper.id)
    (table,) = finished.tables
    every = tables.Recommendation.objects.using(example.alias).count()
    assert 0 < len(table) < every


@pytest.mark.parametrize(
    ("said", "is_on"),
    [
        ("two human rights defenders of Lower Selm were fined", True),
        ("activists were held for a night", True),
        ("the lawyer was threatened by a warden", True),
        ("the lawyer spoke of the harbour", False),
        ("boats were registered", False),
    ],
)
def test_claims_are_on_a_saved_subject_by_its_words(example: Archive, said: str, is_on: bool) -> None:  # noqa: F811
    assert speaks_of(example, "Human rights defenders (wide)")(said) is is_on


def test_what_cannot_be_drafted_is_told(example: Archive) -> None:  # noqa: F811
    with pytest.raises(NotAllowed, match="no day"):
        draft_paper(example, "XAV", before="soon", who="Ann")
    with pytest.raises(NotAllowed, match="no State"):
        draft_paper(example, "Arvenia", who="Ann")


def test_the_same_queries_for_forty_references_and_for_four_hundred(example: Archive) -> None:  # noqa: F811
    keys = list(tables.Recommendation.objects.using(example.alias).values_list("key", flat=True))
    claims = list(tables.Claim.objects.using(example.alias).values_list("key", flat=True))
    counts = []
    for many in (40, 400):
        text = "\n\n".join(f"One.[@{keys[n % len(keys)]}; @claim:{claims[n % len(claims)]}]" for n in range(many))
        references: list[Reference] = [one for mark in marks_of(text)[0] for one in mark.references]
        with CaptureQueriesContext(connections[example.alias]) as captured:
            assert cite(example, references)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 10


def test_a_drafted_block_without_words_of_its_own_is_still_known() -> None:
    assert drafted("a b", "x").id == "a_b"


def test_a_paper_of_ones_own(example: Archive) -> None:  # noqa: F811
    paper = new_paper(example, "Mine", "It was noted.[@A/HRC/52/97#52.3 noted]", state="XAV", who="Ann")
    page = export_paper(example, show_written(example, paper.id).id, "md").decode()
    assert "[^1]: A/HRC/52/97, para. 52.3 (Austria, Mexico), p. 7." in page
