"""A sieve never keeps a text from a pattern that would be found in it."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.extraction import state_under_review
from onrecord.extraction.papers import (
    calls,
    claim_kinds,
    claims_dates,
    claims_parties,
    claims_unsaid,
    dates_of_today,
    dates_told,
    dates_unstated,
    duties,
    figures,
    modality,
    rights_of,
    voices_running,
)
from onrecord.extraction.sieve import Sieve, found, small

PAPERS = Path(__file__).parents[2] / "quality" / "papers" / "sources"

Pair = tuple[re.Pattern[str], Sieve]
PAIRS: dict[str, Pair] = {
    **{f"kind {n}: {kind}": (pattern, sieve) for n, (kind, pattern, sieve) in enumerate(claim_kinds._IN_TURN)},
    **{pattern.pattern: (pattern, sieve) for pattern, sieve in state_under_review._WORDING},
    "call": (calls._SOME_CALL, calls._NEEDS_CALL),
    "opportunity": (duties._OPPORTUNITY, duties._NEEDS_OPPORTUNITY),
    "law before": (claims_dates._LAW_BEFORE, claims_dates._NEEDS_LAW),
    "compared": (claims_dates._COMPARED, claims_dates._NEEDS_COMPARED),
    "refers": (claims_dates._REFERS, claims_dates._NEEDS_REFERENCE),
    "that day": (claims_dates._THAT_DAY, claims_dates._NEEDS_THAT_DAY),
    "period": (claims_dates._PERIOD, claims_dates._NEEDS_PERIOD),
    "this period": (claims_dates._THIS_PERIOD, claims_dates._NEEDS_PERIOD),
    "today": (dates_of_today._TODAY, dates_of_today._NEEDS_TODAY),
    "since": (dates_told._SINCE, dates_told._NEEDS_SINCE),
    "until": (dates_told._UNTIL, dates_told._NEEDS_UNTIL),
    "later": (dates_unstated._LATER, dates_unstated._MAY_BE_LATER),
    "of the year": (dates_unstated._OF_THE_YEAR, dates_unstated._NEEDS_OF_THE_YEAR),
    "body": (claims_parties._BODY, claims_parties._NEEDS_BODY),
    "contact": (claims_unsaid._CONTACT, claims_unsaid._NEEDS_CONTACT),
    "duty": (claims_unsaid._CALL, claims_unsaid._NEEDS_DUTY),
    "vague": (figures._LOOSE, figures._NEEDS_VAGUE),
    "one in": (figures._ONE_IN, figures._NEEDS_ONE_IN),
    "list of names": (figures._LIST_OF_NAMES, figures._NEEDS_LIST_OF_NAMES),
    "only": (figures._ONLY_BEFORE, figures._NEEDS_ONLY),
    "possible": (modality._POSSIBLE, modality._NEEDS_POSSIBLE),
    "planned": (modality._PLANNED, modality._NEEDS_PLANNED),
    "denied": (modality._DENIED, modality._NEEDS_DENIED),
    "after contact": (rights_of._AFTER_CONTACT, rights_of._NEEDS_CONTACT),
    "commends": (voices_running._COMMENDS, voices_running._NEEDS_COMMENDS),
}


@pytest.mark.parametrize("name", PAIRS)
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_a_pattern_is_found_in_passes(name: str, data: st.DataObject) -> None:
    pattern, sieve = PAIRS[name]
    text = data.draw(st.from_regex(pattern))
    if pattern.search(text):
        assert sieve.lets_pass(small(text)), text


@pytest.mark.parametrize("name", PAIRS)
def test_nothing_is_found_in_what_does_not_pass(name: str) -> None:
    pattern, sieve = PAIRS[name]
    for text in _sentences():
        if not sieve.lets_pass(small(text)):
            assert not pattern.search(text), text


def test_months_are_needed_with_their_capitals() -> None:
    for text in _sentences():
        if not dates_unstated._MONTHS.lets_pass(text):
            assert not dates_unstated._YEARLESS.search(text), text


def test_a_text_needs_a_word_of_every_group() -> None:
    sieve = Sieve("law|code", "ban|bar")
    assert sieve.lets_pass("the code bars them")
    assert sieve.lets_pass("urban outlaws")  # inside other words too: a sieve decides nothing
    assert not sieve.lets_pass("the code is new")


@pytest.mark.parametrize("text", ["ORDER", "Straße", "pledge\u017f", "\u212aind", "\u0130n", "\u0131n"])
def test_small_letters_are_those_that_patterns_compare(text: str) -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz":
        if re.search(letter, text, re.IGNORECASE):
            assert letter in small(text)


PIECES = (
    "Human Rights",
    "human  rights",
    "UPR",
    "upr",
    "working group",
    "Universal\nPeriodic Reviews",
    "ß",
    "\u0130",
    ".",
)


@given(st.lists(st.sampled_from(PIECES)).map(" ".join) | st.lists(st.sampled_from(PIECES)).map("".join))
def test_found_gives_what_finditer_gives(text: str) -> None:
    pattern = re.compile(r"\b(?:UPR|universal\s+periodic\s+reviews?|working\s+group|Human\s+Rights)\b", re.IGNORECASE)
    expected = [match.span() for match in pattern.finditer(text)]
    assert [match.span() for match in found(pattern, text, ("upr", "universal", "working", "human"))] == expected


def _sentences() -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(PAPERS.iterdir()))
    return [sentence for text in texts for sentence in re.split(r"(?<=[.!?:;])\s+|\n", text) if sentence]
