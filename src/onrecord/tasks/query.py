"""The language of the search field: words, "phrases", prefix*, AND OR NOT, brackets, and fields such as state:KAZ.

    women AND (police OR "law enforcement") NOT tortur* state:KAZ position:noted

Words that stand beside each other must all occur. NOT binds closest, then AND, then OR. Operators are written in
capitals, so that "and" can be looked for.
"""

import re
from dataclasses import dataclass
from itertools import islice

from onrecord.errors import RunError
from onrecord.model import Kind, Position
from onrecord.store.words import folded, words_of
from onrecord.vocabulary import states

FIELDS = ("state", "position", "by", "cycle", "kind", "number", "paper", "date")
_LONGEST = 2_000  # letters of a query
_MOST = 100  # words, operators and brackets
_DEEPEST = 20
_TOKEN = re.compile(
    r'\s*(?:(?P<open>\()|(?P<close>\))|(?P<field>[A-Za-z]+):(?P<value>"[^"]*"|[^\s()"]*)'
    r'|"(?P<phrase>[^"]*)"|(?P<word>[^\s()"]+)|(?P<torn>"))'
)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:\.\.\d{4}(?:-\d\d(?:-\d\d)?)?)?")
_KINDS = {"paragraph": "paragraph", "recommendation": "recommendation"}


class QueryError(RunError):
    """The query cannot be understood; ``where`` says near what."""


@dataclass(frozen=True, slots=True)
class Words:
    """One word (``goes_on``: the beginning of one), or several that stand behind each other."""

    text: str
    words: tuple[str, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the passage or of its paper with this value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Both:
    """All parts must hold ("AND"), or one of them ("OR")."""

    operator: str
    parts: tuple["Node", ...]


Node = Words | Field | Not | Both


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # "open", "close", "field", "phrase", "word", "AND", "OR", "NOT"
    text: str
    value: str = ""


def parse(query: str) -> Node | None:
    """The query as a tree; None if it asks for nothing.

    Raises:
        QueryError: a bracket or quotation mark is torn, an operator has nothing to work on, a field is not known or
            cannot have its value, or the query is too long.
    """
    if len(query) > _LONGEST:
        raise QueryError(
            f"The query has {len(query)} letters.", advice=f"Use at most {_LONGEST}; search for fewer words."
        )
    tokens = _tokens(query)
    if len(tokens) > _MOST:
        raise QueryError(f"The query has {len(tokens)} words.", advice=f"Use at most {_MOST}.")
    if not tokens:
        return None
    reader = _Reader(tokens)
    tree = reader.either(0)
    if reader.next is not None:
        raise QueryError("There is a closing bracket too many.", advice="Take it out.", where=reader.next.text)
    return tree


def tell(node: Node | None) -> str:
    """How a query was understood, as one line."""
    if node is None:
        return ""
    if isinstance(node, Words):
        words = node.text if len(node.words) == 1 else f'"{node.text}"'
        return f"{words}*" if node.goes_on else words
    if isinstance(node, Field):
        return f"{node.name}:{node.value}"
    if isinstance(node, Not):
        return f"NOT {_bracketed(node.part)}"
    return f" {node.operator} ".join(_bracketed(part) for part in node.parts)


def _bracketed(node: Node) -> str:
    return f"({tell(node)})" if isinstance(node, Both) else tell(node)


def _tokens(query: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(query.strip()):
        kind = match.lastgroup or ""
        if kind == "torn":
            raise QueryError("A quotation mark has no partner.", advice='Write "so many words".')
        if kind == "value":
            found.append(_Token("field", match["field"].casefold(), match["value"].strip('"')))
            continue
        text = match[kind]
        if kind == "word" and text in ("AND", "OR", "NOT"):
            kind = text
        found.append(_Token(kind, text))
    return found


class _Reader:
    """Reads tokens into a tree: either (OR) > all (AND) > one (NOT, brackets, words)."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def next(self) -> _Token | None:
        return next(islice(self._tokens, self._at, None), None)

    def either(self, depth: int) -> Node:
        parts = [self._all(depth)]
        while self.next and self.next.kind == "OR":
            self._at += 1
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else Both("OR", tuple(parts))

    def _all(self, depth: int) -> Node:
        parts = [self._one(depth)]
        while self.next and self.next.kind not in ("OR", "close"):
            self._at += self.next.kind == "AND"
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else Both("AND", tuple(parts))

    def _one(self, depth: int) -> Node:
        token = self.next
        if token is None or token.kind in ("AND", "OR", "close"):
            where = token.text if token else "the end"
            raise QueryError("A word is missing.", advice="Write a word on both sides of AND and OR.", where=where)
        if depth > _DEEPEST:
            raise QueryError("There are too many brackets in each other.", advice=f"Use at most {_DEEPEST}.")
        self._at += 1
        if token.kind == "NOT":
            return Not(self._one(depth + 1))
        if token.kind == "open":
            inner = self.either(depth + 1)
            if self.next is None:
                raise QueryError("A bracket is not closed.", advice="Add a closing bracket.")
            self._at += 1
            return inner
        return _field(token) if token.kind == "field" and token.text in FIELDS else _words(token)


def _words(token: _Token) -> Node:
    if token.kind == "field" and token.value and token.text not in FIELDS:
        known = ", ".join(FIELDS)
        raise QueryError(f"There is no field “{token.text}”.", advice=f"Use one of: {known}.", where=token.text)
    goes_on = token.kind == "word" and token.text.endswith("*")
    words = folded_words(token.text) if goes_on else tuple(words_of(token.text))
    if not words:
        raise QueryError("There is no letter and no figure here to look for.", advice="Write a word.", where=token.text)
    return Words(token.text.rstrip("*"), words, goes_on)


def folded_words(text: str) -> tuple[str, ...]:
    """Words of which the last is only a beginning: it has no plural."""
    parts = re.findall(r"[^\W_]+", folded(text))
    return (*(word for part in parts[:-1] for word in words_of(part)), *parts[-1:])


def _field(token: _Token) -> Field:
    name, value = token.text, token.value.strip()
    if not value:
        raise QueryError(f"“{name}:” says nothing.", advice=f"Write {name}: and its value.", where=name)
    if name in ("state", "by"):
        code = states.find(value) or states.find(value.upper())
        if code is None:
            raise QueryError(f"“{value}” is no State that we know.", advice="Use its name or code.", where=name)
        return Field(name, code)
    if name == "position" and value.casefold() not in list(Position):
        raise QueryError(f"“{value}” is no position.", advice=f"Use one of: {', '.join(Position)}.", where=name)
    if name == "cycle" and not (value.isascii() and value.isdecimal() and len(value) < 4):
        raise QueryError(f"“{value}” is no cycle.", advice="Use a number such as 2.", where=name)
    if name == "date" and not _DATE.fullmatch(value):
        raise QueryError(f"“{value}” is no date.", advice="Use 2014, 2014-06, 2014-06-30 or 2010..2014.", where=name)
    if name == "kind" and _kind(value) is None:
        raise QueryError(f"“{value}” is no kind.", advice="Use recommendation, paragraph, or a paper.", where=name)
    return Field(name, _kind(value) or value if name == "kind" else value.casefold() if name == "position" else value)


def _kind(value: str) -> str | None:
    asked = folded(value)
    if asked in _KINDS:
        return asked
    return next((kind.value for kind in Kind if folded(kind.value).startswith(asked)), None)
