"""Dates as the reader writes them and as precise as they are known: a month stays a month, a year a year."""

from datetime import date, datetime

from django.utils.dateformat import format as form
from django.utils.translation import get_language

# (day, month and year; month and year), in Django's letters. Not Django's own: its English is American.
_FORMS = {
    "en": ("j F Y", "F Y"),
    "fr": ("j F Y", "F Y"),
    "es": (r"j \d\e F \d\e Y", r"F \d\e Y"),
    "ru": (r"j E Y г\.", r"F Y г\."),
    "kk": (r"Y ж\. j F", r"Y ж\. F"),
    "ar": ("j F Y", "F Y"),
}


def edtf(value: str) -> str:
    """ "27 January 2023", "June 2014", "2014"; a stretch as two dates; what is no date as it stands."""
    if "/" in value:
        first, _, last = value.partition("/")
        return f"{edtf(first)} – {edtf(last)}"
    parts = value.split("-")
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() for part in parts):
        return value
    try:
        day = date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) == 3 else 1)
    except ValueError:
        return value
    return _written(day, months_only=len(parts) == 2)


def moment(value: str) -> str:
    """A moment (ISO 8601) as a day, where the reader is."""
    try:
        return _written(datetime.fromisoformat(value).astimezone().date())
    except ValueError:
        return value


def _written(day: date, *, months_only: bool = False) -> str:
    language = (get_language() or "en").split("-")[0]
    full, month = _FORMS.get(language, _FORMS["en"])
    text = form(day, month if months_only else full)
    return text.lower() if language == "kk" else text  # Kazakh writes months small, Django's table does not
