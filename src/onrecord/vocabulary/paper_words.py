"""Words and fixed sentences of the papers that people write here, in six languages (``data/paper_words.csv``)."""

from functools import cache

from onrecord.vocabulary.tables import read_table

LANGUAGES = ("en", "fr", "es", "ru", "kk", "ar")
RIGHT_TO_LEFT = frozenset({"ar"})


def say(key: str, language: str, **values: object) -> str:
    """A fixed word or sentence.

    Args:
        key: as the table has it.
        language: one of ``LANGUAGES``.
        values: what stands in its places, such as ``n=12``.

    Raises:
        KeyError: there is no such key or language.
    """
    return _table()[key][language].format(**values)


def has(key: str) -> bool:
    """Whether there is such a word."""
    return key in _table()


def quoted(words: str, language: str) -> str:
    """Words between the quotation marks of a language."""
    return say("quote", language, words=words)


def listed(names: "tuple[str, ...] | list[str]", language: str) -> str:
    """Several names after each other."""
    return f"{say('list_comma', language)} ".join(names)


def date(edtf: str, language: str) -> str:
    """A date in words, as precise as it is given; a stretch as two dates; what is no date as it stands."""
    first, slash, last = edtf.partition("/")
    if slash:
        return f"{date(first, language)} – {date(last, language)}"
    parts = edtf.split("-")
    if not all(part.isdecimal() for part in parts) or not 2 <= len(parts) <= 3 or not 1 <= int(parts[1]) <= 12:
        return edtf
    if len(parts) == 2:
        month = say(f"month_alone.{int(parts[1])}", language)
        return say("date.month", language, month=month, year=parts[0])
    month = say(f"month.{int(parts[1])}", language)
    return say("date.day", language, day=int(parts[2]), month=month, year=parts[0])


@cache
def _table() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in read_table("paper_words.csv")}
