"""A paper that is ready to be written into a file: its text with everything that its references lead to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.model.written import Cited


@dataclass(frozen=True, slots=True)
class Finished:
    """A paper and what it cites.

    ``cited`` has the id of each reference that leads somewhere; ``tables`` for each table of the text, in order, the
    things in its rows.
    """

    title: str
    text: str
    language: str
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""  # EDTF
    cited: Mapping[str, Cited] = field(default_factory=dict)
    tables: tuple[tuple[Cited, ...], ...] = ()
