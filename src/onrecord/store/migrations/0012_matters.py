from django.db import migrations, models

from onrecord.store.search_tables import put_beside_texts

_ADDED = (
    ("matters", models.TextField(default="")),
    ("specific", models.BooleanField(default=False)),
)


class Migration(migrations.Migration):
    """What a recommendation speaks of is kept beside it, and its answer beside its labels.

    The columns are filled when the archive is opened next: what follows from the findings is worked out anew.
    """

    dependencies = [
        ("onrecord", "0011_labels"),
    ]

    operations = [
        *(migrations.AddField(table, name, kind) for table in ("recommendation", "codedrow") for name, kind in _ADDED),
        migrations.AddField("codedsource", "derived", models.IntegerField(default=0)),
        migrations.AddField("recommendationlabel", "item_position", models.CharField(default="", max_length=10)),
        migrations.AddField("recommendationlabel", "item_changed", models.BooleanField(default=False)),
        migrations.AddField("recommendationlabel", "item_judged", models.CharField(default="", max_length=10)),
        migrations.AddIndex(
            "recommendationlabel",
            models.Index(
                fields=["scheme", "name", "stands", "document", "item_position", "item_changed", "item_judged"],
                name="label_items",
            ),
        ),
        migrations.AddIndex(
            "recommendation",
            models.Index(fields=["matters", "document", "specific", "position"], name="recommendation_matters"),
        ),
        migrations.AddIndex(
            "codedrow",
            models.Index(fields=["matters", "by", "state", "session", "specific", "tied"], name="coded_matters"),
        ),
        # SQLite makes a table anew to add a column, and only Django's own indexes with it.
        migrations.RunPython(put_beside_texts, migrations.RunPython.noop, hints={}),
    ]
