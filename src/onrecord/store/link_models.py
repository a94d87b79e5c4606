"""Tables of suggested links between texts that ask for something. What persons decide on them is kept as judgements."""

from django.db import models


class TextLink(models.Model):
    """Two texts that ask the same, or speak of the same. Worked out anew when papers of the State have changed."""

    state = models.CharField(max_length=3, db_index=True)  # under review
    relation = models.CharField(max_length=8, db_index=True)  # "uptake", "repeat", "alike", "raised"
    one = models.TextField(db_index=True)  # key of a proposal or of an earlier recommendation
    other = models.TextField(db_index=True)  # key of a recommendation, or of a passage that raises it
    kind = models.CharField(max_length=12)
    score = models.FloatField()
    reasons = models.JSONField()  # [what, words, whether it speaks against]


class LinkedState(models.Model):
    """From which papers and corrections the links of a State were worked out."""

    state = models.CharField(max_length=3, unique=True)
    stamp = models.TextField()


class ProposalChance(models.Model):
    """Who was asked the same as a proposal asks, without it."""

    state = models.CharField(max_length=3, db_index=True)
    proposal = models.TextField(db_index=True)
    before = models.JSONField()  # keys of recommendations of the cycle before
    before_known = models.BooleanField()
    states = models.JSONField()  # other States that were asked the same in the same session
    of_states = models.IntegerField()
