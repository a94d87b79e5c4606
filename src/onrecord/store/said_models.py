"""Tables of what papers say: claims, proposals, sources, names, events, and what holds between papers.

Columns named ``place`` hold ``[page, paragraph, start, end, boxes]`` (see ``places.py``).
"""

from django.db import models


class Claim(models.Model):
    """One checkable statement."""

    document = models.ForeignKey("onrecord.Document", on_delete=models.CASCADE, related_name="claims")
    key = models.CharField(max_length=40, db_index=True)  # made of content
    order = models.IntegerField()
    text = models.TextField()
    folded = models.TextField()
    place = models.JSONField()
    sentence = models.JSONField()
    kind = models.CharField(max_length=20, db_index=True)
    source = models.TextField(db_index=True)
    voice = models.CharField(max_length=10)
    modality = models.CharField(max_length=12)
    date = models.TextField(db_index=True)
    right = models.CharField(max_length=40, db_index=True)  # the main one
    has_figure = models.BooleanField(default=False, db_index=True)
    said = models.JSONField()  # all other fields of the claim


class Proposal(models.Model):
    """What a paper asks, of whom."""

    document = models.ForeignKey("onrecord.Document", on_delete=models.CASCADE, related_name="proposals")
    key = models.CharField(max_length=40, db_index=True)
    order = models.IntegerField()
    text = models.TextField()
    folded = models.TextField()
    place = models.JSONField()
    voice = models.CharField(max_length=10, db_index=True)
    maker = models.TextField()
    addressee = models.TextField()
    said = models.JSONField()  # asks, rights, reasons


class SourceNote(models.Model):
    """A note and the source it names."""

    document = models.ForeignKey("onrecord.Document", on_delete=models.CASCADE, related_name="source_notes")
    order = models.IntegerField()
    number = models.TextField()
    text = models.TextField()
    url = models.TextField()
    source = models.TextField(db_index=True)  # what makes two notes one source: the address without its fringe
    said = models.JSONField()  # places, same_as, reason


class Named(models.Model):
    """A law, person or organisation as one document names it. The same key in two documents is the same thing."""

    document = models.ForeignKey("onrecord.Document", on_delete=models.CASCADE, related_name="named")
    kind = models.CharField(max_length=12, db_index=True)
    key = models.TextField(db_index=True)
    group = models.TextField(db_index=True)  # derived: the key under which a person's decisions have joined it
    order = models.IntegerField()
    name = models.TextField()
    folded = models.TextField()
    mentions = models.JSONField()  # places
    at_risk = models.BooleanField(default=False, db_index=True)
    public_role = models.BooleanField(default=False)
    said = models.JSONField()  # roles, perhaps, reasons


class Event(models.Model):
    """Something that happened at a time, as one document tells it."""

    document = models.ForeignKey("onrecord.Document", on_delete=models.CASCADE, related_name="events")
    key = models.TextField(db_index=True)
    order = models.IntegerField()
    name = models.TextField()
    kind = models.TextField(db_index=True)
    date = models.TextField(db_index=True)
    where = models.TextField()
    mentions = models.JSONField()
    said = models.JSONField()  # claims, reasons


class PaperParts(models.Model):
    """Sections, asides and quotations of one document, which are only ever shown together."""

    document = models.OneToOneField(
        "onrecord.Document", primary_key=True, on_delete=models.CASCADE, related_name="parts"
    )
    said = models.JSONField()


class Comparison(models.Model):
    """A conflict, copy, link or contradiction. Worked out anew when a paper about the State is added."""

    key = models.CharField(max_length=40, unique=True)  # made of content
    state = models.CharField(max_length=3, db_index=True)
    kind = models.CharField(max_length=16, db_index=True)
    verdict = models.TextField()
    reason = models.TextField()
    order = models.IntegerField()


class ComparisonMember(models.Model):
    """One side of a comparison: a passage, or the whole document where ``place`` is null."""

    comparison = models.ForeignKey(Comparison, on_delete=models.CASCADE, related_name="members")
    document = models.ForeignKey("onrecord.Document", on_delete=models.CASCADE, related_name="compared")
    order = models.IntegerField()
    place = models.JSONField(null=True)
    claim = models.TextField(db_index=True)  # id of the claim, proposal or name
    quote = models.TextField()


class StaleState(models.Model):
    """A State whose comparisons have to be worked out anew: its papers have changed."""

    state = models.CharField(max_length=3, unique=True)
