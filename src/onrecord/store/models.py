"""The tables. Import them through :mod:`onrecord.store.tables`, which sets Django up first.

Text of any length is kept as found. ``place`` columns hold ``[page, paragraph, start, end, boxes]`` (see
``places.py``); the document they point into is the row's own.
"""

from django.db import models


class Review(models.Model):
    """One State's review in one cycle; ties the papers that belong together."""

    mechanism = models.CharField(max_length=20)
    state = models.CharField(max_length=3)
    cycle = models.IntegerField()

    class Meta:  # noqa: D106  Django's own word
        constraints = (models.UniqueConstraint(fields=("mechanism", "state", "cycle"), name="one_review"),)


class Document(models.Model):
    """One file: what it is and what it says of itself. Its bytes and its reading stand in tables of their own."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.TextField()
    size = models.BigIntegerField()
    added = models.DateTimeField()
    extraction = models.IntegerField()  # version of reading and extraction that made the findings
    kind = models.CharField(max_length=40, db_index=True)
    symbol = models.TextField(db_index=True)
    state = models.CharField(max_length=3, db_index=True)
    mechanism = models.CharField(max_length=20)
    cycle = models.IntegerField(null=True)
    session = models.IntegerField(null=True)
    council_session = models.IntegerField(null=True, db_index=True)
    date = models.TextField()
    dates = models.JSONField()
    related = models.JSONField()
    title = models.TextField()
    publishers = models.JSONField(default=list)
    words = models.IntegerField(null=True)  # as OHCHR counts; NGO papers only
    reasons = models.JSONField()
    language = models.TextField()
    format = models.TextField()
    pages = models.IntegerField()
    warnings = models.JSONField()
    # Derived from all papers at hand, brought up to date with every document that is added (ties.py):
    review = models.ForeignKey(Review, null=True, on_delete=models.SET_NULL, related_name="documents")
    leads = models.BooleanField(default=True)  # False: another file of the same symbol stands for it in lists
    derived = models.IntegerField(default=0)  # version of all that is worked out from the findings


class Source(models.Model):
    """A file's own bytes."""

    document = models.OneToOneField(Document, primary_key=True, on_delete=models.CASCADE, related_name="source")
    packing = models.CharField(max_length=8)  # "zlib" or "none"
    content = models.BinaryField()


class Reading(models.Model):
    """The document as read, packed (``packing.py``)."""

    document = models.OneToOneField(Document, primary_key=True, on_delete=models.CASCADE, related_name="reading")
    packed = models.BinaryField()


class Recommendation(models.Model):
    """One numbered item of a list of recommendations."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="recommendations")
    key = models.TextField(db_index=True)  # made of content: symbol#number
    order = models.IntegerField()  # in the document, from 0
    number = models.TextField(db_index=True)
    text = models.TextField()
    folded = models.TextField()  # with the next two: see ``searched_text.py``
    matters = models.TextField(default="")
    specific = models.BooleanField(default=False)
    states = models.JSONField()
    place = models.JSONField()
    item = models.TextField()
    item_place = models.JSONField()
    chapeau = models.TextField()
    chapeau_place = models.JSONField(null=True)
    asks = models.JSONField()
    unknown = models.JSONField()
    section = models.TextField()
    said = models.JSONField()  # the document's own statements about it, by their ``order``
    # Derived from the history over all papers:
    position = models.CharField(max_length=10, db_index=True)
    changed = models.BooleanField(default=False)
    history = models.JSONField(default=list)  # [key of a statement, what differs for this item], in order
    # Derived from the judgements on it. Corrected values stand in the columns above, so that filters see them:
    reading = models.JSONField(default=dict)  # what was read in the columns that a correction changed
    corrections = models.JSONField(default=list)
    judged = models.CharField(max_length=10, default="", db_index=True)  # "corrected", a verdict, or ""

    class Meta:  # noqa: D106  Django's own word
        constraints = (models.UniqueConstraint(fields=("document", "key"), name="one_recommendation"),)
        indexes = (
            # Lists are cut and items counted on these alone, without touching the long rows.
            models.Index(fields=("document", "order"), name="recommendation_order"),
            models.Index(fields=("document", "position", "changed", "judged"), name="recommendation_counts"),
            models.Index(fields=("document", "number", "section"), name="recommendation_numbers"),
            models.Index(fields=("matters", "document", "specific", "position"), name="recommendation_matters"),
        )


class RecommendationState(models.Model):
    """One recommending State of one recommendation: the pairs."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="pairs")
    state = models.CharField(max_length=3)
    # Derived from the recommendation (``pairs.py``), so that pairs can be counted without touching its long row:
    document = models.ForeignKey(Document, null=True, on_delete=models.CASCADE, related_name="pairs", db_index=False)
    position = models.CharField(max_length=10, default="")
    changed = models.BooleanField(default=False)
    judged = models.CharField(max_length=10, default="")
    opens = models.BooleanField(default=False)  # the first pair of its regional group in the recommendation

    class Meta:  # noqa: D106  Django's own word
        indexes = (
            models.Index(fields=("state", "recommendation"), name="pair_state"),
            models.Index(fields=("state", "position", "document"), name="pair_answers"),
            models.Index(fields=("document", "state", "position", "changed", "judged", "opens"), name="pair_counts"),
        )


class PositionStatement(models.Model):
    """One answer to one recommendation, said once, in one place."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="statements")
    order = models.IntegerField()
    target = models.TextField(db_index=True)  # as the paper names it
    tied = models.TextField(db_index=True)  # symbol of the report it was tied to; derived
    number = models.TextField()
    value = models.CharField(max_length=10)
    stage = models.CharField(max_length=10)
    words = models.TextField()
    rule = models.TextField()
    date = models.TextField()
    place = models.JSONField()
    comment = models.TextField()
    comment_place = models.JSONField(null=True)
    claims_implemented = models.TextField()
    partly = models.BooleanField()
    tentative = models.BooleanField()


class Tally(models.Model):
    """A count as somebody stated it."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="tallies")
    order = models.IntegerField()
    state = models.CharField(max_length=3, db_index=True)
    target = models.TextField(db_index=True)
    speaker = models.CharField(max_length=40)
    received = models.IntegerField(null=True)
    supported = models.IntegerField(null=True)
    noted = models.IntegerField(null=True)
    pending = models.IntegerField(null=True)
    partly = models.IntegerField(null=True)
    unclear = models.IntegerField(null=True)
    words = models.TextField()
    place = models.JSONField()


class DialogueStatement(models.Model):
    """What one delegation said in one paragraph of the dialogue."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="dialogue")
    order = models.IntegerField()
    states = models.JSONField()
    speaker = models.TextField()
    text = models.TextField()
    place = models.JSONField()


class AdvanceQuestion(models.Model):
    """A question that a State sent before the review."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="questions")
    order = models.IntegerField()
    state = models.CharField(max_length=3)
    text = models.TextField()
    place = models.JSONField()


class FollowUpAnswer(models.Model):
    """A passage of a national report that answers earlier recommendations."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="answers")
    order = models.IntegerField()
    numbers = models.JSONField()
    words = models.TextField()
    place = models.JSONField()
    text = models.TextField()
    text_place = models.JSONField()


class Doubt(models.Model):
    """Something the extraction was unsure of."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="doubts")
    order = models.IntegerField()
    what = models.TextField()
    place = models.JSONField(null=True)


class Judgement(models.Model):
    """What a person decided. Points to nothing: what it is about is named by content and may be read anew."""

    uid = models.CharField(max_length=32, unique=True)
    target = models.TextField(db_index=True)
    report = models.TextField(db_index=True)  # of the target, before its "#"; "" for questions
    field = models.CharField(max_length=10)
    value = models.JSONField()
    reason = models.TextField()
    who = models.TextField()
    when = models.DateTimeField()
    seen = models.JSONField(null=True)
    based_on = models.CharField(max_length=32)
    withdrawn_by = models.TextField(default="")
    withdrawn_when = models.DateTimeField(null=True)


class Question(models.Model):
    """Something the machine is unsure of; worked out anew with each reading and judgement."""

    key = models.TextField(unique=True)  # made of content: "doubt:…"
    scope = models.TextField(db_index=True)  # what it is worked out anew with: a report's key, or a document
    order = models.IntegerField()
    kind = models.CharField(max_length=20, db_index=True)
    sentence = models.TextField()
    target = models.TextField()
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="queue")
    place = models.JSONField(null=True)
    quote = models.TextField()
    evidence = models.JSONField()  # {"for": [[text, place, document], …], "against": […]}
    choices = models.JSONField()
    verdict = models.CharField(max_length=10, default="", db_index=True)


class Passage(models.Model):
    """A paragraph, or the text of a recommendation, as it can be searched. Its words stand in the index."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="passages")
    recommendation = models.ForeignKey(Recommendation, null=True, on_delete=models.CASCADE, related_name="passages")
    number = models.TextField()
    page = models.IntegerField(null=True)
    start = models.IntegerField()
    end = models.IntegerField()
    text = models.TextField()

    class Meta:  # noqa: D106  Django's own word
        indexes = (models.Index(fields=("document", "recommendation"), name="passage_counts"),)


class CodedSource(models.Model):
    """A file of coded recommendations that was imported."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.TextField()
    imported = models.DateTimeField()
    rows = models.IntegerField()
    derived = models.IntegerField(default=0)  # version of what follows from the texts of its rows


class CodedRow(models.Model):
    """One recommendation by one State as somebody else coded it, and the item of a report that it was tied to."""

    key = models.TextField(unique=True)  # made of content
    source = models.ForeignKey(CodedSource, on_delete=models.CASCADE, related_name="coded")
    line = models.IntegerField()
    name = models.TextField()  # the publisher's id, "" if it gives none
    state = models.CharField(max_length=3)  # under review; "" if its name is not known
    by = models.CharField(max_length=3, db_index=True)
    state_name = models.TextField()
    by_name = models.TextField()
    session = models.IntegerField(null=True, db_index=True)
    cycle = models.IntegerField(null=True)
    response = models.TextField()
    position = models.CharField(max_length=10, db_index=True)  # "supported", "noted", "pending" or ""
    action = models.IntegerField(null=True, db_index=True)
    issues = models.JSONField()
    text = models.TextField()
    folded = models.TextField()  # with the next two: see ``searched_text.py``
    matters = models.TextField(default="")
    specific = models.BooleanField(default=False)
    # Derived: the item it was tied to, by content, and why or why not.
    tied = models.TextField(default="", db_index=True)
    score = models.FloatField(null=True)
    outcome = models.CharField(max_length=20, default="", db_index=True)
    why = models.TextField(default="")

    class Meta:  # noqa: D106  Django's own word
        indexes = (
            # What became of the rows of each review is counted on this alone.
            models.Index(fields=("state", "session", "outcome", "state_name", "cycle"), name="coded_reviews"),
            # Who spoke of what is counted on this alone.
            models.Index(fields=("matters", "by", "state", "session", "specific", "tied"), name="coded_matters"),
        )


class CodedIssue(models.Model):
    """One issue of one coded row."""

    row = models.ForeignKey(CodedRow, on_delete=models.CASCADE, related_name="labels")
    issue = models.TextField()

    class Meta:  # noqa: D106  Django's own word
        indexes = (models.Index(fields=("issue", "row"), name="coded_issue"),)


# Django finds tables through this file alone.
from onrecord.store import (  # noqa: E402, F401
    assessment_models,
    case_models,
    label_models,
    link_models,
    said_models,
    written_models,
)
