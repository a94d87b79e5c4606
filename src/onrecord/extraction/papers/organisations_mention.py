"""One mention of an organisation, body or office."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OrgMention:
    """``start``/``end`` in Document.text; ``id`` by an exact rule, told in ``rule``.

    ``head``: for "the Committee", which says only that a committee was named before; "" for names.
    """

    start: int
    end: int
    id: str
    rule: str
    head: str = ""
