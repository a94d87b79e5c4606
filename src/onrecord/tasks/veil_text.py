"""Names in running text, in file names and in addresses: found in every form in which they may stand there.

A name is looked for whole (its words in order, with whatever signs between them: "zinaida-m.pdf", "Zinaida%20M.") and
by its surname alone. Capitals, accents and endings of cases in Cyrillic do not matter. A surname that also belongs to
a person in public office stays where that person's whole name stands.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from onrecord.vocabulary.fold import fold
from onrecord.vocabulary.name_forms import words as words_beside

WITHHELD = "[name withheld]"
_SHORTER = (WITHHELD, "[withheld]", "[name]", "[…]")
_PAD = "\u2060"  # takes no room on a page: offsets stay right, and nothing shows
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = r"(?:%[0-9a-f]{2}|[\W_]){0,4}"  # a blank, a line feed, "-", "_", ", " … or nothing: "AnnaKarim.pdf"
_INITIAL = r"(?:[^\W\d_]{1,2}\.[\W_]{0,3})?"  # "Anna B. Karim"
# In an address the letter before can belong to a sign: "%2Bkarim".
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?:(?<![^\W\d_])|(?<=%[0-9a-f][a-f]))", r"(?![^\W\d_])"
_CYRILLIC = re.compile("[а-яёәіңғүұқөһ]{5,}")
_PATRONYMIC = re.compile("(?:ovich|evich|yevich|ovna|evna|yevna|ович|евич|овна|евна|қызы|кызы|ұлы|улы|kyzy|uly)$")
_SHORTEST_ALONE = 4  # a shorter surname alone is withheld only where it begins with a capital
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Veil:
    """What is withheld from somebody. An empty one withholds nothing.

    Attributes:
        pattern: finds names in small letters; None for nothing.
        away: ids that hold a name → ids that say nothing.
        forms: the withheld names, folded: what must not be found by searching.
    """

    pattern: re.Pattern[str] | None = None
    away: dict[str, str] = field(default_factory=dict)
    forms: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.pattern is not None or bool(self.away)

    def spans(self, text: str) -> Iterator[Span]:
        """Where withheld names stand in ``text``, in order."""
        if self.pattern is None or not text:
            return
        small = text.lower()
        # A few letters become two in small: then the capitals are left to the (slower) expression.
        found = self.pattern if len(small) == len(text) else re.compile(self.pattern.pattern, re.IGNORECASE)
        for match in found.finditer(small if len(small) == len(text) else text):
            if match.lastgroup != "public" and _may_be(text[match.start() : match.end()]):
                yield match.span()

    def hides(self, text: str) -> bool:
        """Whether a withheld name stands in ``text``."""
        return text in self.away or next(self.spans(text), None) is not None

    def text(self, text: str) -> str:
        """``text`` with every withheld name as ``[name withheld]``."""
        if text in self.away:
            return self.away[text]
        return self._replaced(text, lambda length: WITHHELD)

    def same_length(self, text: str) -> str:
        """The same in as many characters, for texts in which places are counted."""
        return self._replaced(text, _of_length)

    def _replaced(self, text: str, label: Callable[[int], str]) -> str:
        parts, at = [], 0
        for start, end in self.spans(text):
            parts += [text[at:start], label(end - start)]
            at = end
        return "".join([*parts, text[at:]]) if parts else text

    def back(self, key: str) -> str:
        """The id behind one that says nothing; any other as it is."""
        return next((known for known, shown in self.away.items() if shown == key), key)


NOTHING = Veil()


def pattern_of(names: Iterable[str], public: Iterable[str] = ()) -> re.Pattern[str] | None:
    """What finds these names; ``public``: names of others that stay, though they share a surname.

    Returns:
        An expression for texts in small letters; None where there are no names.
    """
    named = [words for name in names if (words := words_of(name))]
    whole = sorted({_whole(words) for words in named if len(words) > 1}, key=len, reverse=True)
    surnames = {surname_of(words) for words in named}
    shared = {_whole(words) for name in public if len(words := words_of(name)) > 1 and surnames & set(words)}
    alone = sorted({_one(word) for word in surnames}, key=len, reverse=True)
    if not whole and not alone:
        return None
    ways = [*whole, *([f"(?P<public>{'|'.join(sorted(shared, key=len, reverse=True))})"] if shared else []), *alone]
    return re.compile(f"{_NO_LETTER_BEFORE}(?:{'|'.join(ways)}){_NO_LETTER_AFTER}")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without titles and initials."""
    found = [word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", name))]
    titles = words_beside("title")
    longer = [word for word in found if len(word) > 1 and word not in titles]
    return tuple(longer or [word for word in found if len(word) > 1])


def surname_of(words: tuple[str, ...]) -> str:
    """The word of a name by which newspapers call a person: the last one, but never a patronymic."""
    if len(words) > 2 and _PATRONYMIC.search(words[-1]):
        return words[0]
    return words[-1]


def folded_forms(names: Iterable[str]) -> tuple[str, ...]:
    """Whole names and surnames as the index of words and the columns of lists hold them."""
    named = [words for name in names if (words := words_of(name))]
    found = {form for words in named for form in (" ".join(words), surname_of(words))}
    return tuple(sorted({stem for form in found if (stem := _stem(fold(form)))}))


def _whole(words: tuple[str, ...]) -> str:
    """The words in their order, the surname first, or without what stands in the middle."""
    surname = surname_of(words)
    given = tuple(word for word in words if word != surname)
    orders = {words, (*given, surname), (surname, *given), (*given[:1], surname), (surname, *given[:1])}
    ways = {(_BETWEEN + _INITIAL).join(_one(word) for word in order) for order in orders if len(order) > 1}
    return "|".join(sorted(ways, key=len, reverse=True))


def _stem(word: str) -> str:
    """Cyrillic names without the ending that shows their case; others as they are."""
    return word.rstrip("аяйьыо") if _CYRILLIC.search(word) else word


def _one(word: str) -> str:
    """One word with its accents or without, composed or not, with endings, or percent-encoded."""
    ways = {re.escape(word), re.escape(unicodedata.normalize("NFD", word)), re.escape(fold(word) or word)}
    if _CYRILLIC.fullmatch(word):
        ways.add(re.escape(word.rstrip("аяйьыо")) + "[а-яёәіңғүұқөһ]{0,3}")
    if not word.isascii():
        ways |= {re.escape(quote(form).lower()) for form in (word, word.upper(), word.capitalize())}
    return f"(?:{'|'.join(sorted(ways, key=len, reverse=True))})"


def _may_be(found: str) -> bool:
    return len(found) >= _SHORTEST_ALONE or found[0] != found[0].lower()


def _of_length(length: int) -> str:
    label = next((label for label in _SHORTER if len(label) <= length), "█" * length)
    return label + _PAD * (length - len(label))
