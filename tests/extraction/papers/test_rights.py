"""Rights by the words of a claim."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.extraction.papers.rights_of import rights_of
from onrecord.model import ClaimKind
from onrecord.vocabulary import rights

PAPERS = Path(__file__).parents[3] / "quality" / "papers" / "sources"
CASES = [
    ("Officers used electric shocks and beat the inmates", "torture"),
    ("The tribunal refused them access to a lawyer and convicted them in one hour", "fair trial"),
    ("Two monks were held in a psychiatric ward against their will", "psychiatric detention"),
    ("Soldiers opened fire on the crowd and killed nine people", "excessive force"),
    ("No officer has been brought to justice; nobody investigated the case", "impunity"),
    ("Members faced reprisals for cooperating with the UN", "reprisals"),
    ("The regulator blocked websites and three newspapers", "media/internet"),
    ("The foreign agents law forces NGOs to close", "civil society/foreign agents"),
    ("Arvenia accepted the recommendations of the UPR", "UN cooperation/implementation"),
    ("Officers wiretap phones and keep personal data", "privacy/surveillance"),
    ("Trade unions may not call a strike; miners lose their wages", "labour"),
    ("Opposition candidates were kept off the ballot in the election", "political participation"),
    ("Mosques and churches must register every prayer house of religious groups", "religion"),
    ("Rallies and demonstrations need a permit, and marches are banned", "assembly"),
    ("Wardens keep inmates in punishment cells and hit them with batons", "torture"),
    ("Children are taught in a language that is not their mother tongue", "other"),
    ("Wives who flee violence in the home find no shelter", "other"),
    ("The statute entered into force in spring", "other"),
    ("The Ministry of Labour answered", "other"),
    ("The tribunal ordered that the charity be dissolved and struck off the register", "association"),
    ("The firm sued two environmental defenders", "civil society/foreign agents"),
    ("Nobody was charged and the case was closed without compensation", "impunity"),
    ("The weather was fine", "other"),
]


@pytest.mark.parametrize(("words", "key"), CASES)
def test_main_right(words: str, key: str) -> None:
    assert rights.chosen(rights.weigh(words))[0] == key


def test_every_key_has_a_note() -> None:
    keys = rights.keys()
    assert len(keys) == 19
    assert all(rights.note(key) for key in keys)


def test_reasons_are_words_of_the_text() -> None:
    assert rights.words_for("torture", "They were tortured with electric shocks.") == ("tortured", "electric shocks")


def test_weight_counts_a_phrase_once() -> None:
    assert rights.weigh("torture, torture and torture") == rights.weigh("torture")


def test_a_claim_without_words_of_a_right_takes_that_of_the_paper() -> None:
    found, _ = rights_of("Nobody has answered", "Nobody has answered.", "", ClaimKind.SITUATION, around={"labour": 0.8})
    assert found == ("labour",)


def test_own_words_count_more_than_the_paper() -> None:
    found, reason = rights_of(
        "They tortured him", "They tortured him.", "", ClaimKind.SITUATION, around={"labour": 0.8}
    )
    assert (found[0], reason) == ("torture", "tortured")


def test_what_follows_a_word_to_the_united_nations_is_a_reprisal() -> None:
    sentence = "After she had spoken to the Human Rights Committee, two men burnt down her shop."
    found, _ = rights_of("two men burnt down her shop", sentence, sentence, ClaimKind.SITUATION)
    assert found[0] == "reprisals"


def test_no_phrase_is_lost_for_how_words_go_on() -> None:
    """As if every phrase were tried at every word that begins like it."""
    for path in sorted(PAPERS.iterdir()):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert list(rights._found(line, line)) == list(_tried_everywhere(line)), line


def test_what_stands_in_a_paragraph_speaks_as_it_does_alone() -> None:
    """Whether the stretch ends between words, inside one, or in the middle of a phrase."""
    some = random.Random(4)
    for path in sorted(PAPERS.iterdir()):
        for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
            start, end = sorted(some.choices(range(len(line) + 1), k=2))
            word = line.rfind(" ", 0, start) + 1
            for stretch in (line[start:end], line[word:end].rstrip(), line[: max(line.find(" ", end), 0)]):
                assert list(rights._found(stretch, line)) == list(_tried_everywhere(stretch)), (stretch, line)


def test_a_letter_that_becomes_two_small_ones_moves_nothing() -> None:
    paragraph = "In Klein Weißdorf they tortured him, and the press was silent."
    assert rights.words_for("torture", "they tortured him", within=paragraph) == ("tortured",)


def _tried_everywhere(text: str) -> Iterator[tuple[rights._Phrase, str]]:
    low = text.casefold().replace("’", "'")
    taken: dict[str, int] = {}
    for word in rights._WORD.finditer(low):
        for phrase in rights._phrases().get(word.group()[: rights._BEGINNING], ()):
            free = max(taken.get(phrase.key, -1), taken.get("", -1)) < word.start()
            match = re.compile(phrase.pattern).match(low, word.start()) if free else None
            if match:
                taken[phrase.key] = match.end() - 1
                if phrase.key:
                    yield phrase, match.group()
