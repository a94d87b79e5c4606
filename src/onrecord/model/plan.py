"""What a State plans: the measures of a national action plan, each as the plan words it."""

from dataclasses import dataclass

from onrecord.model.place import Place


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """One goal or measure of a plan. What the plan does not state is "" and has no place.

    ``id`` comes from the document and the words, so that assessments hold when the plan is read again.
    """

    id: str
    number: str  # as printed, "2.1"
    text: str
    place: Place
    heading: str = ""  # what it stands under: "Freedom from torture"
    responsible: str = ""  # the body, as worded
    responsible_place: Place | None = None
    deadline: str = ""  # as worded: "second quarter of 2025", "yearly"
    deadline_place: Place | None = None
    date: str = ""  # of the deadline, EDTF, no more precise than the words; "" where they tell none
    indicator: str = ""
    indicator_place: Place | None = None
    reasons: tuple[tuple[str, str], ...] = ()
