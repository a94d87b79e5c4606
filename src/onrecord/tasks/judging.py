"""Judging: a person corrects what was read, or says what it is worth. Decisions are withdrawn, never deleted."""

from collections.abc import Iterable

from onrecord.errors import NotFound, RunError
from onrecord.model import Position
from onrecord.model.judgement import CORRECTED, SURE_FROM, VERDICT, VERDICTS, Judgement
from onrecord.store import documents, judgements, links, tables
from onrecord.store.archive import Archive
from onrecord.store.labels import THRESHOLD, threshold_decided
from onrecord.store.labels import target_of as label_of
from onrecord.tasks import naming
from onrecord.tasks.correcting import reading_of
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.ending import tail_at
from onrecord.tasks.histories import derive
from onrecord.tasks.labels import renew_labels, seen_by_judge, target_of_question
from onrecord.tasks.links import seen_of_link
from onrecord.tasks.thresholds import allowed_threshold, apply_threshold, seen_threshold
from onrecord.vocabulary import states

_LONGEST = 20_000  # characters of a corrected text


class Conflict(RunError):
    """Somebody else judged the same meanwhile; nothing was written. ``theirs`` is what they decided."""

    def __init__(self, what: str, theirs: Judgement, *, advice: str = "", where: str = "") -> None:
        super().__init__(what, advice=advice, where=where)
        self.theirs = theirs

    def __reduce__(self) -> tuple[object, ...]:
        return _conflict, (self.what, self.theirs, self.advice, self.where)


def judge(  # noqa: PLR0913  agreed with the pages that call it
    archive: Archive, target: str, field: str, value: object, *, reason: str, who: str, based_on: str = ""
) -> Judgement:
    """Record what a person decided, and apply it.

    Args:
        archive: open.
        target: a recommendation ("A/HRC/28/10#126.44"), a label of one ("A/HRC/28/10#126.44#label:issue:Detention"),
            "labels" for all labels, a question of the queue ("doubt:…"), or two texts that are linked ("link:…", see
            ``target_of``): "right" puts them together, "wrong" apart.
        field: "text", "number", "states", "position", "end" or "verdict"; of a question only "verdict"; of labels
            as a whole "sure_from".
        value: what it should be. ``states``: ISO 3166-1 alpha-3 codes; ``position``: "supported", "noted" or
            "pending"; ``end``: the words with which the item ends, or their offset in the document's text;
            ``verdict``: "right", "wrong", "unsure" or "later".
        reason: why, in the person's words; may be empty.
        who: the name of the person.
        based_on: id of the latest judgement on this field that the person saw; "" for the bare reading.

    Returns:
        The judgement as recorded.

    Raises:
        NotFound: the archive holds no such recommendation or question.
        NotAllowed: the value is none that this field can have, or nobody's name is given.
        Conflict: somebody judged this field meanwhile; nothing was written.
    """
    if not who.strip():
        raise NotAllowed("A decision needs a name.", advice="Say who decides.")
    with archive.whole_or_nothing():
        judgements.lock(archive)
        target = target_of_question(archive, target)
        seen, clean = _judged(archive, target, field, value)
        _require_latest(archive, target, field, based_on)
        decided = Judgement("", target, field, clean, reason.strip(), who.strip(), "", seen, based_on)
        saved = judgements.new(archive, decided)
        renew(archive, [target])
    return saved


def choose_threshold(archive: Archive, value: object, *, who: str, reason: str = "") -> Judgement:
    """Choose from which probability on labels are sure, whatever was chosen before.

    Raises:
        NotAllowed: it is no probability, or nobody's name is given.
    """
    with archive.told_plainly():
        before = threshold_decided(archive)
    based_on = before.id if before else ""
    return judge(archive, THRESHOLD, SURE_FROM, value, reason=reason, who=who, based_on=based_on)


def withdraw(archive: Archive, judgement_id: str, *, who: str) -> Judgement:
    """Take a judgement back: what was decided before it, or the reading, stands again.

    Raises:
        NotFound: no such judgement.
        NotAllowed: it is withdrawn already, or nobody's name is given.
    """
    if not who.strip():
        raise NotAllowed("A decision needs a name.", advice="Say who withdraws it.")
    with archive.whole_or_nothing():
        judgements.lock(archive)
        judgement = judgements.by_id(archive, judgement_id)
        if judgement is None:
            raise NotFound(f"The archive holds no decision {judgement_id}.", advice="Load the page again.")
        if not judgement.stands:
            raise NotAllowed(f"{judgement.withdrawn_by} has withdrawn this already.", advice="Load the page again.")
        withdrawn = judgements.withdraw(archive, judgement, who=who.strip())
        renew(archive, [judgement.target])
    return withdrawn


def judgements_of(archive: Archive, target: str) -> tuple[Judgement, ...]:
    """All judgements on a recommendation or question, withdrawn ones too, oldest first."""
    with archive.told_plainly():
        return judgements.of_target(archive, target)


def renew(archive: Archive, targets: Iterable[str]) -> None:
    """Work out anew what follows from the judgements on these targets (inside a transaction)."""
    named = list(targets)
    if any(target.startswith(naming.TARGET) for target in named):
        naming.regroup(archive)
    renew_labels(archive, named)
    if THRESHOLD in named:
        apply_threshold(archive)
    derive(archive, {judgements.report_of(target) for target in named} - {""})
    asked = [target for target in named if not judgements.report_of(target)]
    standing = judgements.standing_on(archive, asked)
    for target in asked:
        verdict = standing.get(target, {}).get(VERDICT)
        rows = tables.Question.objects.using(archive.alias).filter(key=target)
        rows.update(verdict=str(verdict.value) if verdict else "")


def allowed(field: str, value: object) -> object:
    """The value as it is recorded, for every field but ``end``.

    Raises:
        NotAllowed: this field cannot have it.
    """
    if field == VERDICT and value in VERDICTS:
        return value
    if field == SURE_FROM:
        return allowed_threshold(field, value)
    if field == "position" and value in list(Position):
        return str(value)
    if field == "states":
        return _codes(value)
    if field in ("text", "number", "end") and isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST:
        return " ".join(value.split()) if field != "end" else value
    raise NotAllowed(f"“{str(value)[:80]}” cannot be the {field} of anything.", advice=_advice(field))


def _judged(archive: Archive, target: str, field: str, value: object) -> tuple[object, object]:
    """What the reading says in this field, and the value as it is recorded."""
    if target.startswith(links.TARGET):
        if field != VERDICT:
            raise NotAllowed("A link takes only a verdict.", advice=_advice(VERDICT))
        return seen_of_link(archive, target), allowed(field, value)
    if target == THRESHOLD:
        return seen_threshold(archive), allowed_threshold(field, value)
    if label := label_of(target):
        return seen_by_judge(archive, label, field), allowed(field, value)
    if not judgements.report_of(target):
        question = tables.Question.objects.using(archive.alias).filter(key=target).first()
        if question is None:
            raise NotFound(f"The queue holds no question {target[:80]}.", advice="Load the page again.")
        if field != VERDICT:
            raise NotAllowed("A question takes only a verdict.", advice="Correct the recommendation that it is about.")
        return question.sentence, allowed(field, value)
    rows = tables.Recommendation.objects.using(archive.alias).filter(key=target, document__leads=True)
    row = rows.select_related("document").first()
    if row is None:
        raise NotFound(f"The archive holds no recommendation {target[:80]}.", advice="Check report and number.")
    clean = _ending(row, value) if field == "end" else allowed(field, value)
    return reading_of(row, field), clean


def _ending(row: tables.Recommendation, value: object) -> object:
    tail = tail_at(row, documents.load(row.document), value) if isinstance(value, int | str) else None
    if tail is None:
        raise NotAllowed(
            "The item cannot end there: these words do not stand behind its beginning.",
            advice="Mark the last words of the item in the document.",
        )
    return tail


def _codes(value: object) -> tuple[str, ...]:
    given = [value] if isinstance(value, str) else list(value) if isinstance(value, list | tuple) else []
    codes = tuple(dict.fromkeys(str(code).strip().upper() for code in given))
    known = set(states.codes())
    for code in codes:
        if code not in known:
            raise NotAllowed(f"“{code[:40]}” is no State that we know.", advice="Give ISO 3166-1 alpha-3 codes.")
    return codes


def _advice(field: str) -> str:
    if field == VERDICT:
        return f"Choose one of: {', '.join(VERDICTS)}."
    if field == "position":
        return f"Choose one of: {', '.join(Position)}."
    if field in CORRECTED:
        return f"Give its words, at most {_LONGEST} letters."
    return f"Choose one of the fields {', '.join(CORRECTED)}, {VERDICT}."


def _require_latest(archive: Archive, target: str, field: str, based_on: str) -> None:
    known = [one for one in judgements.of_target(archive, target) if one.field == field]
    standing = [one for one in known if one.stands]
    current = standing[-1].id if standing else ""
    # Who saw the last decision, since withdrawn, overwrites nobody either.
    if based_on == current or (known and not standing and based_on == known[-1].id):
        return
    theirs = known[-1] if known else None
    if theirs is None:
        raise NotFound(f"The archive holds no decision {based_on[:40]}.", advice="Load the page again.")
    done = "decided" if theirs.stands else "withdrew"
    raise Conflict(
        f"{theirs.who if theirs.stands else theirs.withdrawn_by} {done} this meanwhile.",
        theirs,
        advice="Look at both, then decide again.",
    )


def _conflict(what: str, theirs: Judgement, advice: str, where: str) -> Conflict:
    return Conflict(what, theirs, advice=advice, where=where)
