"""What Django is told when no project of its own brings settings: no default database, this room as the only app.

Archives are added as databases when they are opened (``archive.py``).
"""

SECRET_KEY = "no sessions, no signatures: nothing here is secret"
INSTALLED_APPS = ["onrecord.store"]
DATABASES: dict[str, dict[str, object]] = {}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
