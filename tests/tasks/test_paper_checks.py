"""What a paper is looked through for before it leaves."""

import pytest

from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks import Audience, seen_by
from onrecord.tasks.drafting import draft_paper
from onrecord.tasks.finishing import export_paper, preview_paper
from onrecord.tasks.paper_checks import Remark, check_paper
from onrecord.tasks.papers_written import new_paper
from onrecord.tasks.wordings import help_wording
from onrecord.vocabulary.actions import action_of
from onrecord.writing.wording import wording_of
from tasks.written import example, whole_example  # noqa: F401  fixtures


def checked(archive: Archive, text: str, *, outline: str = "briefing") -> list[Remark]:
    paper = new_paper(archive, "Mine", text, outline=outline, state="XAV", who="Ann")
    return list(check_paper(archive, paper.id))


def key_of(archive: Archive, words: str) -> str:
    row = tables.Claim.objects.using(archive.alias).filter(text__contains=words).first()
    assert row
    return str(row.key)


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("One.\n\nTwo [@A/HRC/52/97].", "unreadable", 3),
        ("Two.[@A/HRC/52/97#999.1]", "nowhere", 1),
        ("Seventeen workers died.", "no source", 1),
        ("It was asked.[@A/HRC/52/97#52.3] In 2023 it was done again, by order.", "no source", 1),
        ("The report says “nothing of the kind was ever said”.[@A/HRC/52/97#52.3]", "not there", 1),
        ("It was left as it is.[@A/HRC/52/97#52.3 noted]", "outdated", 1),
        ("Arvenia noted the recommendation.[@A/HRC/52/97#52.3]", "outdated", 1),
        ("## Recommendations\n\nRepeal Article 214.", "no addressee", 3),
        ("[gap: Nothing yet.]", "gap", 1),
    ],
)
def test_each_kind_is_found_with_its_line(example: Archive, text: str, kind: str, line: int) -> None:  # noqa: F811
    found = checked(example, text)
    assert (kind, line) in {(one.kind, one.line) for one in found}
    assert all(one.what and one.advice for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Arvenia supported it in the end.[@A/HRC/52/97#52.3 supported]",
        "It first noted, then supported it.[@A/HRC/52/97#52.3]",
        "Arvenia was asked to “Record on video every questioning by the police”.[@A/HRC/52/97#52.3]",
        "## Recommendations to the Government\n\nRepeal Article 214.",
        "## Recommendations\n\nParliament should repeal Article 214.",
        "## A heading of 2023",
    ],
)
def test_what_is_right_is_left_alone(example: Archive, text: str) -> None:  # noqa: F811
    assert checked(example, text) == []


def test_a_figure_that_another_source_contradicts(example: Archive) -> None:  # noqa: F811
    one, other = key_of(example, "At least 17 people"), key_of(example, "12 people were killed")
    (remark,) = checked(example, f"At least 17 people were killed.[@claim:{one}]")
    assert (remark.kind, remark.note) == ("contradicted", 1)
    assert "12 people" in remark.what
    assert not checked(example, f"17 were killed,[@claim:{one}] or 12.[@claim:{other}]")


def test_a_person_who_is_not_cleared(example: Archive) -> None:  # noqa: F811
    row = tables.Named.objects.using(example.alias).filter(name__contains="Tuvarova").first()
    assert row and row.at_risk
    text = f"Lena Tuvarova was arrested.[@claim:{key_of(example, 'Lena Tuvarova')}]"
    (remark,) = checked(example, text)
    assert remark.kind == "name"
    assert "Tuvarova" in remark.what
    paper = new_paper(example, "About Lena Tuvarova", text, state="XAV", who="Ann")
    with seen_by(Audience.OTHERS):
        for form in ("md", "html"):
            left = export_paper(example, paper.id, form).decode()
            assert "Tuvarova" not in left
            assert "name withheld" in left


def test_too_long(example: Archive) -> None:  # noqa: F811
    words = "word " * 3000
    found = checked(example, f"{words}.[@A/HRC/52/97#52.3]", outline="submission")
    (remark,) = [one for one in found if one.kind == "too long"]
    assert "2,815 are allowed (limit not verified)" in remark.what
    assert not [one for one in checked(example, words) if one.kind == "too long"]


def test_notes_are_counted_where_tables_stand_before(example: Archive) -> None:  # noqa: F811
    text = "[@table: recommendations number=52.3]\n\nArvenia noted it.[@A/HRC/52/97#52.3]"
    (remark,) = checked(example, text)
    assert (remark.kind, remark.note) == ("outdated", 2)


def test_a_first_draft_has_nothing_wrong_but_its_gaps_and_names(example: Archive) -> None:  # noqa: F811
    paper = draft_paper(example, "XAV", cycle=4, who="Ann").paper
    assert {one.kind for one in check_paper(example, paper.id)} <= {"gap", "name"}


def test_the_preview_counts_against_the_limit(example: Archive) -> None:  # noqa: F811
    paper = new_paper(example, "Two words", "Three more words.", outline="submission", state="XAV", who="Ann")
    shown = preview_paper(example, paper.id)
    assert shown.assembled.words == 2 + 2 + 3  # title, "Stakeholder submission", text
    assert shown.limit == 2815
    assert "not verified" in shown.limit_note


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Continue and strengthen its efforts", 4),
        ("Continue its efforts", 2),
        ("Consider ratifying the Optional Protocol", 3),
        ("Repeal Article 214", 5),
        ("Take steps to protect lawyers", 4),
        ("Step up its efforts", 4),
        ("Welcome the visit", None),
    ],
)
def test_the_action_of_a_recommendation(text: str, category: int | None) -> None:
    action = action_of(text)
    assert (action.category if action else None) == category


def test_what_a_recommendation_lacks() -> None:
    assert wording_of("Protect lawyers").missing == ("addressee", "law", "date")
    assert wording_of("Parliament should repeal Article 214 before the next review").missing == ()
    assert wording_of("The Government should repeal Article 214").action == action_of("repeal")


def test_what_was_recommended_before_is_told_with_its_answer(example: Archive) -> None:  # noqa: F811
    text = "## Recommendations to the Government\n\n- Record every questioning by the police on video.\n"
    paper = new_paper(example, "Mine", text, state="XAV", who="Ann")
    (one,) = help_wording(example, paper.id)
    assert [row.number for row in one.made_before] == ["52.3"]
    assert one.accepted == one.made_before
    assert one.wording.missing == ("law", "date")
