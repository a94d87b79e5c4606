"""The words of following up: levels, kinds of assessors, what a State says, marks of the time line."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as _in

from onrecord.model import Assessor, Progress
from onrecord.tasks.progress import CODED, LABELS
from onrecord.vocabulary import scales

LEVELS: dict[str, Promise] = {
    "implementation fully": _("fully implemented"),
    "implementation partially": _("partially implemented"),
    "implementation not": _("not implemented"),
    "implementation contrary": _("contrary: steps against it"),
    "implementation none": _("no information"),
    "upr-info 1": _("1: implemented"),
    "upr-info 0.5": _("½: partially implemented"),
    "upr-info 0": _("0: not implemented"),
    "upr-info none": _("no information"),
    "human-rights-committee A": _("A: largely satisfactory"),
    "human-rights-committee B": _("B: partially satisfactory"),
    "human-rights-committee C": _("C: not satisfactory"),
    "human-rights-committee D": _("D: no cooperation"),
    "human-rights-committee E": _("E: contrary to the recommendation"),
    "human-rights-committee none": _("no information"),
}
SCALES: dict[str, Promise] = {
    "implementation": _("Implementation"),
    "upr-info": _("UPR Info’s scale"),
    "human-rights-committee": _("Grades of the Human Rights Committee"),
}
ASSESSORS: dict[Assessor, Promise] = {
    Assessor.STATE: _in("assessor", "State"),
    Assessor.NATIONAL_INSTITUTION: _("National institution"),
    Assessor.NGO: _("NGO"),
    Assessor.UN: _("UN body"),
    Assessor.OURSELVES: _("Ourselves"),
}
SAYS: dict[str, Promise] = {
    Progress.DONE.value: _("says it is done"),
    Progress.PARTLY.value: _("says it is partly done"),
    Progress.UNDER_WAY.value: _("says it is under way"),
    Progress.ANSWERED.value: _("answers it"),
    "nothing": _("says nothing"),
}
MARKS: dict[str, Promise] = {
    "review": _("Review"),
    "promise": _("Promise"),
    "law": _("Law"),
    "event": _("Event"),
    "case": _("Case"),
}
ASSESSABLE: dict[str, Promise] = {
    "committee": _("Recommendation of a committee"),
    "promise": _("Promise"),
    "goal": _("Goal of a plan"),
    "recommendation": _("Recommendation of a review"),
    "claim": _("Claim"),
    "proposal": _("Proposal"),
}
SUBJECT_SOURCES: dict[str, Promise] = {
    CODED: _("Issues that UPR Info coded"),
    LABELS: _("Labels: given by persons, or suggested and sure"),
}


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale with its levels, as the form offers them: (value to send, word)."""

    name: str
    levels: tuple[tuple[str, str], ...]


def level(scale: str, key: str) -> str:
    """The word for a level; the table's own where nobody has translated it, the key where it is unknown."""
    word = LEVELS.get(f"{scale} {key}")
    known = scales.level(scale, key)
    return str(word) if word else known.name if known else key


def offered() -> Iterator[Scale]:
    """All scales, for the form."""
    for key, levels in scales.scales().items():
        name = str(SCALES.get(key, key))
        yield Scale(name, tuple((f"{key} {one.key}", level(key, one.key)) for one in levels))


def weakness() -> str:
    """What UPR Info's index hides."""
    return _now(
        "This index is the plain average of all voices. A State that says “fully” lifts an organisation that says "
        "“partially” to “implemented”, and all voices weigh alike, whatever their evidence."
    )
