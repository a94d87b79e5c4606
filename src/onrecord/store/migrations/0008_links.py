from django.db import migrations, models


class Migration(migrations.Migration):
    """Suggested links between texts that ask for something."""

    dependencies = [
        ("onrecord", "0007_quick_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkedState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=3, unique=True)),
                ("stamp", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="ProposalChance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(db_index=True, max_length=3)),
                ("proposal", models.TextField(db_index=True)),
                ("before", models.JSONField()),
                ("before_known", models.BooleanField()),
                ("states", models.JSONField()),
                ("of_states", models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="TextLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(db_index=True, max_length=3)),
                ("relation", models.CharField(db_index=True, max_length=8)),
                ("one", models.TextField(db_index=True)),
                ("other", models.TextField(db_index=True)),
                ("kind", models.CharField(max_length=12)),
                ("score", models.FloatField()),
                ("reasons", models.JSONField()),
            ],
        ),
    ]
