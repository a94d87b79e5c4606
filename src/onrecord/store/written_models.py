"""Tables of papers that people write here: each with every version it ever had."""

from django.db import models


class WrittenPaper(models.Model):
    """One paper. Its words stand in its versions."""

    uid = models.CharField(max_length=32, unique=True)
    outline = models.CharField(max_length=40)
    state = models.CharField(max_length=3, db_index=True)
    cycle = models.IntegerField(null=True)
    language = models.CharField(max_length=2)
    authors = models.JSONField()
    before = models.TextField()  # EDTF: only sources published before this day
    subject = models.TextField()
    created = models.DateTimeField()
    current = models.IntegerField(default=0)  # number of the version that holds


class WrittenVersion(models.Model):
    """One version of a paper. Written once, never changed or deleted."""

    paper = models.ForeignKey(WrittenPaper, on_delete=models.CASCADE, related_name="versions")
    number = models.IntegerField()
    title = models.TextField()
    text = models.TextField()
    who = models.TextField()
    when = models.DateTimeField()
    reason = models.TextField()
    based_on = models.IntegerField()
    aside = models.BooleanField(default=False)  # kept beside: somebody else had saved meanwhile

    class Meta:
        """No two versions of one number: two authors who save at once do not lose anything."""

        constraints = (models.UniqueConstraint(fields=["paper", "number"], name="one_version"),)
