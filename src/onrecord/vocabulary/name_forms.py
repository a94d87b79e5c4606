"""How names of persons are written: titles and roles, and which spellings may be one name.

``same_name`` is exact and joins; ``may_be_one`` is rough and only offers: a person decides. The words stand in
``data/titles.csv`` and ``data/titles_given.csv``; ``data/titles_letters.csv`` follows the habits of passports,
newspapers and the several romanisations of Russian and Kazakh (x/kh/h, zh/j/dj, y/i/j, gh/g, q/k …).
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import combinations, permutations

from onrecord.vocabulary.fold import fold
from onrecord.vocabulary.tables import read_table, several


@cache
def words(*roles: str) -> frozenset[str]:
    """Words that stand beside names of persons, by the part they play; see the table. KeyError for an unknown part."""
    known = {row["role"]: frozenset(several(row["words"])) for row in read_table("titles.csv")}
    return frozenset[str]().union(*(known[role] for role in roles))


@cache
def given_names() -> frozenset[str]:
    """Common given names in small letters. A name that is not there may still be one."""
    return frozenset(name for row in read_table("titles_given.csv") for name in several(row["names"]))


def same_name(name: str) -> str:
    """The form in which two names must be equal to be one: case, accents, hyphens and points do not count."""
    return fold(name)


_DOUBLED = re.compile(r"(.)\1+")
_ENDING = re.compile(r"(?:([oe])ff|([oe])w)$")
_BEFORE_VOWEL = re.compile(r"i(?=[aeou])")
_MANY = 8  # spellings of one word that are followed up; more only add noise


@lru_cache(maxsize=4096)
def sounds(word: str) -> frozenset[str]:
    """Rough forms of one word of a name: two words that share one may be two spellings of the same.

    "Мухортова", "Мұхортова", "Mukhortova" and "Muhortova" share one; "Ахметов" and "Ахмедов", "Назарбаев" and
    "Назарбаева" do not. Never used to join: it only says what to offer.
    """
    text = unicodedata.normalize("NFC", word.casefold())
    text = _ENDING.sub(lambda m: (m[1] or m[2]) + "v", text)
    spellings = [""]
    for match in _written().finditer(text):
        heard = _heard().get(match.group(), (_plain(match.group()),))
        spellings = [before + sound for before in spellings for sound in heard][:_MANY]
    return frozenset(_smoothed(spelling) for spelling in spellings) - {""}


def _smoothed(spelling: str) -> str:
    """ "aieva" is "aeva", doubled letters count once, "ng" is "n", "nb" is "mb"."""
    text = _BEFORE_VOWEL.sub("", spelling).replace("ng", "n").replace("nb", "mb")
    return _DOUBLED.sub(r"\1", text)


def may_be_one(name: str, other: str) -> bool:
    """Whether two names may be spellings of one person's: for a person to decide.

    Every word of the shorter one must be found in the longer one, by its sound or as an initial; word order does not
    count, a patronymic may be missing. One word alone must be the last one of the other.
    """
    short, long = sorted((_parts(name), _parts(other)), key=len)
    if not short:
        return False
    if len(short) == 1:
        return len(short[0]) > 2 and bool(sounds(short[0]) & sounds(long[-1]))
    left = list(long)
    whole = 0
    for part in sorted(short, key=len, reverse=True):
        partner = next((word for word in left if _matches(part, word)), None)
        if partner is None:
            return False
        left.remove(partner)
        whole += len(part) > 1 and len(partner) > 1
    return whole > 0


def offered(names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each id the ids of names that may be the same person's, sorted; ``names`` has a name for each id.

    Names are looked up by one word's sound and another's first letter, so that many of them cost little more than few.
    """
    looked_up: dict[str, list[str]] = {}
    single: list[str] = []
    for key, name in names.items():
        parts = _parts(name)
        for sound in _lookups(parts):
            looked_up.setdefault(sound, []).append(key)
        if len(parts) == 1:
            single.append(key)
    found: dict[str, set[str]] = {key: set() for key in names}
    for same in looked_up.values():
        for one, other in combinations(same, 2):
            if other not in found[one] and may_be_one(names[one], names[other]):
                found[one].add(other)
                found[other].add(one)
    _add_single(names, single, found)
    return {key: tuple(sorted(others)) for key, others in found.items()}


def _lookups(parts: list[str]) -> set[str]:
    return {
        f"{sound} {first[:1]}"
        for one, other in permutations(parts, 2)
        if len(one) > 1
        for sound in sounds(one)
        for first in sounds(other)
    }


def _add_single(names: Mapping[str, str], single: list[str], found: dict[str, set[str]]) -> None:
    """Surnames alone, with everybody whose last word sounds so."""
    by_last: dict[str, list[str]] = {}
    for key, name in names.items() if single else ():
        for sound in sounds(_parts(name)[-1]) if _parts(name) else ():
            by_last.setdefault(sound, []).append(key)
    for key in single:
        others = {other for sound in sounds(_parts(names[key])[0]) for other in by_last.get(sound, ())} - {key}
        for other in others:
            if may_be_one(names[key], names[other]):
                found[key].add(other)
                found[other].add(key)


def _matches(part: str, word: str) -> bool:
    if len(part) > 1 and len(word) > 1:
        return bool(sounds(part) & sounds(word))
    return bool({sound[:1] for sound in sounds(part)} & {sound[:1] for sound in sounds(word)})


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[\W\d_]+", name.replace("’", "").replace("'", "")) if part]


@cache
def _heard() -> dict[str, tuple[str, ...]]:
    return {row["written"]: several(row["heard"]) or ("",) for row in read_table("titles_letters.csv")}


@cache
def _written() -> re.Pattern[str]:
    longest_first = sorted(_heard(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) + "|.", re.DOTALL)


def _plain(letter: str) -> str:
    """A Latin letter without its accent; nothing for signs."""
    bare = unicodedata.normalize("NFKD", letter)[:1]
    return bare if bare.isalpha() else ""
