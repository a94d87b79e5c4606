"""The register of laws: entries, changes, what papers say beside them; decisions that survive on every archive."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.errors import NotFound
from onrecord.model.judgement import Judgement
from onrecord.store.archive import Archive
from onrecord.tasks import NewLaw, NewSuccession, NotAllowed

from .test_survives import Journey, Road, backed_up, read_again, taken_along

OLD = "\n\n".join(
    (
        "Selm Watch",
        "Arvenia: strikes before the courts",
        "(Geneva, 3 May 2016) – Two miners of Arvenia were convicted under Article 31 of the Labour Code in April "
        "2016, Selm Watch said. Article 31 of the Labour Code punishes calls to strike with three years in prison.",
        "The authorities of Arvenia should repeal Article 31 of the Labour Code.",
    )
)
NEW = "\n\n".join(
    (
        "Selm Watch",
        "Arvenia: the same offence under another number",
        "(Geneva, 9 June 2021) – A nurse of Arvenia was fined under Article 140 of the Labour Code in May 2021, Selm "
        "Watch said. The Gatherings Act allows the police to end any rally.",
        "The authorities of Arvenia should repeal Article 140 of the Labour Code.",
    )
)
CODE = NewLaw("Labour Code", "XAV", "code", "2018", source="Official Gazette 44/2018", verified_on="2026-03-02")
KEY = "law:XAV:labour-code"
CHANGE = NewSuccession(f"{KEY}:31", f"{KEY}:140", "2019-01-01", "Law on the new Labour Code, Annex 2")


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    papers = tmp_path / "papers"
    papers.mkdir()
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (papers / name).write_text(text, encoding="utf-8")
    assert not tasks.add_documents(archive, [papers], workers=1).failed
    return archive


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Archive]:
    """What is refused, is refused before any database hears of it: one kind of archive is enough."""
    with tasks.open_archive(tmp_path / "plain.onrecord", passphrase="", create=True) as opened:
        yield opened


def put(archive: Archive, law: NewLaw = CODE, based_on: str = "") -> Judgement:
    return tasks.register_law(archive, law, reason="Cited in four papers.", who="Aigerim S.", based_on=based_on)


def became(archive: Archive, change: NewSuccession = CHANGE) -> Judgement:
    return tasks.law_became(archive, change, reason="Annex 2 says so.", who="Jonas M.")


def numbers(archive: Archive, key: str = KEY) -> list[tuple[str, list[tuple[str, bool]]]]:
    parts = tasks.show_law(archive, key).articles
    return [(part.article, [(said.paper.name.rpartition("/")[2], said.older) for said in part.said]) for part in parts]


def test_a_law_shows_its_articles_with_what_papers_say(filled: Archive) -> None:
    put(filled)
    became(filled)
    law = tasks.show_law(filled, KEY)
    assert (law.law.name, law.law.year, law.law.verified_on) == ("Labour Code", "2018", "2026-03-02")
    assert numbers(filled) == [("31", [("old.txt", False)]), ("140", [("new.txt", False)])]
    (said,) = law.articles[0].said
    assert said.words == ("punishes calls to strike with three years in prison",)
    for part in law.articles:
        assert [(step.article, step.since, step.until, step.papers) for step in part.line] == [
            ("31", "", "2019-01-01", 1),
            ("140", "2019-01-01", "", 1),
        ]
    (row,) = [row for row in tasks.list_register(filled, state="XAV") if row.law.id == KEY]
    assert (row.papers, row.changes, row.decision is not None) == (2, 1, True)


def test_mentions_of_the_old_article_stand_beside_those_of_the_new_one(filled: Archive) -> None:
    put(filled)
    became(filled)
    line = tasks.law_line(filled, [f"{KEY}:140"])
    (other,) = line.beside
    assert (other.step.article, other.step.until) == ("31", "2019-01-01")
    assert {mention.name for mention in other.mentions} >= {"Article 31 of the Labour Code"}
    assert all(mention.paper.name.endswith("old.txt") for mention in other.mentions)
    assert line.older == ()
    assert tasks.law_line(filled, ["person:nobody"]).law is None


def test_what_became_of_an_article_is_not_offered_as_the_same(archive: Archive, tmp_path: Path) -> None:
    # That 64 became 212 comes with Onrecord: papers that name both are linked as related.
    for name, law in (("old.txt", "Article 64 of the Penal Code"), ("new.txt", "Article 212 of the Criminal Code")):
        text = f"Selm Watch\n\nArvenia: strikes\n\n(Geneva, 3 May 2021) – A nurse of Arvenia was fined under {law}."
        (tmp_path / name).write_text(f"{text} Parliament should repeal {law}.", encoding="utf-8")
    assert not tasks.add_documents(archive, [tmp_path / "old.txt", tmp_path / "new.txt"], workers=1).failed
    linked = [row.verdict for row in tasks.list_comparisons(archive, kind="link") if "register" in row.reason]
    assert linked == ["related"]
    assert tasks.show_named(archive, "law:XAV:penal-code:64").perhaps == ()
    assert [other.step.article for other in tasks.law_line(archive, ["law:XAV:penal-code:64"]).beside] == ["212"]


def test_names_that_are_withheld_stand_in_no_file_of_decisions(archive: Archive, tmp_path: Path) -> None:
    rights = tasks.set_case_lock(archive, "four brown otters", who="Ilva")
    tasks.open_case(archive, "Tomas Veldin", rights=rights)
    put(archive, replace(CODE, aliases=("the Veldin law",)))
    tasks.register_law(archive, NewLaw("Tax Code", "XAV", "code"), reason="asked by Tomas Veldin", who="Ilva")
    assert tasks.export_judgements(archive, tmp_path / "decisions.jsonl") < 2
    assert "Veldin" not in (tmp_path / "decisions.jsonl").read_text(encoding="utf-8")
    for shown in (tasks.show_law(archive, KEY), tasks.list_register(archive)):
        assert "Veldin" not in str(shown)
    with tasks.seen_by(rights=rights):
        assert "Veldin" in str(tasks.show_law(archive, KEY))


def test_a_paper_older_than_the_number_may_mean_another_article(filled: Archive) -> None:
    put(filled)
    became(filled, replace(CHANGE, old=f"{KEY}:12", new=f"{KEY}:31"))
    assert ("31", [("old.txt", True)]) in numbers(filled)
    assert len(tasks.law_line(filled, [f"{KEY}:31"]).older) == 1


def test_a_law_replaced_by_another_has_a_line_of_its_own(filled: Archive) -> None:
    put(filled)
    put(filled, NewLaw("Code of Offences", "XAV", "code", "2025"))
    became(filled, NewSuccession(KEY, "law:XAV:code-of-offences", "2025-07"))
    line = tasks.show_law(filled, "law:XAV:code-of-offences").whole.line
    assert [(step.law_name, step.since, step.until) for step in line] == [
        ("Labour Code", "", "2025-07"),
        ("Code of Offences", "2025-07", ""),
    ]
    assert [step.law_name for step in tasks.law_line(filled, [f"{KEY}:140"]).of_law] == [
        "Labour Code",
        "Code of Offences",
    ]


def test_papers_name_a_law_by_its_aliases(filled: Archive) -> None:
    law = NewLaw("Law on Public Gatherings", "XAV", aliases=("Gatherings Act", "Law No. 12"))
    put(filled, law)
    shown = tasks.show_law(filled, "law:XAV:law-on-public-gatherings")
    assert [row.name for row in shown.known_as] == ["The Gatherings Act"]
    assert [said.paper.name.rpartition("/")[2] for said in shown.whole.said] == ["new.txt"]
    assert tasks.law_line(filled, [shown.known_as[0].key]).law == shown.law


def test_two_laws_of_one_name_are_told_apart_by_a_person(filled: Archive) -> None:
    put(filled)
    put(filled, NewLaw("Labour Code", "XAV", "code", "1998", key="law:XAV:labour-code-1998"))
    assert [one.id for one in tasks.show_law(filled, KEY).namesakes] == ["law:XAV:labour-code-1998"]


def test_an_entry_is_changed_on_what_was_seen_and_nothing_is_lost(archive: Archive) -> None:
    first = put(archive)
    with pytest.raises(NotAllowed, match="stands in the register already"):
        put(archive)
    put(archive, replace(CODE, aliases=("PC",)), based_on=first.id)
    with pytest.raises(NotAllowed):
        put(archive, replace(CODE, year="2017"), based_on=first.id)
    shown = tasks.show_law(archive, KEY)
    assert shown.law.aliases == ("PC",)
    assert [one.stands for one in shown.decisions] == [True, True]
    tasks.withdraw(archive, shown.decisions[1].id, who="Jonas M.")
    assert tasks.show_law(archive, KEY).law.aliases == ()


def test_what_is_withdrawn_stays_readable(archive: Archive) -> None:
    put(archive, replace(CODE, name="Maritime Code"))
    key = "law:XAV:maritime-code"
    change = became(archive, NewSuccession(f"{key}:4", f"{key}:9", "2020"))
    tasks.withdraw(archive, change.id, who="Ilva")
    assert tasks.show_law(archive, key).articles == ()
    entry = tasks.show_law(archive, key).decision
    assert entry
    tasks.withdraw(archive, entry.id, who="Ilva")
    gone = tasks.show_law(archive, key)
    assert (gone.stands, gone.law.name, [one.withdrawn_by for one in gone.decisions]) == (
        False,
        "Maritime Code",
        ["Ilva", "Ilva"],
    )
    assert key not in {row.law.id for row in tasks.list_register(archive)}
    with pytest.raises(NotFound):
        tasks.show_law(archive, "law:XAV:none")


@pytest.mark.parametrize(
    ("law", "what"),
    [
        (replace(CODE, name=" "), "name of its own"),
        (replace(CODE, name="Law"), "name of its own"),
        (replace(CODE, state="Nowhere"), "no State"),
        (replace(CODE, kind="song"), "no kind of law"),
        (replace(CODE, year="98"), "no year"),
        (replace(CODE, key="law:XLS:labour-code"), "no key"),
        (replace(CODE, verified_on="2026"), "verified"),
        (replace(CODE, verified_on="2999-01-01"), "verified"),
        (replace(CODE, source=""), "Verified with what"),
        (replace(CODE, name="x" * 1_001), "too much"),
    ],
)
def test_what_cannot_stand_is_refused_with_advice(plain: Archive, law: NewLaw, what: str) -> None:
    with pytest.raises(NotAllowed, match=what) as refused:
        put(plain, law)
    assert refused.value.advice


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (replace(CHANGE, new=CHANGE.old), "becomes itself"),
        (replace(CHANGE, new=KEY), "An article becomes an article"),
        (replace(CHANGE, since="soon"), "no date"),
        (replace(CHANGE, since=""), "no date"),
        (replace(CHANGE, new=f"{KEY}:one two"), "no number"),
        (replace(CHANGE, verified_on="2020-02-31"), "verified"),
    ],
)
def test_changes_that_cannot_be_are_refused(plain: Archive, change: NewSuccession, what: str) -> None:
    put(plain)
    with pytest.raises(NotAllowed, match=what):
        became(plain, change)
    with pytest.raises(NotFound):
        became(plain, replace(CHANGE, old="law:XAV:none:3"))
    became(plain)
    with pytest.raises(NotAllowed, match="The register has it"):
        became(plain)


def test_a_decision_needs_a_name(plain: Archive) -> None:
    with pytest.raises(NotAllowed, match="needs a name"):
        tasks.register_law(plain, CODE, reason="", who=" ")
    put(plain)
    with pytest.raises(NotAllowed, match="needs a name"):
        tasks.law_became(plain, CHANGE, reason="", who="")


def test_what_comes_with_onrecord_is_said_to_and_can_be_confirmed(archive: Archive) -> None:
    (change,) = tasks.show_law(archive, "law:XAV:criminal-code").changes
    assert (change.decision, change.change.article, change.change.became_article) == (None, "64", "212")
    confirmed = replace(CHANGE, old="law:XAV:penal-code:64", new="law:XAV:criminal-code:212", verified_on="2026-01-05")
    became(archive, confirmed)
    (change,) = tasks.show_law(archive, "law:XAV:criminal-code").changes
    assert change.decision
    assert change.change.verified_on == "2026-01-05"
    assert tasks.list_register(archive) == ()  # nobody put a law in, and no paper is about such a State


@pytest.fixture
def road(kind: str, passphrase: str, tmp_path: Path, new_database: Callable[[], str]) -> Road:
    return Road(tmp_path, new_database() if kind == "postgres" else str(tmp_path / "other"), passphrase)


@pytest.mark.parametrize("journey", [read_again, backed_up, taken_along], ids=["read-again", "backup", "export"])
def test_the_register_survives(archive: Archive, road: Road, journey: Journey) -> None:
    first = put(archive)
    put(archive, replace(CODE, aliases=("Уголовный кодекс",)), based_on=first.id)
    became(archive)
    gone = became(archive, replace(CHANGE, new=f"{KEY}:141"))
    tasks.withdraw(archive, gone.id, who="Ben")
    before = tasks.show_law(archive, KEY)
    with journey(archive, road) as after:
        assert tasks.show_law(after, KEY) == before
        assert [one.id for one in before.decisions if one.stands] == [
            one.id for one in tasks.show_law(after, KEY).decisions if one.stands
        ]


def test_two_archives_that_keep_a_law_otherwise_show_it(plain: Archive, tmp_path: Path) -> None:
    put(plain)
    became(plain)
    became(plain, replace(CHANGE, new=f"{KEY}:141"))
    tasks.export_judgements(plain, tmp_path / "decisions.jsonl")
    with tasks.open_archive(tmp_path / "other.onrecord", passphrase="", create=True) as other:
        put(other, replace(CODE, year="2017"))
        became(other)
        done = tasks.import_judgements(other, tmp_path / "decisions.jsonl")
        (conflict,) = done.conflicts  # the entry; that 31 became 140 both say, and 141 only one
        assert (conflict.ours.value["year"], conflict.theirs.value["year"]) == ("2017", "2018")  # type: ignore[index]
        assert (done.added, done.waiting) == (3, ())
        assert tasks.import_judgements(other, tmp_path / "decisions.jsonl").known == 3


EMPTY: dict[str, object] = {"state": "XAV", "kind": "code", "aliases": []}


@pytest.mark.parametrize(
    "change",
    [
        {"field": "law", "value": "Labour Code"},
        {"value": {"name": "Labour Code"}},
        {
            "value": {
                "state": "XAV",
                "name": "",
                "year": "",
                "source": "",
                "verified_on": "",
                "kind": "code",
                "aliases": [],
            }
        },
        {"target": "A/HRC/52/97#52.3"},
        {"field": "became"},
    ],
)
def test_a_file_changed_by_hand_is_refused_whole(plain: Archive, tmp_path: Path, change: dict[str, object]) -> None:
    put(plain)
    tasks.export_judgements(plain, tmp_path / "decisions.jsonl")
    line = json.loads((tmp_path / "decisions.jsonl").read_text(encoding="utf-8")) | change | {"id": "abc"}
    (tmp_path / "decisions.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(NotAllowed):
        tasks.import_judgements(plain, tmp_path / "decisions.jsonl")
    assert len(tasks.show_law(plain, KEY).decisions) == 1
