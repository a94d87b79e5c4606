"""Labels of recommendations in an archive: suggested by a model when it is asked to, decided by persons.

Adding papers does not wait for labels: for a report of 200 recommendations, labels and vectors take about a second of
one core, two or three times what reading it takes. ``onrecord label ARCHIVE`` labels what is new, when it is asked to.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from onrecord import labelling, settings
from onrecord.errors import NotFound
from onrecord.model.judgement import VERDICT, Judgement
from onrecord.model.label import ACTION, ACTION_WORDS, FOLLOWED, ISSUE, Labels
from onrecord.store import labels, tables
from onrecord.store.archive import Archive
from onrecord.store.labels import LabelTarget
from onrecord.tasks.crossing import follow_issues, without_themes
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.label_rows import LabelReport, LabelRow
from onrecord.tasks.taxonomies import is_label

if TYPE_CHECKING:
    from onrecord.labelling.suggesting import Labeller

KIND = "label"  # of questions in the queue
_LONGEST = 200  # letters of a label that a person gives
LabelProgress = Callable[[int, int], None]  # documents done, documents to do


def label_documents(
    archive: Archive,
    *,
    threshold: float | None = None,
    model: str | Path | None = None,
    progress: LabelProgress | None = None,
) -> LabelReport:
    """Suggest labels for all recommendations that this model has not labelled yet, each paper whole or not at all.

    What persons decided stays as it is, whatever a model says; its new suggestions stand beside it.

    Args:
        archive: open.
        threshold: probability from which a label is filed as sure; the others are asked about in the queue. None
            leaves papers as they were labelled, and takes for new ones what a person chose for this archive, else the
            model's own threshold.
        model: a model file; None asks the settings, else it is the one that comes with Onrecord.
        progress: called after each paper.

    Raises:
        ModelError: the model file is missing, damaged or no model.
    """
    one = current_labeller(model)
    with archive.told_plainly():
        chosen = labels.chosen_threshold(archive) if threshold is None else threshold
        sure_from = one.sure_from if chosen is None else chosen
        every = tables.Document.objects.using(archive.alias).filter(recommendations__isnull=False).distinct()
        done = every.filter(labelled__model__fingerprint=one.model.fingerprint)
        done = done if threshold is None else done.filter(labelled__sure_from=threshold)
        known = done.count()
        waiting = list(every.exclude(pk__in=done.values("pk")).order_by("pk"))
    counted = [0, 0, 0]
    for number, document in enumerate(waiting, 1):
        with archive.whole_or_nothing():
            counted = [a + b for a, b in zip(counted, _label(archive, document, one, sure_from), strict=True)]
        if progress:
            progress(number, len(waiting))
    _file_themes(archive)
    # Loaded here: whoever only adds or judges needs no library of numbers.
    from onrecord.tasks.meanings import keep_meanings

    keep_meanings(archive)
    labeller = one.model.labeller
    return LabelReport(
        documents=len(waiting),
        recommendations=counted[0],
        known=known,
        labels=counted[1] + counted[2],
        sure=counted[1],
        unsure=counted[2],
        model=f"{labeller.name} {labeller.version}",
        fingerprint=labeller.fingerprint,
    )


def current_labeller(model: str | Path | None = None) -> "Labeller":
    """The model that is asked: this file, that of the settings, or the one that comes with Onrecord.

    Raises:
        ModelError: the model file is missing, damaged or no model.
    """
    given = model or settings.value(settings.LABELS)
    return labelling.labeller(Path(given) if given else None)


def _label(archive: Archive, document: tables.Document, one: "Labeller", sure_from: float) -> tuple[int, int, int]:
    """How many recommendations were labelled, with how many sure and unsure labels."""
    rows = list(document.recommendations.order_by("order").values_list("pk", "text"))
    found = one.label([text for _, text in rows], threshold=sure_from)
    by_row: dict[int, Labels] = {pk: labels_ for (pk, _), labels_ in zip(rows, found, strict=True)}
    labels.save(archive, document, by_row, sure_from=sure_from, labeller=one.model.labeller)
    follow_issues(archive, by_row)
    ask_about_labels(archive, document)
    said = [label.sure for each in by_row.values() for label in (*filter(None, (each.action,)), *each.issues)]
    return len(rows), sum(said), len(said) - sum(said)


def _file_themes(archive: Archive) -> None:
    """What follows by rule, in papers that were labelled before it was filed."""
    with archive.told_plainly():
        lacking = without_themes(archive)
    for document in lacking:
        with archive.whole_or_nothing():
            rows = tables.Recommendation.objects.using(archive.alias).filter(document=document)
            follow_issues(archive, rows.values_list("pk", flat=True))


def ask_about_labels(archive: Archive, document: tables.Document) -> None:
    """Renew the questions about labels that are not sure (inside a transaction)."""
    scope = f"labels {document.sha256}"
    table = tables.Question.objects.using(archive.alias)
    table.filter(scope=scope).delete()
    unsure = tables.RecommendationLabel.objects.using(archive.alias).filter(document=document, sure=False)
    wanted = unsure.exclude(probability=None).exclude(scheme__in=FOLLOWED).select_related("recommendation")
    ordered = wanted.order_by("recommendation__order", "scheme", "-probability", "pk")
    table.bulk_create([_question(row, scope, order) for order, row in enumerate(ordered)])


def _question(row: tables.RecommendationLabel, scope: str, order: int) -> tables.Question:
    item = row.recommendation
    target = str(LabelTarget(item.key, row.scheme, row.name))
    because = _because(row)
    told = f", because of {', '.join(f'“{words}”' for words in because)}" if because else ""
    return tables.Question(
        key=f"label:{sha256(target.encode()).hexdigest()[:24]}",
        scope=scope,
        order=order,
        kind=KIND,
        sentence=f"Suggested: {spoken(row.scheme, row.name)}, {row.probability:.2f}{told}.",
        target=target,
        document_id=row.document_id,
        place=item.item_place,
        quote=item.item,
        evidence={},
        choices=[],
        verdict=row.judged,
    )


def spoken(scheme: str, name: str) -> str:
    """A label in words: "action 4 (general action)", "Detention"."""
    if scheme == ACTION and name.isdigit() and int(name) in ACTION_WORDS:
        return f"action {name} ({ACTION_WORDS[int(name)]})"
    return name


def list_labels(archive: Archive, recommendation: str) -> tuple[LabelRow, ...]:
    """The labels of one recommendation (by its id): the action first, then what stands, then the likeliest."""
    with archive.told_plainly():
        return labels_of(archive, [recommendation]).get(recommendation, ())


def labels_of(archive: Archive, recommendations: Iterable[str]) -> dict[str, tuple[LabelRow, ...]]:
    """The labels of several recommendations; so many queries, however many."""
    wanted = list(recommendations)
    table = tables.RecommendationLabel.objects.using(archive.alias)
    found_rows: QuerySet[tables.RecommendationLabel] = table.filter(
        recommendation__key__in=wanted, document__leads=True
    ).select_related("recommendation", "document__labelled__model")
    latest: dict[str, Judgement] = {}
    rows = list(found_rows)
    for judgement in labels.decisions_on(archive, wanted) if any(row.judged for row in rows) else ():
        if judgement.stands:
            latest[judgement.target] = judgement
    found: dict[str, list[LabelRow]] = {}
    for row in rows:
        found.setdefault(row.recommendation.key, []).append(_shown(row, latest))
    return {key: tuple(sorted(some, key=_first)) for key, some in found.items()}


def standing(rows: Iterable[LabelRow]) -> dict[str, Any]:
    """The action and the issues that stand, as the fields of a recommendation's row."""
    there = [row for row in rows if row.stands]
    actions = [int(row.name) for row in there if row.scheme == ACTION and row.name.isdecimal()]
    return {"action": next(iter(actions), None), "issues": tuple(row.name for row in there if row.scheme == ISSUE)}


def _first(row: LabelRow) -> tuple[int, bool, float, str]:
    kind = 0 if row.scheme == ACTION else 2 + FOLLOWED.index(row.scheme) if row.scheme in FOLLOWED else 1
    return kind, not row.stands, -(row.probability or 1.0), row.name


def _shown(row: tables.RecommendationLabel, latest: dict[str, Judgement]) -> LabelRow:
    target = str(LabelTarget(row.recommendation.key, row.scheme, row.name))
    learned = row.probability is not None and row.scheme not in FOLLOWED
    model = row.document.labelled.model if learned else None
    return LabelRow(
        id=target,
        scheme=row.scheme,
        name=row.name,
        probability=row.probability,
        sure=row.sure,
        because=_because(row),
        stands=row.stands,
        model=f"{model.name} {model.version}" if model else "",
        fingerprint=model.fingerprint if model else "",
        judged=latest.get(target),
    )


def _because(row: tables.RecommendationLabel) -> tuple[str, ...]:
    # Spans are those of the text that was labelled; a text corrected since is labelled anew with the next run.
    text = row.recommendation.text
    return tuple(words for start, end in row.words if (words := text[start:end]))


def target_of_question(archive: Archive, target: str) -> str:
    """What a verdict on a question of the queue is about: the label it asks for, or the question itself."""
    if not target.startswith(f"{KIND}:"):
        return target
    asked = tables.Question.objects.using(archive.alias).filter(key=target).values_list("target", flat=True).first()
    return asked or target


def seen_by_judge(archive: Archive, target: LabelTarget, field: str) -> object:
    """What a model suggests of this label at the moment when a person judges it.

    Raises:
        NotFound: the archive holds no such recommendation.
        NotAllowed: a label takes only a verdict, or has no name.
    """
    if field != VERDICT:
        raise NotAllowed("A label takes only a verdict.", advice="Say right or wrong.")
    if not 0 < len(target.name.strip()) <= _LONGEST or not 0 < len(target.scheme) <= 40:
        raise NotAllowed("A label needs a name.", advice=f"Give at most {_LONGEST} letters.")
    table = tables.Recommendation.objects.using(archive.alias).filter(key=target.key, document__leads=True)
    if not table.exists():
        raise NotFound(f"The archive holds no recommendation {target.key[:80]}.", advice="Check report and number.")
    suggested = tables.RecommendationLabel.objects.using(archive.alias).filter(
        recommendation__key=target.key, scheme=target.scheme, name=target.name, document__leads=True
    )
    if not is_label(archive, target.scheme, target.name) and not suggested.exists():
        raise NotAllowed(f"There is no label “{target.name[:60]}”.", advice="Choose from the list.")
    row = suggested.exclude(probability=None).select_related("document__labelled__model").first()
    if row is None:
        return None
    return labels.seen(row)


def renew_labels(archive: Archive, targets: Iterable[str]) -> None:
    """Bring labels and questions up to date with the judgements on these labels (inside a transaction)."""
    named = [found for target in targets if (found := labels.target_of(target))]
    if not named:
        return
    keys = labels.rows_of(archive, {one.key for one in named})
    labels.decide(archive, keys)
    if any(one.scheme == ISSUE for one in named):
        follow_issues(archive, keys)
    labels.tell_questions(archive, KIND, [str(one) for one in named])


def restore_labels(archive: Archive, document: tables.Document) -> None:
    """After a new reading: what persons decided stands at once; suggestions come with the next labelling."""
    for table in (tables.LabelledDocument, tables.Meaning):
        table._default_manager.using(archive.alias).filter(document=document).delete()
    labels.decide(archive, dict(document.recommendations.values_list("pk", "key")))
    given = tables.RecommendationLabel.objects.using(archive.alias).filter(document=document, scheme=ISSUE)
    follow_issues(archive, set(given.values_list("recommendation", flat=True)))
