"""Which State a document is about: from its symbol, a line of its title page, or its wording."""

import re
from collections import Counter

from onrecord.extraction.front_page import Front
from onrecord.extraction.sieve import Sieve, small
from onrecord.model import Kind
from onrecord.vocabulary import states
from onrecord.vocabulary.mentions import find_in, match_at
from onrecord.vocabulary.symbols import Symbol

# Kinds whose title page bears the State's name on a line of its own. Elsewhere such a line may be anything: in a list
# of advance questions it names who asks.
_NAME_ON_TITLE_PAGE = frozenset(
    {
        Kind.WORKING_GROUP_REPORT,
        Kind.ADDENDUM,
        Kind.NATIONAL_REPORT,
        Kind.COMPILATION,
        Kind.STAKEHOLDERS_SUMMARY,
    }
)
# Each with a word that it needs.
_WORDING = tuple(
    (re.compile(expression.replace(" ", r"\s+"), re.IGNORECASE), Sieve(needed))
    for needed, expression in (
        ("advance", r"\bAdvance questions? (?:to|for) (?:the )?"),
        ("outcome", r"\bOutcome of the universal periodic review:? (?:of )?(?:the )?"),
        ("upr", r"\bUPR of (?:the )?"),
        ("review", r"\bThe review of (?:the )?"),
        ("submissions", r"\bsubmissions on (?:the )?"),
        ("compilation", r"\bCompilation on (?:the )?"),
        ("concluding", r"\bConcluding observations on (?:the )?"),
        ("report", r"\b(?:periodic|initial|combined) reports? of (?:the )?"),
        ("entered", r"\bOptional Protocol entered into force for (?:the )?"),
    )
)
# Views name the State party again and again, others in passing: so many times more often is taken as clear.
_CLEAR_LEAD = 4


def state_of(symbol: Symbol | None, front: Front, kind: Kind) -> tuple[str, str]:
    """The ISO3 code of the State under review and the sentence that says why; two empty strings if unsure."""
    if kind is Kind.COUNCIL_REPORT:  # on many States
        return "", ""
    if symbol and symbol.state and symbol.state in states.codes():
        return symbol.state, f"The symbol {symbol.text} carries the code {symbol.state}."
    found = _from_title(front) if kind in _NAME_ON_TITLE_PAGE else None
    found = found or _from_wording(front)
    if found is None and kind is Kind.VIEWS:
        found = _most_named(front)
    return found or ("", "")


def _from_title(front: Front) -> tuple[str, str] | None:
    """A State's name alone on one line of the first page, or on two where it is long."""
    lines = front.lines[:40]
    for i, line in enumerate(lines):
        for candidate in (line, " ".join(lines[i : i + 2])):
            iso3 = states.find(candidate)
            if iso3 and candidate != iso3:
                return iso3, f'The title page has the line "{candidate}".'
    return None


def _from_wording(front: Front) -> tuple[str, str] | None:
    for text in (front.page, front.opening):
        low = small(text)
        for pattern, sieve in _WORDING:
            for match in pattern.finditer(text) if sieve.lets_pass(low) else ():
                named = match_at(text, match.end())
                if named:
                    end, iso3 = named
                    return iso3, f'The document says "{" ".join(text[match.start() : end].split())}".'
    return None


def _most_named(front: Front) -> tuple[str, str] | None:
    counts = Counter(iso3 for _, _, iso3 in find_in(front.opening)).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < _CLEAR_LEAD * counts[1][1]):
        return None
    iso3, times = counts[0]
    return iso3, f"On its first pages {states.name(iso3)} is named {times} times, no other State nearly as often."
