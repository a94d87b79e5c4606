"""Checks the tables: names that clash, gaps, wrong codes and dates.

    python -m onrecord.vocabulary.check [FOLDER]

Prints one line for each thing found and ends with 1 if there was any. FOLDER holds tables of the same names
(default: those that come with Onrecord).
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.vocabulary import ask_words, bodies, states, vague
from onrecord.vocabulary.dates import is_edtf
from onrecord.vocabulary.fold import fold
from onrecord.vocabulary.tables import DATA, read_table, several

Row = dict[str, str]

STATUSES = frozenset({"member", "observer", "non-member", "invented"})
GROUPS = frozenset({"African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG"})
_UN_LANGUAGES = bodies.LANGUAGES


def check(folder: Path = DATA) -> list[str]:
    """Everything wrong with the tables in ``folder``, one sentence each; an empty list if nothing is.

    Raises:
        RunError: a table is missing or cannot be read at all.
    """
    tables = {path: read_table((folder / path).absolute()) for path in _TABLES}
    found: list[str] = []
    for name, rows in tables.items():
        found += [f"{name}: {problem}" for problem in _TABLES[name](rows, tables)]
    for path in sorted(folder.glob("*.csv")):
        if path.name not in tables:
            found += [f"{path.name}: {problem}" for problem in _plain(read_table(path.absolute()))]
    return found


def _plain(rows: list[Row]) -> Iterator[str]:
    """What holds of every table: rows, none of them twice, and no entry twice in one cell."""
    if not rows:
        yield "it has no rows"
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        values = tuple(row.values())
        if values in seen:
            yield f"{values[0]} stands twice"
        seen.add(values)
        for column, cell in row.items():
            entries = several(cell)
            if "|" in cell and len(set(entries)) < len(entries):
                yield f"{values[0]}: {column} holds an entry twice"


def _states(rows: list[Row], _: dict[str, list[Row]]) -> Iterator[str]:
    yield from _repeated(rows, "iso3")
    yield from _repeated(rows, "iso2")
    for row in rows:
        yield from _state(row)
    yield from _clashes((fold(spelt), row["iso3"], spelt) for row in rows for spelt in _all_names(row))


def _state(row: Row) -> Iterator[str]:
    iso3 = row["iso3"]
    if not re.fullmatch(r"[A-Z]{3}", iso3) or not re.fullmatch(r"[A-Z]{2}", row["iso2"]):
        yield f"{iso3}: codes are three and two capital letters"
    if row["status"] not in STATUSES:
        yield f'{iso3}: status "{row["status"]}" is none of {", ".join(sorted(STATUSES))}'
    if row["group"] not in GROUPS and not (row["group"] == "" and row["status"] == "non-member"):
        yield f'{iso3}: group "{row["group"]}" is none of {", ".join(sorted(GROUPS))}'
    formal = ["en"] if row["status"] == "invented" else list(_UN_LANGUAGES)
    for column in (*states.LANGUAGES, *(f"{language}_formal" for language in formal)):
        if not row[column]:
            yield f"{iso3}: {column} is empty"


def _all_names(row: Row) -> Iterator[str]:
    for language in states.LANGUAGES:
        yield from (row[language], row[f"{language}_formal"], *several(row[f"{language}_other"]))
    yield from several(row["abbreviations"])


def _clashes(names: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    owner: dict[str, tuple[str, str]] = {}
    for folded, code, spelt in names:
        other, first = owner.setdefault(folded, (code, spelt))
        if folded and other != code:
            yield f'"{spelt}" ({code}) cannot be told from "{first}" ({other})'


def _repeated(rows: list[Row], *columns: str) -> Iterator[str]:
    seen = set()
    for row in rows:
        key = " ".join(row[column] for column in columns)
        if key in seen:
            yield f"{key} stands twice"
        seen.add(key)


def _empty(rows: list[Row], *columns: str) -> Iterator[str]:
    for number, row in enumerate(rows, start=2):
        yield from (f"line {number}: {column} is empty" for column in columns if not row[column])


def _not_states(rows: list[Row], tables: dict[str, list[Row]]) -> Iterator[str]:
    yield from _empty(rows, "phrase", "why")
    names = {fold(spelt) for row in tables["states.csv"] for spelt in _all_names(row)}
    for row in rows:
        if fold(row["phrase"]) in names:
            yield f'"{row["phrase"]}" is the name of a State'


def _bodies(rows: list[Row], tables: dict[str, list[Row]]) -> Iterator[str]:
    yield from _empty(rows, "code", "symbol_prefix", "treaty", *_UN_LANGUAGES)
    yield from _repeated(rows, "code")
    yield from _clashes((fold(row[c]), row["code"], row[c]) for row in rows for c in ("code", *_UN_LANGUAGES))
    yield from _unknown(rows, "treaty", tables["treaties.csv"], "code")


def _treaties(rows: list[Row], tables: dict[str, list[Row]]) -> Iterator[str]:
    yield from _empty(rows, "code", "adopted", "body", *_UN_LANGUAGES)
    yield from _repeated(rows, "code")
    names = (
        (fold(spelt), row["code"], spelt)
        for row in rows
        for spelt in (row["code"], *several(row["abbreviations"]), *(row[language] for language in _UN_LANGUAGES))
    )
    yield from _clashes(names)
    yield from _unknown(rows, "body", tables["bodies.csv"], "code")
    yield from _unknown(rows, "protocol_to", rows, "code")
    yield from _wrong_days(rows, "adopted")


def _unknown(rows: list[Row], column: str, others: list[Row], key: str) -> Iterator[str]:
    known = {row[key] for row in others}
    for number, row in enumerate(rows, start=2):
        if row[column] and row[column] not in known:
            yield f"line {number}: {column} {row[column]} is not known"


def _wrong_days(rows: list[Row], *columns: str) -> Iterator[str]:
    for number, row in enumerate(rows, start=2):
        for column in columns:
            if row[column] and not is_edtf(row[column]):
                yield f"line {number}: {column} {row[column]} is no date (2014-10-27, 2014-10 or 2014)"


def _upr_sessions(rows: list[Row], tables: dict[str, list[Row]]) -> Iterator[str]:
    yield from _sessions(rows, tables)
    yield from _unknown(rows, "council_session", tables["council_sessions.csv"], "number")
    for number, row in enumerate(rows, start=2):
        if not row["cycle"].isdigit():
            yield f'line {number}: cycle "{row["cycle"]}" is no number'


def _sessions(rows: list[Row], _: dict[str, list[Row]]) -> Iterator[str]:
    yield from _repeated(rows, "number")
    yield from _wrong_days(rows, "first_day", "last_day", "verified_on")
    for number, row in enumerate(rows, start=2):
        if not row["number"].isdigit():
            yield f'line {number}: number "{row["number"]}" is no number'
        if row["first_day"] and not row["source"]:
            yield f"line {number}: dates without a source"
        if row["last_day"] and row["first_day"][: len(row["last_day"])] > row["last_day"]:
            yield f"line {number}: the last day is before the first"


def _reviews(rows: list[Row], tables: dict[str, list[Row]]) -> Iterator[str]:
    yield from _empty(rows, "upr_session", "state", "source")
    yield from _repeated(rows, "upr_session", "state")
    yield from _unknown(rows, "upr_session", tables["upr_sessions.csv"], "number")
    yield from _unknown(rows, "state", tables["states.csv"], "iso3")


def _limits(rows: list[Row], _: dict[str, list[Row]]) -> Iterator[str]:
    yield from _empty(rows, "paper", "words", "source")
    yield from _repeated(rows, "paper")


def _scales(rows: list[Row], _: dict[str, list[Row]]) -> Iterator[str]:
    yield from _empty(rows, "scale", "level", "order", "name", "meaning", "source")
    yield from _repeated(rows, "scale", "level")
    yield from _repeated(rows, "scale", "order")
    yield from _wrong_days(rows, "verified_on")
    for number, row in enumerate(rows, start=2):
        if not row["order"].isdigit():
            yield f'line {number}: order "{row["order"]}" is no number'
        if row["value"] and not re.fullmatch(r"[01]|0\.\d+", row["value"]):
            yield f'line {number}: value "{row["value"]}" is no number from 0 to 1'
    for scale in dict.fromkeys(row["scale"] for row in rows):
        if not any(row["scale"] == scale and row["level"] == "none" for row in rows):
            yield f'{scale}: it has no level "none" for no information'


def _vague_phrases(rows: list[Row], _: dict[str, list[Row]]) -> Iterator[str]:
    yield from _empty(rows, "words", "kind")
    for row in rows:
        if row["kind"] not in vague.KINDS:
            yield f'{row["words"][:40]}: kind "{row["kind"]}" is none of {", ".join(vague.KINDS)}'


def _ask_concepts(rows: list[Row], tables: dict[str, list[Row]]) -> Iterator[str]:
    yield from _empty(rows, "key", "kind", "words")
    yield from _repeated(rows, "key")
    yield from _unknown_entries(rows, rows, "near", "wider")
    owner: dict[str, str] = {}
    for row in rows:
        if row["kind"] not in ask_words.KINDS:
            yield f'{row["key"]}: kind "{row["kind"]}" is none of {", ".join(ask_words.KINDS)}'
        for phrase in several(row["words"]) if row["kind"] == ask_words.TOPIC else ():
            other = owner.setdefault(phrase, row["key"])
            if other != row["key"]:
                yield f'"{phrase}" ({row["key"]}) stands under {other} as well'
    known = {row["key"] for row in rows}
    for row in tables["ask_treaties.csv"]:
        if row["about"] and row["about"] not in known:
            yield f"{row['about']}, what {row['code']} is about, is not known"


def _ask_actions(rows: list[Row], _: dict[str, list[Row]]) -> Iterator[str]:
    yield from _empty(rows, "key", "words")
    yield from _repeated(rows, "key")
    yield from _unknown_entries(rows, rows, "near", "against")
    for row in rows:
        if row["specific"] not in ("yes", "no"):
            yield f'{row["key"]}: specific "{row["specific"]}" is neither yes nor no'


def _ask_treaties(rows: list[Row], _: dict[str, list[Row]]) -> Iterator[str]:
    yield from _empty(rows, "code")
    yield from _repeated(rows, "code")
    names = ((spelt, row["code"], spelt) for row in rows for spelt in several(row["names"]) + several(row["short"]))
    yield from _clashes(names)


def _unknown_entries(rows: list[Row], others: list[Row], *columns: str) -> Iterator[str]:
    known = {row["key"] for row in others}
    for row in rows:
        for column in columns:
            yield from (
                f"{row['key']}: {column} {entry} is not known" for entry in several(row[column]) if entry not in known
            )


_TABLES = {
    "ask_concepts.csv": _ask_concepts,
    "ask_actions.csv": _ask_actions,
    "ask_treaties.csv": _ask_treaties,
    "states.csv": _states,
    "not_states.csv": _not_states,
    "bodies.csv": _bodies,
    "treaties.csv": _treaties,
    "upr_sessions.csv": _upr_sessions,
    "council_sessions.csv": _sessions,
    "reviews.csv": _reviews,
    "limits.csv": _limits,
    "scales.csv": _scales,
    "vague_phrases.csv": _vague_phrases,
}


def main(arguments: list[str]) -> int:
    """Print what is wrong; the exit code is 1 if anything is."""
    found = check(Path(arguments[0])) if arguments else check()
    for problem in found:
        sys.stdout.write(problem + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
