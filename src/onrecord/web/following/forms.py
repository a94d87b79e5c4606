"""What a person writes when saying what became of a recommendation."""

import dataclasses

from django.http import QueryDict
from django.utils.translation import gettext as _

from onrecord.tasks import NO_INFORMATION, Assessor, NewAssessment
from onrecord.web.choices.kept import LONGEST_NAME

_LONG, _MOST = 5_000, 40


@dataclasses.dataclass(slots=True)
class Sent:
    """One assessment as it was sent. ``errors`` says for each field what is wrong and what to do."""

    level: str = ""  # "implementation partially"
    date: str = ""
    assessor: str = Assessor.OURSELVES.value
    name: str = ""
    reasons: str = ""
    chosen: tuple[str, ...] = ()  # passages and claims, as evidence is named
    outside: str = ""  # one source a line
    who: str = ""
    errors: dict[str, str] = dataclasses.field(default_factory=dict)

    def said(self) -> NewAssessment:
        """What is to be put on record."""
        scale, _sign, level = self.level.partition(" ")
        sources = tuple(f"source:{line.strip()}" for line in self.outside.splitlines() if line.strip())
        evidence = (*self.chosen, *sources)
        return NewAssessment(level, self.assessor, self.name, self.reasons, evidence, scale, self.date)


def read(given: QueryDict, *, who: str) -> Sent:
    """Read what was sent; ``who`` is the name that is known already, else one must be given."""
    sent = Sent(
        level=given.get("level", "")[:80],
        date=given.get("date", "").strip()[:10],
        assessor=given.get("assessor", "")[:40],
        name=given.get("assessor_name", "").strip()[:200],
        reasons=given.get("reasons", "").strip()[:_LONG],
        chosen=tuple(dict.fromkeys(one[:400] for one in given.getlist("evidence")))[:_MOST],
        outside=given.get("outside", "").strip()[:_LONG],
        who=who or given.get("name", "").strip()[:LONGEST_NAME],
    )
    if not sent.level:
        sent.errors["level"] = _("Choose a level.")
    elif not sent.level.endswith(f" {NO_INFORMATION}") and not (sent.chosen or sent.outside):
        sent.errors["evidence"] = _("Without evidence nothing is known: name a source, or choose “no information”.")
    if sent.assessor != Assessor.OURSELVES.value and not sent.name:
        sent.errors["assessor"] = _("Say who assesses.")
    if not sent.who:
        sent.errors["name"] = _("Say who puts this on record.")
    return sent
