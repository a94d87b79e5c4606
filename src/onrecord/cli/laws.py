"""``onrecord laws``: laws, articles and offences that papers name, and the register that a person keeps of them."""

from onrecord.cli.naming import named_verb
from onrecord.model import NamedKind

EXAMPLES = (
    ("Laws over all papers about Kazakhstan", "onrecord laws kaz.onrecord --state Kazakhstan"),
    ("What is said of one, and where", "onrecord laws kaz.onrecord --show law:KAZ:criminal-code:164"),
    ("Laws that one paper names, with every mention", "onrecord laws briefing.pdf --json"),
    ("The register of laws", "onrecord laws kaz.onrecord --register"),
    (
        "Put a law into it",
        'onrecord laws kaz.onrecord --add "Law on Public Associations" --state KAZ --kind law --year 1996 '
        '--alias "NGO law" --source "Official bulletin" --verified-on 2026-03-02 --who Ana',
    ),
    (
        "Say that an article became another one",
        "onrecord laws kaz.onrecord --became law:KAZ:criminal-code:164 law:KAZ:criminal-code:174 --since 2015-01-01 "
        '--source "Criminal Code of 2014" --who Ana --reason "compared article by article"',
    ),
    ("One law: articles, what they were, who said so", "onrecord laws kaz.onrecord --law law:KAZ:criminal-code"),
)
ABOUT = """List laws; keep a register of them.

An article is its own entry beside its instrument. Mentions are one law where nothing speaks against it; others are
offered (--show), and joined (--same) or kept apart (--not-same) by a person, who can take it back (--undo).

The register holds which laws a State has and what became of them: --add and --change an entry, say what an article
became (--became), list it (--register) or show one law (--law). These are decisions, too, and can be taken back.
"""

command = named_verb("laws", NamedKind.LAW, "law", examples=EXAMPLES, about=ABOUT)
