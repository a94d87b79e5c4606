"""Voices side by side: what each assessor says now and said before. Nothing is averaged unless somebody asks."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import NO_INFORMATION, Assessment, Assessor
from onrecord.vocabulary import scales

# UPR Info, Follow-up Programme: an average of two thirds and more is shown as implemented, of a third and more as
# partially implemented [not compared with a document].
_FULLY, _PARTIALLY = 2 / 3, 1 / 3
WEAKNESS = (
    "This index is the plain average of all voices. One voice that says “fully” lifts another that says “partially” to "
    "“fully implemented”, so that a State's own view can hide what others found. It weighs all voices alike, whatever "
    "their evidence. Read the voices beside it."
)


@dataclass(frozen=True, slots=True)
class VoiceOn:
    """One assessor on one target: the last assessment that stands, and those before it, latest first."""

    assessor: Assessor
    name: str
    last: Assessment
    before: tuple[Assessment, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """UPR Info's index of one target. ``reads_as``: a level of the scale "upr-info"; ``told``: its weakness."""

    value: float
    reads_as: str
    voices: int
    left_out: int  # voices without a number: no information, grades of a committee
    told: str = WEAKNESS


def side_by_side(assessments: Iterable[Assessment]) -> tuple[VoiceOn, ...]:
    """The voices on one target: States first, then institutions, NGOs, UN bodies, ourselves; withdrawn ones left out.

    One assessor is one kind and one name, whatever the capitals. Later is what holds for a later day; of one day what
    was written later.
    """
    by_voice: dict[tuple[Assessor, str], list[Assessment]] = {}
    for one in assessments:
        if one.stands:
            by_voice.setdefault((one.assessor, " ".join(one.name.casefold().split())), []).append(one)
    order = list(Assessor)
    voices = []
    for (assessor, _), said in sorted(by_voice.items(), key=lambda entry: (order.index(entry[0][0]), entry[0][1])):
        last, *before = sorted(said, key=lambda one: (one.date, one.when), reverse=True)
        voices.append(VoiceOn(assessor, last.name, last, tuple(before)))
    return tuple(voices)


def upr_info_index(voices: Iterable[VoiceOn]) -> Index | None:
    """UPR Info's index over what each voice says now, for somebody who asks for it.

    Returns:
        None where no voice has a number. A step against the recommendation counts 0; what says nothing does not count.
    """
    found = [scales.level(voice.last.scale, voice.last.level) for voice in voices]
    values = [level.value for level in found if level and level.key != NO_INFORMATION and level.value is not None]
    if not values:
        return None
    mean = sum(values) / len(values)
    reads_as = "1" if mean >= _FULLY else "0.5" if mean >= _PARTIALLY else "0"
    return Index(mean, reads_as, len(values), len(found) - len(values))
