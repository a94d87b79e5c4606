import django.db.models.deletion
from django.db import migrations, models

from onrecord.store.pairs_filled import fill


class Migration(migrations.Migration):
    """Lists and counts without touching the long rows of recommendations."""

    dependencies = [
        ("onrecord", "0003_said"),
    ]

    operations = [
        migrations.AddField(
            "recommendationstate",
            "document",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="pairs",
                db_index=False,
                to="onrecord.document",
            ),
        ),
        migrations.AddField("recommendationstate", "position", models.CharField(default="", max_length=10)),
        migrations.AddField("recommendationstate", "changed", models.BooleanField(default=False)),
        migrations.AddField("recommendationstate", "judged", models.CharField(default="", max_length=10)),
        migrations.AddField("recommendationstate", "opens", models.BooleanField(default=False)),
        migrations.AddIndex("recommendation", models.Index(fields=["document", "order"], name="recommendation_order")),
        migrations.AddIndex(
            "recommendation",
            models.Index(fields=["document", "position", "changed", "judged"], name="recommendation_counts"),
        ),
        migrations.AddIndex(
            "recommendation", models.Index(fields=["document", "number", "section"], name="recommendation_numbers")
        ),
        migrations.AddIndex("passage", models.Index(fields=["document", "recommendation"], name="passage_counts")),
        migrations.AddIndex("recommendationstate", models.Index(fields=["state", "recommendation"], name="pair_state")),
        migrations.AddIndex(
            "recommendationstate",
            models.Index(fields=["document", "state", "position", "changed", "judged", "opens"], name="pair_counts"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, hints={}),
    ]
