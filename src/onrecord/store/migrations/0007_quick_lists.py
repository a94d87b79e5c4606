from django.db import migrations, models

from onrecord.store.search_tables import remake


class Migration(migrations.Migration):
    """Recommending States are counted, and beginnings of one or two letters found, in an index made for it."""

    dependencies = [
        ("onrecord", "0006_cases"),
    ]

    operations = [
        migrations.AlterField("recommendationstate", "state", models.CharField(max_length=3)),
        migrations.AddIndex(
            "recommendationstate", models.Index(fields=["state", "position", "document"], name="pair_answers")
        ),
        migrations.RunPython(remake, migrations.RunPython.noop, hints={}),
    ]
