"""``onrecord people``: persons whom papers name."""

from onrecord.cli.naming import named_verb
from onrecord.model import NamedKind

EXAMPLES = (
    ("Persons over all papers", "onrecord people kaz.onrecord --at-risk"),
    ("All about one, with names that may be the same", "onrecord people kaz.onrecord --show person:a-orlova"),
    (
        "Say that two names are one person",
        'onrecord people kaz.onrecord --same person:a-orlova person:anna-orlova --who "Ana" --reason "same trial"',
    ),
    ("Persons whom one paper names", "onrecord people briefing.pdf"),
)
ABOUT = """List persons whom papers name.

Two names are never joined by themselves: only the same spelling is the same. Names that may be the same are offered
(--show), and joined (--same) or kept apart (--not-same) by a person, who can take it back (--undo).
"""

command = named_verb("people", NamedKind.PERSON, "person", examples=EXAMPLES, about=ABOUT)
