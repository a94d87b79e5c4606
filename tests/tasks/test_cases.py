"""Cases: locked, sealed, never overwritten; and names that are withheld from everybody else."""

from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.errors import WrongPassphrase
from onrecord.model import NamedKind
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.veil_text import WITHHELD, Veil, pattern_of
from store.archives import PASSPHRASE

PASS = "four brown otters"
NAME = "Nadia Orletova"
PAPER = "\n\n".join(
    (
        "Selm Watch",
        "Arvenia: Fire at the Selmgrad mill",
        "(Geneva) – In April 2019, at least 14 workers died in the fire at the textile mill of Selmgrad, Selm Watch "
        "said.¹ Nadia Orletova, a labour lawyer, was arrested on 3 May 2019 under Article 77 of the Arvenian Penal "
        "Code. Orletova's family was not told. The Minister of Justice of Arvenia, Boris Orletova, denied this.",
        "The authorities of Arvenia should release Nadia Orletova and reopen the inquiry into the fire.",
        "¹ https://example.org/report/nadia-orletova-held",
    )
)


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    paper = tmp_path / "orletova.txt"
    paper.write_text(PAPER, encoding="utf-8")
    assert not tasks.add_documents(archive, [paper], workers=1).failed
    return archive


def _person(archive: Archive) -> str:
    people = tasks.list_named(archive, tasks.NamedFilter(NamedKind.PERSON))
    return next(row.key for row in people if row.name == NAME)


def test_a_case_is_kept_with_who_and_when_and_nothing_is_overwritten(filled: Archive) -> None:
    key = _person(filled)
    rights = tasks.set_case_lock(filled, PASS, who="Ilva")
    case = tasks.open_case(filled, "", key=key, reason="She asked us.", rights=rights)
    assert (case.name, case.publication, case.consent) == (NAME, tasks.Publication.CLOSED, tasks.Consent.NONE)
    tasks.add_to_case(filled, case.id, "fact", "Arrested", date="2019-05-03", source="Selm Watch", rights=rights)
    tasks.add_to_case(filled, case.id, "last known", "Held in Selmgrad", date="2019-05", rights=rights)
    tasks.add_to_case(filled, case.id, "last known", "Moved, nobody knows where", rights=rights)
    tasks.add_to_case(filled, case.id, "question", "Release not found", rights=rights)
    (shown,) = tasks.list_cases(filled, rights=rights)
    assert shown.text(tasks.CaseField.LAST_KNOWN) == "Moved, nobody knows where"
    back = tasks.undo_in_case(filled, case.id, 4, reason="A rumour.", rights=rights)
    assert back.text(tasks.CaseField.LAST_KNOWN) == "Held in Selmgrad"
    assert [entry.number for entry in back.entries] == [1, 2, 3, 4, 5, 6]
    assert all(entry.who == "Ilva" and entry.when for entry in back.entries)
    assert [entry.text for entry in back.entries if not entry.stands] == ["Moved, nobody knows where"]
    again = tasks.undo_in_case(filled, case.id, 6, rights=rights)
    assert again.text(tasks.CaseField.LAST_KNOWN) == "Moved, nobody knows where"


def test_what_keepers_wrote_is_sealed_and_asked_for_without_the_right_refused(filled: Archive) -> None:
    rights = tasks.set_case_lock(filled, PASS, who="Ilva")
    case = tasks.open_case(filled, "Tomas Veld", rights=rights)
    tasks.add_to_case(filled, case.id, "note", "Sleeps at her sister's", rights=rights)
    sealed = [bytes(row.sealed) for row in tables.CaseEntry.objects.using(filled.alias)]
    assert sealed and not any(b"sister" in one for one in sealed)
    assert tasks.unlock_cases(filled, PASS) == rights
    assert PASS not in repr(rights) and rights.key.hex() not in repr(rights)
    with pytest.raises(WrongPassphrase):
        tasks.unlock_cases(filled, "four brown mice")
    with pytest.raises(tasks.NotAllowed):
        tasks.list_cases(filled)
    with pytest.raises(tasks.NotAllowed):
        tasks.show_case(filled, case.id)
    with tasks.seen_by(rights=rights):
        assert tasks.show_case(filled, case.id).all(tasks.CaseField.NOTE)[0].text == "Sleeps at her sister's"


def test_several_keepers_each_with_a_passphrase(filled: Archive) -> None:
    rights = tasks.set_case_lock(filled, PASS, who="Ilva")
    with pytest.raises(tasks.NotAllowed):
        tasks.set_case_lock(filled, "another one!", who="Odd")
    tasks.add_keeper(filled, "Odd", "nine white swans", rights=rights)
    odd = tasks.unlock_cases(filled, "nine white swans")
    assert (odd.keeper, odd.key) == ("Odd", rights.key)
    tasks.remove_keeper(filled, "Odd", rights=rights)
    with pytest.raises(WrongPassphrase):
        tasks.unlock_cases(filled, "nine white swans")
    with pytest.raises(tasks.NotAllowed):
        tasks.remove_keeper(filled, "Ilva", rights=rights)


def test_the_owner_sees_names_until_there_is_a_lock_and_others_never(filled: Archive) -> None:
    assert NAME in str(tasks.list_claims(filled))
    with tasks.seen_by(tasks.Audience.OTHERS):
        assert "rletova," not in str(tasks.list_claims(filled)).replace("Boris Orletova", "")
        assert WITHHELD in str(tasks.list_claims(filled))
    rights = tasks.set_case_lock(filled, PASS, who="Ilva")
    assert NAME not in str(tasks.list_claims(filled))
    with tasks.seen_by(rights=rights):
        assert NAME in str(tasks.list_claims(filled))
    with tasks.seen_by(tasks.Audience.OTHERS, rights=rights):
        assert NAME not in str(tasks.list_claims(filled))


def test_clearing_gives_the_name_back_and_undoing_takes_it_away(filled: Archive) -> None:
    key = _person(filled)
    rights = tasks.set_case_lock(filled, PASS, who="Ilva")
    case = tasks.open_case(filled, "", key=key, rights=rights)
    with pytest.raises(tasks.NotAllowed, match="reason"):
        tasks.add_to_case(filled, case.id, "publication", "with name", rights=rights)
    tasks.add_to_case(filled, case.id, "consent", "withdrawn", rights=rights)
    with pytest.raises(tasks.NotAllowed, match="withdrew"):
        tasks.add_to_case(filled, case.id, "publication", "with name", reason="She is free.", rights=rights)
    tasks.add_to_case(filled, case.id, "consent", "given", date="2020-01-02", source="her letter", rights=rights)
    cleared = tasks.add_to_case(filled, case.id, "publication", "with name", reason="She is free.", rights=rights)
    with tasks.seen_by(tasks.Audience.OTHERS):
        assert NAME in str(tasks.list_claims(filled))
    tasks.undo_in_case(filled, case.id, cleared.entries[-1].number, rights=rights)
    assert NAME not in str(tasks.list_claims(filled))
    tasks.add_to_case(filled, case.id, "publication", "without name", reason="Her wish.", rights=rights)
    assert NAME not in str(tasks.list_claims(filled))


def test_an_entry_that_was_moved_is_told(filled: Archive) -> None:
    rights = tasks.set_case_lock(filled, PASS, who="Ilva")
    one = tasks.open_case(filled, "Tomas Veld", rights=rights)
    tasks.open_case(filled, "Mira Sand", rights=rights)
    entries = tables.CaseEntry.objects.using(filled.alias)
    other = entries.exclude(case__uid=one.id).get()
    entries.filter(case__uid=one.id).update(sealed=other.sealed)
    with pytest.raises(Exception, match="not written"):
        tasks.show_case(filled, one.id, rights=rights)


def test_cases_go_with_a_backup(filled: Archive, tmp_path: Path) -> None:
    rights = tasks.set_case_lock(filled, PASS, who="Ilva")
    case = tasks.open_case(filled, "Tomas Veld", rights=rights)
    tasks.backup(filled, tmp_path / "copy.onrecord")
    with tasks.open_archive(tmp_path / "copy.onrecord", passphrase=PASSPHRASE if filled.encrypted else "") as copy:
        own = tasks.unlock_cases(copy, PASS)
        assert tasks.show_case(copy, case.id, rights=own).name == "Tomas Veld"
        with pytest.raises(tasks.NotAllowed):
            tasks.list_cases(copy, rights=rights)  # of another archive


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ms Nadia Orletova was held", f"Ms {WITHHELD} was held"),
        ("NADIA ORLETOVA", WITHHELD),
        ("Orletova’s lawyer", f"{WITHHELD}’s lawyer"),
        ("Orletova, Nadia", WITHHELD),
        ("Nadia B. Orletova", WITHHELD),
        ("nadia-orletova-held.pdf", f"{WITHHELD}-held.pdf"),
        ("NadiaOrletova.pdf", f"{WITHHELD}.pdf"),
        ("https://example.org/nadia%20orletova", f"https://example.org/{WITHHELD}"),
        ("Надежде Орлетовой", WITHHELD),
        ("%D0%9E%D1%80%D0%BB%D0%B5%D1%82%D0%BE%D0%B2%D0%B0", WITHHELD),
        ("Minister Boris Orletova", "Minister Boris Orletova"),
        ("the Orletovan hills", "the Orletovan hills"),
        ("Ana Li and li", f"{WITHHELD} and li"),
        ("İ Orletova", f"İ {WITHHELD}"),
    ],
)
def test_forms_of_a_name(text: str, shown: str) -> None:
    veil = Veil(pattern_of([NAME, "Надежда Орлетова", "Ana Li"], ["Boris Orletova"]))
    assert veil.text(text) == shown
    assert len(veil.same_length(text)) == len(text)


def test_a_hundred_names_are_looked_for_at_once() -> None:
    """Bounded work for each text: no expression is made anew, and a long text costs what its length says."""
    names = [f"Given{chr(97 + n // 10)} Surname{chr(97 + n % 10)}{chr(97 + n // 10)}" for n in range(100)]
    veil = Veil(pattern_of(names))
    text = "The committee heard the delegation and thanked it for its answers. " * 3000
    assert veil.text(text) is text or veil.text(text) == text
