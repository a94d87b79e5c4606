"""``onrecord laws``: laws, articles and offences that papers name."""

from onrecord.cli.naming import named_verb
from onrecord.model import NamedKind

EXAMPLES = (
    ("Laws over all papers about Kazakhstan", "onrecord laws kaz.onrecord --state Kazakhstan"),
    ("What is said of one, and where", "onrecord laws kaz.onrecord --show law:KAZ:criminal-code:164"),
    ("Laws that one paper names, with every mention", "onrecord laws briefing.pdf --json"),
)
ABOUT = """List laws that papers name.

An article is its own entry beside its instrument. Mentions are one law where nothing speaks against it; others are
offered (--show), and joined (--same) or kept apart (--not-same) by a person, who can take it back (--undo).
"""

command = named_verb("laws", NamedKind.LAW, "law", examples=EXAMPLES, about=ABOUT)
