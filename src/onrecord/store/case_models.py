"""Tables of cases. What keepers wrote is sealed (see ``sealing.py``); what must be withheld stands open."""

from django.db import models


class CaseKeeper(models.Model):
    """Somebody who may see cases. The key of all cases is sealed with a key from this keeper's passphrase."""

    name = models.TextField(unique=True)
    sealed_key = models.BinaryField()
    added = models.DateTimeField()


class CaseFile(models.Model):
    """One case. Names stand open here as they do in the papers: without them nobody could withhold them."""

    uid = models.CharField(max_length=32, unique=True)
    key = models.TextField(db_index=True)  # of the name in the papers, "" for one that was typed
    spellings = models.JSONField()  # forms of the name that keepers wrote
    publication = models.CharField(max_length=12)


class CaseEntry(models.Model):
    """One entry of a case, sealed. Written once, never changed."""

    case = models.ForeignKey(CaseFile, on_delete=models.CASCADE, related_name="entries")
    number = models.IntegerField()
    sealed = models.BinaryField()

    class Meta:
        """No two entries of one number: two keepers who write at once do not lose anything."""

        constraints = (models.UniqueConstraint(fields=["case", "number"], name="case_entry_number"),)


class VeilVersion(models.Model):
    """One row: a number that goes up whenever other names have to be withheld than before."""

    number = models.BigIntegerField()
