"""The public site: what was chosen and nothing else. Private things are planted all over; the check finds each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.errors import NotFound, RunError
from onrecord.model import Kind
from onrecord.store import cases, tables
from onrecord.store.archive import Archive
from onrecord.tasks import NewAssessment, add_to_case, assess, judge, list_documents, open_case, set_case_lock, withdraw
from onrecord.tasks.drafting import draft_paper
from onrecord.tasks.leaks import Public, leaks_in
from onrecord.tasks.papers_written import new_paper, save_paper
from onrecord.tasks.publishing import Leaking, public_files, publish
from onrecord.vocabulary import paper_words
from tasks.written import example, whole_example  # noqa: F401  fixtures

ITEM = "A/HRC/52/97#52.3"
# kind of leak → what is planted
PLANTED = {
    "person": "Lena Tuvarova",
    "person of a case": "Ottoline Brask",
    "file name": "quay-press-release.html",
    "file of coded rows": "coded-by-mirela.csv",
    "place of the archive": "copy.onrecord",
    "author of a decision": "Jorunn Velde",
    "who took a decision back": "Pietro Salm",
    "reason of a decision": "Heard at the closed breakfast in Belmora",
    "author of a version": "Runa Oster",
    "reason of a version": "The lawyer told me so on the phone",
    "title of a draft": "Unfinished business of the harbour",
    "words of a draft": "Nobody has seen this sentence yet, and nobody shall see it before Friday.",
    "older version": "These words were taken out again before the paper was chosen to be public.",
    "author of a draft": "Quiet Harbour Alliance",
    "keeper of cases": "Keeper Ilvanora",
    "publisher that was not chosen": "Lantern Watch",
    "title that was not chosen": "Counsel under pressure: the bar of Arvenia before its review",
    "claim that was not chosen": "Nine lawyers who defended dockers lost their licences in April 2022",
    "proposal that was not chosen": "amend the 2017 Law on Lawyers so that no licence can be suspended",
    "title in a file's own data": "Arvenia: No answer for the dead of the harbour | Quay Press Freedom",
    "sha256": "",  # filled in below, as all that are empty
    "case id": "",
    "key of a claim": "",
    "image data": '<img src="data:image/png;base64,AAAA">',
    "comment": "<!-- Jorunn Velde -->",
    "in two marks": "Lena <b>Tuva</b>rova",
    "escaped": "Jorunn&#32;Velde",
    "in a script": '<script>const a = "\\u004aorunn Velde";</script>',
}


@dataclass(frozen=True)
class House:
    archive: Archive
    written: str
    planted: dict[str, str]


@pytest.fixture
def house(example: Archive) -> Iterator[House]:  # noqa: F811
    planted = dict(PLANTED)
    one = judge(example, ITEM, "verdict", "right", reason=planted["reason of a decision"], who="Jorunn Velde")
    withdraw(example, one.id, who=planted["who took a decision back"])
    tables.CodedSource.objects.using(example.alias).create(
        sha256="0" * 64, name=planted["file of coded rows"], imported=datetime.now(UTC), rows=0
    )
    draft = new_paper(
        example,
        planted["title of a draft"],
        planted["words of a draft"],
        state="XAV",
        authors=[planted["author of a draft"]],
        who=planted["author of a version"],
    )
    own = new_paper(example, "What became of 52.3", planted["older version"], state="XAV", who="Runa Oster")
    text = "It was asked to record every questioning.[@A/HRC/52/97#52.3 supported]"
    save_paper(example, own.id, text, based_on=1, who="Runa Oster", reason=planted["reason of a version"])
    rights = set_case_lock(example, "seven grey herons", who=planted["keeper of cases"])
    case = open_case(example, planted["person of a case"], rights=rights, reason="at risk")
    add_to_case(example, case.id, "note", "sleeps elsewhere", rights=rights)
    row = tables.Document.objects.using(example.alias).get(name__endswith="bridge-briefing.pdf")
    planted["sha256"] = row.sha256
    planted["case id"] = case.id
    claim = tables.Claim.objects.using(example.alias).filter(document=row).first()
    assert claim and draft and cases.keepers(example)
    planted["key of a claim"] = claim.key
    yield House(example, own.id, planted)


def files_of(house: House) -> tuple[dict[str, bytes], Public]:
    files, _, public = public_files(
        house.archive, title="Arvenia", reviews=[("XAV", 4)], papers=[], written=[house.written]
    )
    return files, public


def test_nothing_that_was_planted_is_published(house: House, tmp_path: Path) -> None:
    done = publish(house.archive, tmp_path / "site", title="Arvenia", reviews=[("XAV", 4)], written=[house.written])
    assert (done.reviews, done.recommendations) == (1, 41)
    text = "\n".join(path.read_text(encoding="utf-8") for path in (tmp_path / "site").iterdir())
    assert "Record on video every questioning" in text
    assert len(house.planted) >= 20
    for kind, words in house.planted.items():
        assert words, kind
        assert words.casefold() not in text.casefold(), kind


@pytest.mark.parametrize("kind", PLANTED)
def test_the_check_refuses_each(house: House, kind: str) -> None:
    files, public = files_of(house)
    assert leaks_in(house.archive, files, public) == ()
    page = files["index.html"].decode()
    planted = page.replace("</main>", f"<p>… {house.planted[kind]} …</p></main>")
    found = leaks_in(house.archive, {**files, "index.html": planted.encode()}, public)
    assert found, kind
    assert {leak.file for leak in found} == {"index.html"}


@pytest.mark.parametrize("name", ["picture.png", "../outside.html", "notes.txt"])
def test_only_plain_pages_are_written(house: House, name: str) -> None:
    files, public = files_of(house)
    assert leaks_in(house.archive, {**files, name: b"x"}, public)


def test_a_leak_stops_everything(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.tasks import publishing

    made = publishing.site_files
    monkeypatch.setattr(publishing, "site_files", lambda site: {**made(site), "extra.html": b"<p>Jorunn Velde</p>"})
    with pytest.raises(Leaking, match="Nothing was written") as caught:
        publish(house.archive, tmp_path / "site", title="Arvenia", reviews=[("XAV", 4)])
    assert caught.value.leaks[0].kind == "author of a decision"
    assert list(tmp_path.glob("*site*")) == []


def test_what_was_chosen_is_there_without_names_that_are_not_cleared(example: Archive, tmp_path: Path) -> None:  # noqa: F811
    chosen = next(row for row in list_documents(example) if row.name.endswith("lantern-watch-submission.pdf"))
    paper = draft_paper(example, "XAV", cycle=4, subject="lawyer", who="Runa Oster").paper
    done = publish(
        example,
        tmp_path / "site",
        title="Arvenia",
        reviews=[("XAV", 4)],
        papers=[chosen.sha256],
        written=[paper.id],
    )
    assert done.withheld > 0
    claims = (tmp_path / "site" / "claims.html").read_text(encoding="utf-8")
    assert "Nine lawyers who defended dockers" in claims
    assert "[name withheld], a lawyer who defended dockers" in claims
    assert "Tuvarova" not in claims + (tmp_path / "site" / "paper-1.html").read_text(encoding="utf-8")
    item = (tmp_path / "site" / "item-A-HRC-52-97-52.3.html").read_text(encoding="utf-8")
    assert "noted, then supported" in item
    assert "A/HRC/52/2, para. 34, p. 4" in item
    assert "No assessment yet." in item


def test_only_the_voices_that_were_chosen_are_public(example: Archive, tmp_path: Path) -> None:  # noqa: F811
    done = {
        "Lantern Watch": NewAssessment("not", "NGO", "Lantern Watch", "They still wait.", ("https://example.org/a",)),
        "Selm Circle": NewAssessment("partially", "NGO", "Selm Circle", "Half of it, we hear.", (f"{ITEM}",)),
    }
    for said in done.values():
        assess(example, ITEM, said, who="Runa Oster")
    page = "item-A-HRC-52-97-52.3.html"

    def told(folder: str, *voices: str) -> str:
        publish(example, tmp_path / folder, title="Arvenia", reviews=[("XAV", 4)], voices=voices)
        return (tmp_path / folder / page).read_text(encoding="utf-8")

    assert "No assessment yet." in told("none")
    one = told("one", "selm circle")
    assert "Partially implemented, says Selm Circle" in one.replace("partially", "Partially")
    assert "Half of it, we hear" in one
    assert "Lantern Watch" not in one
    with pytest.raises(NotFound, match="Nobody of the name"):
        told("nobody", "Quay Voices")
    table = "[@table: recommendations state=XAV number=52.3 assessed=yes]"
    paper = new_paper(example, "Levels", table, state="XAV", who="Runa Oster")
    chosen = {"title": "A", "reviews": [("XAV", 4)], "written": [paper.id]}
    with pytest.raises(Leaking) as caught:
        publish(example, tmp_path / "paper", **chosen, voices=["Selm Circle"])
    assert "assessment that was not chosen" in {leak.kind for leak in caught.value.leaks}
    publish(example, tmp_path / "both", **chosen, voices=["Selm Circle", "Lantern Watch"])


def test_pages_in_several_languages_lead_to_each_other(example: Archive, tmp_path: Path) -> None:  # noqa: F811
    said = NewAssessment("partially", "NGO", "Selm Watch", "Two of five.", ("Our visit, 2025",), date="2025-03")
    assess(example, ITEM, said, who="Ada")
    own = new_paper(example, "What became of 52.3", "Asked.[@A/HRC/52/97#52.3 supported]", state="XAV", who="Ann")
    publish(
        example,
        tmp_path / "site",
        title="Arvenia",
        reviews=[("XAV", 4)],
        written=[own.id],
        voices=["Selm Watch"],
        languages=("fr", "ar", "kk", "fr"),
    )
    pages = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "site").iterdir()}
    plain = {name for name in pages if not name.startswith(("ar-", "kk-", "paper-"))}
    assert {f"{language}-{name}" for name in plain for language in ("ar", "kk")} == set(pages) - plain - {
        "paper-1.html"
    }
    item = "item-A-HRC-52-97-52.3.html"
    assert 'href="ar-' + item in pages[item]
    assert f'href="{item}"' in pages["ar-" + item]
    assert '<html lang="ar" dir="rtl">' in pages["ar-" + item]
    assert '<html lang="fr" dir="ltr">' in pages[item]
    # What the document says stays in its language; what the pages say is in theirs.
    for language, answer, level in (
        ("", "notée, puis acceptée", "partiellement mise en œuvre"),
        ("kk-", "назарға алынды, кейін қолдау тапты", "ішінара орындалды"),
    ):
        page = pages[language + item]
        assert '<span class="own" lang="en" dir="auto">Record on video every questioning' in page
        assert answer in page
        assert level in page
    assert "No assessment" not in pages[item]
    assert 'id="found"' in pages["ar-search.html"]
    assert "ar-item-A-HRC-52-97-52.3.html" in pages["ar-search.html"]
    assert all(">English<" not in page for page in pages.values())


@pytest.mark.parametrize("kind", ["person", "claim that was not chosen", "author of a decision"])
def test_the_check_looks_at_pages_of_every_language(house: House, kind: str) -> None:
    files, _, public = public_files(
        house.archive, title="Arvenia", reviews=[("XAV", 4)], papers=(), written=[house.written], languages=("ru", "ar")
    )
    assert leaks_in(house.archive, files, public) == ()
    planted = files["ar-index.html"].replace(b"</main>", f"<p>{house.planted[kind]}</p></main>".encode())
    (leak, *_) = leaks_in(house.archive, {**files, "ar-index.html": planted}, public)
    assert leak.file == "ar-index.html"


def test_every_kind_of_paper_has_a_name_in_every_language() -> None:
    for kind in Kind:
        assert all(paper_words.say(f"kind.{kind.value}", language) for language in paper_words.LANGUAGES)


def test_what_cannot_be_published_is_told(example: Archive, tmp_path: Path) -> None:  # noqa: F811
    with pytest.raises(NotFound, match="Nothing was chosen"):
        publish(example, tmp_path / "site", title="A")
    with pytest.raises(NotFound, match="cycle 9"):
        publish(example, tmp_path / "site", title="A", reviews=[("XAV", 9)])
    with pytest.raises(RunError, match="exists already"):
        publish(example, tmp_path, title="A", reviews=[("XAV", 4)])


def test_a_language_that_there_is_not(example: Archive, tmp_path: Path) -> None:  # noqa: F811
    with pytest.raises(NotFound, match="xx"):
        publish(example, tmp_path / "site", title="A", reviews=[("XAV", 4)], languages=("xx",))
    assert not (tmp_path / "site").exists()


def test_the_same_archive_gives_the_same_site(example: Archive) -> None:  # noqa: F811
    given = {"title": "A", "reviews": [("XAV", 4)], "papers": [], "written": []}
    assert public_files(example, **given)[0] == public_files(example, **given)[0]  # type: ignore[arg-type]
