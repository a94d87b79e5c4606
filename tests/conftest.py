"""One Django for all tests: the workbench's settings hold the archive's too."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onrecord.web.django_settings")
