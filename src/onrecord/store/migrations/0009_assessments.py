from django.db import migrations, models


class Migration(migrations.Migration):
    """What people say became of recommendations; comparisons may be contradictions."""

    dependencies = [
        ("onrecord", "0008_links"),
    ]

    operations = [
        migrations.AlterField("comparison", "kind", models.CharField(db_index=True, max_length=16)),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.CharField(max_length=32, unique=True)),
                ("target", models.TextField(db_index=True)),
                ("level", models.CharField(max_length=20)),
                ("scale", models.CharField(max_length=40)),
                ("date", models.TextField()),
                ("assessor", models.CharField(max_length=24)),
                ("name", models.TextField()),
                ("reasons", models.TextField()),
                ("evidence", models.JSONField()),
                ("who", models.TextField()),
                ("when", models.DateTimeField()),
                ("withdrawn_by", models.TextField(default="")),
                ("withdrawn_when", models.DateTimeField(null=True)),
                ("withdrawn_why", models.TextField(default="")),
            ],
        ),
    ]
