import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Papers that people write here, with all their versions."""

    dependencies = [
        ("onrecord", "0009_assessments"),
    ]

    operations = [
        migrations.CreateModel(
            name="WrittenPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.CharField(max_length=32, unique=True)),
                ("outline", models.CharField(max_length=40)),
                ("state", models.CharField(db_index=True, max_length=3)),
                ("cycle", models.IntegerField(null=True)),
                ("language", models.CharField(max_length=2)),
                ("authors", models.JSONField()),
                ("before", models.TextField()),
                ("subject", models.TextField()),
                ("created", models.DateTimeField()),
                ("current", models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="WrittenVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.IntegerField()),
                ("title", models.TextField()),
                ("text", models.TextField()),
                ("who", models.TextField()),
                ("when", models.DateTimeField()),
                ("reason", models.TextField()),
                ("based_on", models.IntegerField()),
                ("aside", models.BooleanField(default=False)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="onrecord.writtenpaper",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("paper", "number"), name="one_version")],
            },
        ),
    ]
