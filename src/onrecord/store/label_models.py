"""Tables of labels: what a model suggests, what stands once persons have decided, and vectors of meaning."""

from django.db import models


class LabelModel(models.Model):
    """A model that suggested labels in this archive."""

    name = models.TextField()
    version = models.TextField()
    fingerprint = models.CharField(max_length=64, unique=True)


class LabelledDocument(models.Model):
    """That a document's recommendations were labelled, by which model, and from which probability on as sure."""

    document = models.OneToOneField(
        "onrecord.Document", primary_key=True, on_delete=models.CASCADE, related_name="labelled"
    )
    model = models.ForeignKey(LabelModel, on_delete=models.CASCADE, related_name="documents")
    sure_from = models.FloatField()


class RecommendationLabel(models.Model):
    """One label of one recommendation: suggested by a model, given by a person, or both.

    ``probability`` is null where no model and no rule suggests it. ``judged`` and ``stands`` are derived from the
    judgements. Themes, persons affected and goals follow by rule: never sure, they stand as suggestions unless refused.
    """

    recommendation = models.ForeignKey("onrecord.Recommendation", on_delete=models.CASCADE, related_name="labels")
    document = models.ForeignKey("onrecord.Document", on_delete=models.CASCADE, related_name="labels", db_index=False)
    scheme = models.CharField(max_length=40)
    name = models.TextField()
    probability = models.FloatField(null=True)
    sure = models.BooleanField(default=False)
    words = models.JSONField(default=list)  # [[start, end], …] in the recommendation's text
    judged = models.CharField(max_length=10, default="")  # "right", "wrong" or ""
    stands = models.BooleanField(default=False)  # lists and counts go by it
    # Derived from the recommendation (``labels.follow``), so that labels are counted without touching its long row:
    item_position = models.CharField(max_length=10, default="")
    item_changed = models.BooleanField(default=False)
    item_judged = models.CharField(max_length=10, default="")

    class Meta:
        """One row for each label of a recommendation; counts are made on the index alone."""

        constraints = (
            models.UniqueConstraint(fields=("recommendation", "scheme", "name"), name="one_label_of_recommendation"),
        )
        indexes = (
            models.Index(fields=("scheme", "name", "stands", "recommendation"), name="label_recommendations"),
            models.Index(fields=("document", "scheme", "name", "stands"), name="label_counts"),
            models.Index(
                fields=("scheme", "name", "stands", "document", "item_position", "item_changed", "item_judged"),
                name="label_items",
            ),
        )


class Meaning(models.Model):
    """The meaning of all recommendations of a document: one array of 8-bit numbers, a row for each."""

    document = models.OneToOneField(
        "onrecord.Document", primary_key=True, on_delete=models.CASCADE, related_name="meaning"
    )
    model = models.ForeignKey(LabelModel, on_delete=models.CASCADE, related_name="meanings")
    keys = models.JSONField()  # primary keys of the recommendations, in the order of the rows
    texts = models.CharField(max_length=64)  # sha256 of the texts: vectors are made anew where one was corrected
    vectors = models.BinaryField()


class SubjectVersion(models.Model):
    """One version of the definition of a subject; the latest holds, earlier ones stay."""

    key = models.CharField(max_length=60, db_index=True)
    version = models.IntegerField()
    title = models.TextField()
    note = models.TextField()
    issues = models.JSONField(default=list)
    words = models.TextField()
    meaning = models.JSONField(default=list)
    near = models.FloatField()
    who = models.TextField()
    when = models.DateTimeField()
    reason = models.TextField()

    class Meta:
        """No version twice: of two persons who save at once, one is told."""

        constraints = (models.UniqueConstraint(fields=("key", "version"), name="one_version_of_subject"),)


class TaxonomyVersion(models.Model):
    """One version of a taxonomy that was imported; the latest holds, earlier ones stay."""

    key = models.CharField(max_length=40, db_index=True)
    version = models.IntegerField()
    title = models.TextField()
    terms = models.JSONField()  # [[key, parent, name, note, names if any], …]
    file = models.TextField()
    sha256 = models.CharField(max_length=64)
    who = models.TextField()
    when = models.DateTimeField()

    class Meta:
        """No version twice."""

        constraints = (models.UniqueConstraint(fields=("key", "version"), name="one_version_of_taxonomy"),)
