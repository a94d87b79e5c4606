"""What fields and choices of a case are called."""

from django.utils.translation import gettext as _

from onrecord.tasks import CaseEntry, CaseField, Consent, Publication

FREE = (
    *(CaseField.FACT, CaseField.LAST_KNOWN, CaseField.QUESTION, CaseField.NOTE),
    *(CaseField.CONTACT, CaseField.SPELLING, CaseField.NAME),
)
WRITTEN = frozenset({*FREE, CaseField.CONSENT, CaseField.PUBLICATION})


def field(value: CaseField) -> str:
    """The name of a field."""
    return {
        CaseField.NAME: _("Name"),
        CaseField.SPELLING: _("Another spelling of the name"),
        CaseField.FACT: _("What happened"),
        CaseField.LAST_KNOWN: _("Last known"),
        CaseField.QUESTION: _("Open question"),
        CaseField.NOTE: _("Private note"),
        CaseField.CONTACT: _("Contact"),
        CaseField.CONSENT: _("Consent"),
        CaseField.PUBLICATION: _("Publication"),
        CaseField.UNDONE: _("Undone"),
    }[value]


def publication(value: Publication) -> str:
    """What may be told."""
    return {
        Publication.CLOSED: _("Closed"),
        Publication.UNNAMED: _("May be told without the name"),
        Publication.NAMED: _("May be told with the name"),
    }[value]


def consent(value: Consent) -> str:
    """Whether the person agreed."""
    return {
        Consent.NONE: _("Not asked"),
        Consent.ASKED: _("Asked, no answer yet"),
        Consent.GIVEN: _("Given"),
        Consent.WITHDRAWN: _("Withdrawn"),
    }[value]


def said(entry: CaseEntry) -> str:
    """The words of an entry; choices by their names."""
    if entry.field is CaseField.PUBLICATION:
        return publication(Publication(entry.text))
    return consent(Consent(entry.text)) if entry.field is CaseField.CONSENT else entry.text
