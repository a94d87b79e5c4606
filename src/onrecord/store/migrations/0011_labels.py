import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Labels of recommendations, and vectors of their meaning."""

    dependencies = [
        ("onrecord", "0010_written"),
    ]

    operations = [
        migrations.CreateModel(
            name="LabelModel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField()),
                ("version", models.TextField()),
                ("fingerprint", models.CharField(max_length=64, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="LabelledDocument",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="labelled",
                        serialize=False,
                        to="onrecord.document",
                    ),
                ),
                ("sure_from", models.FloatField()),
                (
                    "model",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="onrecord.labelmodel",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Meaning",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="meaning",
                        serialize=False,
                        to="onrecord.document",
                    ),
                ),
                ("keys", models.JSONField()),
                ("texts", models.CharField(max_length=64)),
                ("vectors", models.BinaryField()),
                (
                    "model",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meanings",
                        to="onrecord.labelmodel",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RecommendationLabel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scheme", models.CharField(max_length=40)),
                ("name", models.TextField()),
                ("probability", models.FloatField(null=True)),
                ("sure", models.BooleanField(default=False)),
                ("words", models.JSONField(default=list)),
                ("judged", models.CharField(default="", max_length=10)),
                ("stands", models.BooleanField(default=False)),
                (
                    "document",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="labels",
                        to="onrecord.document",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="labels",
                        to="onrecord.recommendation",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["scheme", "name", "stands", "recommendation"], name="label_recommendations"),
                    models.Index(fields=["document", "scheme", "name", "stands"], name="label_counts"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("recommendation", "scheme", "name"), name="one_label_of_recommendation"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SubjectVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(db_index=True, max_length=60)),
                ("version", models.IntegerField()),
                ("title", models.TextField()),
                ("note", models.TextField()),
                ("issues", models.JSONField(default=list)),
                ("words", models.TextField()),
                ("meaning", models.JSONField(default=list)),
                ("near", models.FloatField()),
                ("who", models.TextField()),
                ("when", models.DateTimeField()),
                ("reason", models.TextField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("key", "version"), name="one_version_of_subject")],
            },
        ),
        migrations.CreateModel(
            name="TaxonomyVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(db_index=True, max_length=40)),
                ("version", models.IntegerField()),
                ("title", models.TextField()),
                ("terms", models.JSONField()),
                ("file", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("who", models.TextField()),
                ("when", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("key", "version"), name="one_version_of_taxonomy")],
            },
        ),
    ]
