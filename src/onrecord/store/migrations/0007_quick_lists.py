from django.db import migrations, models

from onrecord.store.search_tables import put_beside_texts, remake


class Migration(migrations.Migration):
    """Recommending States and imported rows are counted, and beginnings of one or two letters found, in an index made
    for it; texts are gone through beside what else lists need."""

    dependencies = [
        ("onrecord", "0006_cases"),
    ]

    operations = [
        migrations.AlterField("recommendationstate", "state", models.CharField(max_length=3)),
        migrations.AddIndex(
            "recommendationstate", models.Index(fields=["state", "position", "document"], name="pair_answers")
        ),
        migrations.AlterField("codedrow", "state", models.CharField(max_length=3)),
        migrations.AddIndex(
            "codedrow",
            models.Index(fields=["state", "session", "outcome", "state_name", "cycle"], name="coded_reviews"),
        ),
        migrations.AlterField("codedissue", "issue", models.TextField()),
        migrations.AddIndex("codedissue", models.Index(fields=["issue", "row"], name="coded_issue")),
        migrations.RunPython(remake, migrations.RunPython.noop, hints={}),
        migrations.RunPython(put_beside_texts, migrations.RunPython.noop, hints={}),
    ]
