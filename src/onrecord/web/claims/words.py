"""The words for what papers say: kinds of claims, voices, rights, verdicts of comparisons, kinds of events."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as _in

KINDS: dict[str, Promise] = {
    "situation": _("What happens"),
    "law": _("What a law says"),
    "commitment": _("What a State promised"),
    "fulfilment": _("What became of a promise"),
    "state response": _("What the State did"),
    "act of others": _("What others did or said"),
    "procedure": _("About the review itself"),
    "document": _("About the paper itself"),
}
VOICES: dict[str, Promise] = {
    "publisher": _("The publisher itself"),
    "other": _("Told as somebody else’s"),
    "mixed": _("Who speaks cannot be told"),
}
MODALITIES: dict[str, Promise] = {
    "asserted": _("said as a fact"),
    "presupposed": _("said in passing"),
    "concern": _("a worry, no finding"),
    "possible": _("what may be"),
    "planned": _("what is to come"),
    "denied": _("denied"),
}
RIGHTS: dict[str, Promise] = {
    "expression": _("Expression"),
    "assembly": _("Peaceful assembly"),
    "association": _("Association"),
    "religion": _("Religion or belief"),
    "torture": _("Torture and ill-treatment"),
    "fair trial": _("Courts, trials and counsel"),
    "arbitrary detention": _("Arrest and detention"),
    "psychiatric detention": _("Psychiatric detention"),
    "excessive force": _("Force, deaths and injuries"),
    "impunity": _("Impunity"),
    "reprisals": _("Reprisals"),
    "women defenders": _("Women who defend rights"),
    "media/internet": _("Media and the internet"),
    "civil society/foreign agents": _("Civil society"),
    "UN cooperation/implementation": _("Work with the UN"),
    "privacy/surveillance": _("Privacy and surveillance"),
    "labour": _("Work and unions"),
    "political participation": _("Elections and opposition"),
    "other": _in("right", "Other rights"),
}
VERDICTS: dict[str, Promise] = {
    "disagree": _("They disagree"),
    "differ in scope": _("They differ in scope"),
    "one is likely wrong": _("One is likely wrong"),
    "ambiguous": _("It can be read in two ways"),
    "attribution": _("Said by different voices"),
    "precision": _("They differ in precision"),
    "restated": _("Said again"),
    "repeat in document": _("Said twice in one paper"),
    "cited": _("One cites the other"),
    "word for word": _("Word for word"),
    "nearly word for word": _("Nearly word for word"),
    "same source": _("From the same source"),
    "said done, told otherwise later": _("The State says done; told otherwise later"),
    "said done, told otherwise for the same review": _("The State says done; told otherwise for the same review"),
    "accepted before, noted now": _("Accepted before, noted now"),
    "answered two ways in one review": _("Answered two ways in one review"),
    "other shares": _("Other shares of one plan"),
}
EVENTS: dict[str, Promise] = {
    "upr": _("Review by the UPR Working Group"),
    "review": _("Review by a treaty body"),
    "State report": _("Report of the State"),
    "protest": _("Protest"),
    "strike": _("Strike"),
    "killings": _("Killings and crackdown"),
    "arrests": _("Arrests"),
    "trial": _("Trial"),
    "attack": _("Attack"),
    "visit": _("Visit"),
    "dialogue": _("Human-rights dialogue"),
    "elections": _("Elections or referendum"),
    "emergency": _("State of emergency"),
    "plan": _("Action plan"),
    "law passed": _("Law adopted"),
}
COMPARED: dict[str, Promise] = {"conflict": _("In a conflict"), "copy": _("Said in other papers too")}
NAMED: dict[str, Promise] = {"person": _("People"), "law": _("Laws"), "organisation": _("Organisations")}
INSTRUMENTS: dict[str, Promise] = {
    "constitution": _in("law", "constitution"),
    "code": _in("law", "code of laws"),
    "law": _in("law", "law"),
    "decree": _in("law", "decree"),
    "regulation": _in("law", "regulation"),
    "other": _in("law", "another kind of law"),
}
FIELDS: dict[str, Promise] = {
    "source": _("Who says it"),
    "voice": _("Whose voice"),
    "modality": _("How firmly"),
    "kind": _("What it is about"),
    "date": _("When"),
    "where": _("Where"),
    "right": _("Right concerned"),
    "rights": _("Right concerned"),
    "figures": _("Figures"),
    "notes": _("Notes"),
    "state_body": _("Body of the State"),
    "victims": _("To whom"),
    "stakeholders": _("Stakeholders"),
}
_TABLES: Mapping[str, Mapping[str, Promise]] = {
    "kind": KINDS,
    "voice": VOICES,
    "modality": MODALITIES,
    "right": RIGHTS,
    "verdict": VERDICTS,
    "event": EVENTS,
    "compared": COMPARED,
    "named": NAMED,
    "instrument": INSTRUMENTS,
    "field": FIELDS,
}


def said(table: str, key: str) -> str:
    """The word for a key; the key itself where a newer reader knows more than this page."""
    return str(_TABLES[table].get(key, key))
