"""Assessing: somebody says how far a recommendation was put into practice. Never overwritten; withdrawn, not deleted.

Without evidence the level is "no information". Another level without evidence is refused, with advice, and not turned
into "no information" silently: what a person wrote is kept as written or not at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from onrecord.assessment import Index, VoiceOn, side_by_side, upr_info_index
from onrecord.errors import NotFound
from onrecord.model import NO_INFORMATION, Assessment, Assessor, Evidence, StateWord
from onrecord.store import assessments, committee, tables
from onrecord.store.archive import Archive
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.evidence import evidence_from
from onrecord.tasks.plans import GOAL, show_goal
from onrecord.tasks.rows import PageOf
from onrecord.tasks.state_words import words_of_state
from onrecord.vocabulary import scales
from onrecord.vocabulary.dates import is_edtf

_LONGEST = 20_000  # characters of the reasons
_MOST_EVIDENCE = 100


@dataclass(frozen=True, slots=True)
class NewAssessment:
    """What somebody says, before it is on record. ``evidence``: one line for each, see :mod:`tasks.evidence`."""

    level: str
    assessor: Assessor | str
    name: str = ""  # of the assessor; ourselves: of the organisation, else of who writes
    reasons: str = ""
    evidence: Sequence[str | Evidence] = ()
    scale: str = scales.OURS
    date: str = ""  # EDTF; "" for today


@dataclass(frozen=True, slots=True)
class Assessed:
    """All voices on one target, side by side."""

    target: str
    voices: tuple[VoiceOn, ...]
    state_words: tuple[StateWord, ...]  # the State's own word, never a level
    history: tuple[Assessment, ...]  # all, withdrawn ones too, oldest first
    index: Index | None = field(default=None)  # only where somebody asked for it


def assess(archive: Archive, target: str, said: NewAssessment, *, who: str) -> Assessment:
    """Put an assessment on record.

    Args:
        archive: open.
        target: a recommendation ("A/HRC/28/10#126.44"), a committee's recommendation ("CCPR/C/KAZ/CO/2#12"), or the id
            of a goal of a plan ("goal-…"), or of a claim or proposal that tells a commitment ("claim-…").
        said: level, assessor, reasons, evidence.
        who: the person who puts it on record.

    Raises:
        NotFound: the archive holds no such target, or no such evidence.
        NotAllowed: no such level, date or assessor; a level without evidence; a name is missing.
    """
    if not who.strip():
        raise NotAllowed("An assessment needs a name.", advice="Say who puts it on record.")
    with archive.whole_or_nothing():
        require_target(archive, target)
        evidence = tuple(evidence_from(archive, one) if isinstance(one, str) else one for one in said.evidence)
        assessor = _assessor(said.assessor)
        name = said.name.strip() or (who.strip() if assessor is Assessor.OURSELVES else "")
        day = said.date.strip() or datetime.now(UTC).date().isoformat()
        given = Assessment(
            *("", target, said.level.strip(), said.scale.strip(), day, assessor, name),
            *(said.reasons.strip(), evidence, who.strip(), ""),
        )
        check(given)
        return assessments.new(archive, given)


def check(given: Assessment) -> None:
    """Whether this can stand on record.

    Raises:
        NotAllowed: it cannot, and why.
    """
    if given.scale not in scales.scales():
        raise NotAllowed(f"There is no scale “{given.scale[:40]}”.", advice=f"Choose: {', '.join(scales.scales())}.")
    if scales.level(given.scale, given.level) is None:
        levels = ", ".join(level.key for level in scales.scales()[given.scale])
        raise NotAllowed(
            f"The scale {given.scale} has no level “{given.level[:40]}”.", advice=f"Choose one of: {levels}."
        )
    if not given.name:
        raise NotAllowed("Nobody is named who assesses.", advice="Say the name of the State, institution or group.")
    if not is_edtf(given.date):
        raise NotAllowed(f"“{given.date[:40]}” is no date.", advice="Write 2014-10-30, 2014-10 or 2014.")
    if given.date > date.today().isoformat():
        raise NotAllowed(f"{given.date} has not come yet.", advice="Give the day on which it was said.")
    if len(given.reasons) > _LONGEST or len(given.evidence) > _MOST_EVIDENCE:
        raise NotAllowed("That is far too much.", advice="Write shorter reasons, or name fewer passages.")
    if given.level != NO_INFORMATION and not given.evidence:
        raise NotAllowed(
            "Without evidence nothing is known.",
            advice=f"Name a passage, a claim or a source, or give the level “{NO_INFORMATION}”.",
        )


def withdraw_assessment(archive: Archive, assessment_id: str, *, who: str, reason: str = "") -> Assessment:
    """Take back an assessment that was written by mistake; it stays readable. A new view is a new assessment.

    Raises:
        NotFound: no such assessment.
        NotAllowed: it is withdrawn already, or nobody's name is given.
    """
    if not who.strip():
        raise NotAllowed("Withdrawing needs a name.", advice="Say who withdraws it.")
    with archive.whole_or_nothing():
        known = assessments.by_id(archive, assessment_id)
        if known is None:
            raise NotFound(f"The archive holds no assessment {assessment_id[:40]}.", advice="Load the page again.")
        if not known.stands:
            raise NotAllowed(f"{known.withdrawn_by} has withdrawn this already.", advice="Load the page again.")
        return assessments.withdraw(archive, assessment_id, who=who.strip(), why=reason.strip())


def assessments_of(archive: Archive, target: str, *, with_index: bool = False) -> Assessed:
    """All voices on one target, with the State's own words at their places.

    Args:
        archive: open.
        target: as in :func:`assess`; one that the archive does not hold (yet) can have assessments that wait for it.
        with_index: add UPR Info's index, an average, with its weakness told.
    """
    with archive.told_plainly():
        return _assessed(target, assessments.of_targets(archive, [target]).get(target, ()), archive, with_index)


def assessments_on(archive: Archive, targets: Iterable[str]) -> dict[str, tuple[VoiceOn, ...]]:
    """By target, the voices that stand; targets without any are left out. For lists, papers and matrices."""
    with archive.told_plainly():
        found = assessments.of_targets(archive, targets)
        voices = {target: side_by_side(several) for target, several in found.items()}
        return {target: several for target, several in voices.items() if several}


def list_assessments(
    archive: Archive,
    *,
    target: str = "",
    assessor: str = "",
    withdrawn: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> PageOf[Assessment]:
    """All assessments on record, in the order in which they were written.

    Args:
        archive: open.
        target: only those on this one.
        assessor: only of this kind of assessor ("NGO").
        withdrawn: also those that were withdrawn.
        limit: at most so many; None for all.
        offset: without the first so many.
    """
    with archive.told_plainly():
        rows = tables.Assessment.objects.using(archive.alias).order_by("pk")
        rows = rows.filter(target=target) if target else rows
        rows = rows.filter(assessor=assessor) if assessor else rows
        rows = rows if withdrawn else rows.filter(withdrawn_when=None)
        stop = None if limit is None else offset + limit
        return PageOf(tuple(map(assessments.load, rows[offset:stop])), rows.count(), offset)


def require_target(archive: Archive, target: str) -> None:
    """Whether the archive holds what is to be assessed.

    Raises:
        NotFound: it does not.
    """
    if target.startswith(GOAL):
        show_goal(archive, target)
        return
    if target.startswith(("claim-", "proposal-")):
        table = tables.Claim if target.startswith("claim-") else tables.Proposal
        known = table.objects.using(archive.alias).filter(key=target).exists()
    else:
        known = tables.Recommendation.objects.using(archive.alias).filter(key=target).exists()
        known = known or _is_of_committee(archive, target)
    if not known:
        raise NotFound(
            f"The archive holds no {target[:80]}.", advice="Check report and number, or the id of the claim."
        )


def _is_of_committee(archive: Archive, target: str) -> bool:
    symbol, _, number = target.rpartition("#")
    if not symbol:
        return False
    parts = tables.PaperParts.objects.using(archive.alias).filter(document__symbol=symbol, document__leads=True)
    for said, sha256 in parts.values_list("said", "document__sha256"):
        found = committee.unpack(said, (sha256, symbol))["committee_recommendations"]
        if any(one.number == number for one in found):
            return True
    return False


def _assessed(target: str, history: tuple[Assessment, ...], archive: Archive, with_index: bool) -> Assessed:
    voices = side_by_side(history)
    index = upr_info_index(voices) if with_index else None
    return Assessed(target, voices, words_of_state(archive, target), history, index)


def _assessor(given: Assessor | str) -> Assessor:
    wanted = str(given).strip().casefold()
    for one in Assessor:
        if one.value.casefold() == wanted or one.name.casefold().replace("_", "-") == wanted:
            return one
    raise NotAllowed(f"“{str(given)[:40]}” is no kind of assessor.", advice=f"Choose one of: {', '.join(Assessor)}.")
