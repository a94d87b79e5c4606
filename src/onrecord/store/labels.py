"""Labels ↔ rows. Suggestions are replaced with each model; what persons decided is read from their judgements alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from onrecord.model.judgement import SURE_FROM, VERDICT, Judgement
from onrecord.model.label import ACTION, FOLLOWED, Label, Labeller, Labels
from onrecord.store import judgements, tables
from onrecord.store.archive import Archive

SIGN = "#label:"
THRESHOLD = "labels"  # what the decision is recorded of, from which probability on suggestions are sure
RIGHT, WRONG = "right", "wrong"
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class LabelTarget:
    """What a judgement on a label is about: a recommendation, by its content key, and one label."""

    key: str
    scheme: str
    name: str

    def __str__(self) -> str:
        return f"{self.key}{SIGN}{self.scheme}:{self.name}"


def target_of(text: str) -> LabelTarget | None:
    """The target that a judgement names; None if it is about no label."""
    key, sign, label = text.partition(SIGN)
    scheme, colon, name = label.partition(":")
    return LabelTarget(key, scheme, name) if sign and colon and name else None


def model_row(archive: Archive, labeller: Labeller) -> tables.LabelModel:
    """The row of a model, made if there is none."""
    row, _ = tables.LabelModel.objects.using(archive.alias).get_or_create(
        fingerprint=labeller.fingerprint, defaults={"name": labeller.name, "version": labeller.version}
    )
    return row


def save(
    archive: Archive, document: tables.Document, found: Mapping[int, Labels], *, sure_from: float, labeller: Labeller
) -> None:
    """Put a model's suggestions for a document's recommendations in place of earlier suggestions (in a transaction).

    Args:
        archive: open.
        document: its row.
        found: labels by the primary key of the recommendation.
        sure_from: the threshold that ``sure`` was told with.
        labeller: the model.
    """
    model = model_row(archive, labeller)
    tables.RecommendationLabel.objects.using(archive.alias).filter(document=document).delete()
    rows = [
        _row(pk, document.pk, label)
        for pk, labels in found.items()
        for label in (*((labels.action,) if labels.action else ()), *labels.issues)
    ]
    tables.RecommendationLabel.objects.using(archive.alias).bulk_create(rows, batch_size=_AT_ONCE)
    tables.LabelledDocument.objects.using(archive.alias).update_or_create(
        document=document, defaults={"model": model, "sure_from": sure_from}
    )
    keys = dict(document.recommendations.values_list("pk", "key"))
    decide(archive, keys)
    follow(tables.RecommendationLabel.objects.using(archive.alias).filter(document=document))


def follow(labels: QuerySet[tables.RecommendationLabel]) -> None:
    """Bring these labels up to date with the answers to their recommendations, and with who judged these."""
    own = tables.Recommendation.objects.using(labels.db).filter(pk=OuterRef("recommendation"))
    labels.update(**{f"item_{name}": Subquery(own.values(name)) for name in ("position", "changed", "judged")})


def _row(recommendation: int, document: int, label: Label) -> tables.RecommendationLabel:
    return tables.RecommendationLabel(
        recommendation_id=recommendation,
        document_id=document,
        scheme=label.scheme,
        name=label.name,
        probability=label.probability,
        sure=label.sure,
        words=[[span.start, span.end] for span in label.words],
        stands=label.sure or label.scheme in FOLLOWED,
    )


def file_followed(archive: Archive, found: Mapping[int, Sequence[Label]]) -> None:
    """Put what follows by rule on these recommendations (by primary key) in place of what followed before.

    What persons decided on such labels stays; it is told beside their word whether the rule still suggests it.
    """
    table = tables.RecommendationLabel.objects.using(archive.alias)
    items = tables.Recommendation.objects.using(archive.alias)
    wanted = list(found)
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        documents = dict(items.filter(pk__in=some).values_list("pk", "document"))
        there = table.filter(recommendation__in=some, scheme__in=FOLLOWED)
        there.filter(judged="").delete()
        judged = {(row.recommendation_id, row.scheme, row.name): row for row in there}
        new = {(pk, one.scheme, one.name): one for pk in some for one in found[pk]}
        for key, row in judged.items():
            one = new.pop(key, None)
            row.probability = one.probability if one else None
            row.words = [[span.start, span.end] for span in one.words] if one else []
            row.stands = row.judged == RIGHT or (row.judged != WRONG and one is not None)
        table.bulk_update(judged.values(), ["probability", "words", "stands"])
        rows = [_row(pk, documents[pk], one) for (pk, _, _), one in new.items()]
        table.bulk_create(rows, batch_size=_AT_ONCE)
        follow(table.filter(recommendation__in=some, scheme__in=FOLLOWED))


def decide(archive: Archive, keys: Mapping[int, str]) -> None:
    """Work out anew what stands on these recommendations (primary key → content key), from the judgements on them."""
    standing = _standing(archive, list(keys.values()))
    by_key: dict[str, list[int]] = defaultdict(list)
    for pk, key in keys.items():
        by_key[key].append(pk)
    touched = [pk for key in standing for pk in by_key[key]]
    table = tables.RecommendationLabel.objects.using(archive.alias)
    every = list(keys)
    for first in range(0, len(every), _AT_ONCE):
        judged = table.filter(recommendation__in=every[first : first + _AT_ONCE]).exclude(judged="")
        touched += judged.values_list("recommendation", flat=True)
    touched = list(dict.fromkeys(touched))
    for first in range(0, len(touched), _AT_ONCE):
        some = touched[first : first + _AT_ONCE]
        _decide_some(archive, {pk: standing.get(keys[pk], {}) for pk in some})


def seen(row: tables.RecommendationLabel) -> tuple[float | None, str, str]:
    """What suggests a label, as a judgement records it: probability, name and version, fingerprint of the file."""
    if row.scheme in FOLLOWED:
        return (row.probability, "crosswalk", "")
    model = row.document.labelled.model
    return (row.probability, f"{model.name} {model.version}", model.fingerprint)


def rows_of(archive: Archive, keys: Iterable[str]) -> dict[int, str]:
    """Primary key → content key of the recommendations with these content keys."""
    wanted = list(keys)
    found: dict[int, str] = {}
    table = tables.Recommendation.objects.using(archive.alias)
    for first in range(0, len(wanted), _AT_ONCE):
        found |= dict(table.filter(key__in=wanted[first : first + _AT_ONCE]).values_list("pk", "key"))
    return found


def _decide_some(archive: Archive, wanted: Mapping[int, Mapping[tuple[str, str], str]]) -> None:
    table = tables.RecommendationLabel.objects.using(archive.alias)
    rows: dict[int, dict[tuple[str, str], tables.RecommendationLabel]] = defaultdict(dict)
    for row in table.filter(recommendation__in=list(wanted)):
        rows[row.recommendation_id][row.scheme, row.name] = row
    documents = dict(
        tables.Recommendation.objects.using(archive.alias).filter(pk__in=list(wanted)).values_list("pk", "document")
    )
    for pk, verdicts in wanted.items():
        for scheme, name in verdicts.keys() - rows[pk].keys():
            label = {"scheme": scheme, "name": name}
            rows[pk][scheme, name] = table.create(recommendation_id=pk, document_id=documents[pk], **label)
        own_action = any(scheme == ACTION and said == RIGHT for (scheme, _), said in verdicts.items())
        for (scheme, name), row in rows[pk].items():
            row.judged = verdicts.get((scheme, name), "")
            replaced = scheme == ACTION and own_action and row.judged != RIGHT
            goes = row.sure or (scheme in FOLLOWED and row.probability is not None)
            row.stands = row.judged == RIGHT or (row.judged != WRONG and goes and not replaced)
    every = [row for some in rows.values() for row in some.values()]
    table.filter(pk__in=[r.pk for r in every if r.probability is None and not r.judged]).delete()
    table.bulk_update([r for r in every if r.probability is not None or r.judged], ["judged", "stands"])
    follow(table.filter(recommendation__in=list(wanted)))


def _standing(archive: Archive, keys: Sequence[str]) -> dict[str, dict[tuple[str, str], str]]:
    """The verdicts that stand on the labels of these recommendations, by scheme and name."""
    found: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for judgement in decisions_on(archive, keys):
        target = target_of(judgement.target)
        if target and judgement.stands:
            found[target.key][target.scheme, target.name] = str(judgement.value)
    return found


def threshold_decided(archive: Archive) -> Judgement | None:
    """The decision that stands on the probability from which labels are sure; None if nobody chose one."""
    return judgements.standing_on(archive, [THRESHOLD]).get(THRESHOLD, {}).get(SURE_FROM)


def chosen_threshold(archive: Archive) -> float | None:
    """The probability that a person chose; None if nobody did."""
    decided = threshold_decided(archive)
    return float(str(decided.value)) if decided else None


def tell_questions(archive: Archive, kind: str, targets: Sequence[str]) -> None:
    """Note on the questions about these labels what persons said of them."""
    for first in range(0, len(targets), _AT_ONCE):
        some = targets[first : first + _AT_ONCE]
        standing = judgements.standing_on(archive, some)
        by_verdict: dict[str, list[str]] = defaultdict(list)
        for target in some:
            verdict = standing.get(target, {}).get(VERDICT)
            by_verdict[str(verdict.value) if verdict else ""].append(target)
        for said, judged in by_verdict.items():
            rows = tables.Question.objects.using(archive.alias).filter(kind=kind, target__in=judged)
            rows.update(verdict=said)


def decisions_on(archive: Archive, keys: Iterable[str]) -> list[Judgement]:
    """All judgements on labels of these recommendations, withdrawn ones too, oldest first."""
    wanted, found = list(keys), []
    table = tables.Judgement.objects.using(archive.alias).filter(field=VERDICT)
    for first in range(0, len(wanted), _AT_ONCE):
        rows = table.filter(report__in=wanted[first : first + _AT_ONCE], target__contains=SIGN)
        found += [judgements.load(row) for row in rows.order_by("when", "pk")]
    return found
