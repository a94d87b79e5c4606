from django.db import migrations, models

from onrecord.store.search_tables import put_beside_texts

_ADDED = (
    ("matters", models.TextField(default="")),
    ("specific", models.BooleanField(default=False)),
)


class Migration(migrations.Migration):
    """What a recommendation speaks of is kept beside it. The columns are filled when the archive is opened next."""

    dependencies = [
        ("onrecord", "0011_labels"),
    ]

    operations = [
        *(migrations.AddField(table, name, kind) for table in ("recommendation", "codedrow") for name, kind in _ADDED),
        migrations.AddField("codedsource", "derived", models.IntegerField(default=0)),
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
