"""What Django is told when the workbench runs. ``serving.py`` adds what is known only then: the port."""

from pathlib import Path
from secrets import token_urlsafe

from csp.constants import NONE, SELF

HERE = Path(__file__).parent
DEBUG = False
# Made anew at every start: a link or a cookie of an earlier run opens nothing.
SECRET_KEY = token_urlsafe(48)
INSTALLED_APPS = ["onrecord.store", "django_htmx", "csp", "ninja"]
DATABASES: dict[str, dict[str, object]] = {}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "onrecord.web.urls"
MIDDLEWARE = [
    "onrecord.web.guard.Guard",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "onrecord.web.guard.OnlyEntered",
    "onrecord.web.cases.veiled.Veiled",
    "onrecord.web.choices.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "onrecord.web.frame.errors.ErrorPages",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE],
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "onrecord.web.frame.tags",
                "onrecord.web.claims.tags",
                "onrecord.web.following.tags",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "onrecord.web.frame.context.frame",
            ],
        },
    }
]

# Who may ask: guard.py checks the port as well.
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "onrecord.web.frame.errors.stale_form"
# Not "no-referrer": browsers then send "Origin: null" with our own forms, and the guard of forms refuses them.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

STATIC_URL = "/static/"
WHITENOISE_ROOT = None
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 365 * 24 * 3600  # every address carries a sum of the content, see tags.asset
STATIC_ROOT = HERE / "static"

# Papers come in many and large; each is read and checked against the limits of reading.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 0  # to a file at once
# … in memory where the machine offers a folder there: the papers of an encrypted archive must not touch the disk.
FILE_UPLOAD_TEMP_DIR = "/dev/shm" if Path("/dev/shm").is_dir() else None
FILE_UPLOAD_PERMISSIONS = 0o600

USE_TZ = True
TIME_ZONE: str | None = None  # the machine's own: dates.py asks it
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("ru", "Русский"),
    ("fr", "Français"),
    ("es", "Español"),
    ("kk", "Қазақша"),
    ("ar", "العربية"),
]
LOCALE_PATHS = [HERE / "locale"]
LANGUAGE_COOKIE_NAME = "onrecord-language"
LOGGING_CONFIG = None
