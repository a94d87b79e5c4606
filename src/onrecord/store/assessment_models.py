"""The table of assessments. Points to nothing: what it is about is named by content and may be read anew."""

from django.db import models


class Assessment(models.Model):
    """One voice on one recommendation. Written once; only withdrawing adds to it."""

    uid = models.CharField(max_length=32, unique=True)
    target = models.TextField(db_index=True)
    level = models.CharField(max_length=20)
    scale = models.CharField(max_length=40)
    date = models.TextField()
    assessor = models.CharField(max_length=24)
    name = models.TextField()
    reasons = models.TextField()
    evidence = models.JSONField()  # [kind, ref, text, packed place, sha256, symbol, name] for each
    who = models.TextField()
    when = models.DateTimeField()
    withdrawn_by = models.TextField(default="")
    withdrawn_when = models.DateTimeField(null=True)
    withdrawn_why = models.TextField(default="")
