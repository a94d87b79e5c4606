"""The words of the field for what the model names: kinds of papers, answers, stages, speakers, regions."""

import re
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as _in

from onrecord.model import Kind, Position, Speaker, Stage
from onrecord.vocabulary import states as vocabulary

KINDS: dict[Kind, Promise] = {
    Kind.WORKING_GROUP_REPORT: _("Working Group report"),
    Kind.ADDENDUM: _("Addendum"),
    Kind.COUNCIL_REPORT: _("Report of the Council"),
    Kind.DECISION: _("Decision"),
    Kind.NATIONAL_REPORT: _("National report"),
    Kind.COMPILATION: _("UN information"),
    Kind.STAKEHOLDERS_SUMMARY: _("Stakeholders’ summary"),
    Kind.ADVANCE_QUESTIONS: _("Advance questions"),
    Kind.THEMATIC_LIST: _("Thematic list"),
    Kind.CONCLUDING_OBSERVATIONS: _("Concluding observations"),
    Kind.VIEWS: _("Views"),
    Kind.LIST_OF_ISSUES: _("List of issues"),
    Kind.REPLIES: _("Replies to the list of issues"),
    Kind.BRIEFING_PAPER: _("Briefing paper"),
    Kind.SUBMISSION: _("Submission"),
    Kind.JOINT_SUBMISSION: _("Joint submission"),
    Kind.PRESS_RELEASE: _("Press release"),
    Kind.STATEMENT: _("Statement"),
    Kind.REPORT_NOTICE: _("Notice of a report"),
    Kind.NEWS: _("News"),
    Kind.NATIONAL_PLAN: _("National plan"),
    Kind.OTHER: _("Other paper"),
}
POSITIONS: dict[str, Promise] = {
    "supported": _in("answer", "Supported"),
    "noted": _in("answer", "Noted"),
    "pending": _in("answer", "Left open"),
    "partly": _in("answer", "Partly supported"),
    "none": _in("answer", "No answer found"),
}
SHAPES = {"supported": "sup", "noted": "not", "pending": "pen", "partly": "par", "none": "non"}
STAGES: dict[Stage, Promise] = {
    Stage.LIST: _("thematic list"),
    Stage.ROOM: _("in the room"),
    Stage.REPORT: _("report"),
    Stage.ADDENDUM: _("addendum"),
    Stage.PLENARY: _("in plenary"),
}
SPEAKERS: dict[Speaker, Promise] = {
    Speaker.STATE: _("State under review"),
    Speaker.PRESIDENT: _("President of the Council"),
    Speaker.REPORT: _("The report itself"),
    Speaker.OHCHR: _("OHCHR"),
}
GROUPS: dict[str, Promise] = {
    "WEOG": _("Western Europe and others"),
    "Asia-Pacific": _("Asia and the Pacific"),
    "Eastern European": _("Eastern Europe"),
    "African": _("Africa"),
    "GRULAC": _("Latin America and the Caribbean"),
    "": _("No regional group"),
}
CYCLES = {1: _("first cycle"), 2: _("second cycle"), 3: _("third cycle"), 4: _("fourth cycle"), 5: _("fifth cycle")}
FINDINGS: dict[str, Promise] = {
    "recommendation": _("recommendation"),
    "position": _("answer of the State"),
    "paragraph": _("paragraph"),
    "tally": _("stated numbers"),
    "dialogue": _("statement in the dialogue"),
    "question": _("advance question"),
    "answer": _("answer to an earlier recommendation"),
    "claim": _("claim"),
    "proposal": _("proposal"),
    "goal": _("goal of a plan"),
    "doubt": _("the reader was unsure"),
}
QUESTIONS: dict[str, Promise] = {
    "differs": _("A new reading differs from your decision"),
    "tally": _("Stated numbers that are not the numbers read"),
    "no_states": _("Recommendations without a State"),
    "unknown_name": _("Names that are no State we know"),
    "rule": _("Answers whose meaning follows a rule"),
    "doubt": _("Passages the reader was unsure of"),
    "label": _("Suggested labels that are not sure"),
}
_LETTERS = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
ANSWER_ORDER = (Position.SUPPORTED, Position.NOTED, Position.PENDING)


def state(iso3: str) -> str:
    """The State's short name in the reader's language; the code itself where the table does not know it."""
    return _named(iso3, (get_language() or "en").split("-")[0])


@lru_cache(maxsize=2_000)  # all States in all languages; a list to choose from asks for hundreds
def _named(iso3: str, language: str) -> str:
    if iso3 not in vocabulary.codes():
        return iso3
    return vocabulary.name(iso3, language if language in vocabulary.LANGUAGES else "en")


def group(iso3: str) -> str:
    """The key of the State's regional group, "" for none."""
    return vocabulary.group(iso3) if iso3 in vocabulary.codes() else ""


def cycle(number: int | None) -> str:
    """ "third cycle"; "" where it is not known."""
    if number is None:
        return ""
    return str(CYCLES[number]) if number in CYCLES else str(_("cycle %(number)s")) % {"number": number}


# The scale of UPR Info, from the least to the most that is asked for.
ACTIONS: dict[str, Promise] = {
    "1": _("1: ask for help, share"),
    "2": _("2: go on doing"),
    "3": _("3: consider"),
    "4": _("4: act in general"),
    "5": _("5: act on one thing"),
}


def action(key: object) -> str:
    """UPR Info's category of action in words; "" for none."""
    return str(ACTIONS.get(str(key), "")) if key else ""


def question_kind(key: str) -> str:
    """What a kind of question of the queue is called."""
    return str(QUESTIONS.get(key, key))


def review(iso3: str, number: int | None) -> str:
    """ "Arvenia, third cycle"."""
    name = state(iso3) if iso3 else str(_("No State known"))
    if number is None:
        return name
    return str(_("%(state)s, %(cycle)s")) % {"state": name, "cycle": cycle(number)}


def tongue(text: str) -> str:
    """ "ar", "kk", "ru", "zh" by the letters of a passage, "en" for Latin ones."""
    if text.isascii():
        return "en"
    language = next((language for language, letters in _LETTERS.items() if letters.search(text)), "en")
    return "kk" if language == "ru" and set(text.lower()) & set("әғқңөұүһ") else language
