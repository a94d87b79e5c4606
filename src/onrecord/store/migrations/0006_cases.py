import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Cases of defenders at risk, and what is withheld."""

    dependencies = [
        ("onrecord", "0005_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseKeeper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField(unique=True)),
                ("sealed_key", models.BinaryField()),
                ("added", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="CaseFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.CharField(max_length=32, unique=True)),
                ("key", models.TextField(db_index=True)),
                ("spellings", models.JSONField()),
                ("publication", models.CharField(max_length=12)),
            ],
        ),
        migrations.CreateModel(
            name="VeilVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="CaseEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.IntegerField()),
                ("sealed", models.BinaryField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="onrecord.casefile"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case", "number"), name="case_entry_number")],
            },
        ),
    ]
