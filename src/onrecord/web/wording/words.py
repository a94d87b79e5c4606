"""The words of help with the wording."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VAGUE: dict[str, Promise] = {
    "verb": _("says no act of which one could tell whether it was done"),
    "act": _("says no act of which one could tell whether it was done"),
    "way out": _("leaves it to the State"),
    "time": _("says no day"),
}
MISSING: dict[str, Promise] = {
    "addressee": _("No addressee: who shall do it, such as the Ministry of Justice?"),
    "law": _("No law or article: which one shall change, which one shall be kept?"),
    "date": _("No date: by when?"),
}
NARROWER: dict[str, Promise] = {
    "act": _("asks for one act"),
    "law": _("names a law or article"),
    "part": _("asks for a part of it"),
    "date": _("names a date"),
}
