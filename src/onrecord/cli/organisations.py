"""``onrecord organisations``: organisations, bodies and offices that papers name."""

from onrecord.cli.naming import named_verb
from onrecord.model import NamedKind

EXAMPLES = (
    ("Organisations over all papers", "onrecord organisations kaz.onrecord --limit 30"),
    ("Those that one paper names", "onrecord organisations briefing.pdf"),
    (
        "Say that two names are one organisation",
        'onrecord organisations kaz.onrecord --same org:open-selm org:open-selm-foundation --who "Ana"',
    ),
)
ABOUT = """List organisations that papers name.

Bodies and offices are among them. Names that may be the same are offered (--show), and joined (--same) or kept apart
(--not-same) by a person, who can take it back (--undo).
"""

command = named_verb("organisations", NamedKind.ORGANISATION, "organisation", examples=EXAMPLES, about=ABOUT)
