"""All addresses of the workbench: each thing brings its own."""

from django.urls import include, path

THINGS = (
    "entering",
    "choices",
    "home",
    "reviews",
    "recommendations",
    "papers",
    "adding",
    "states",
    "judging",
    "following",
    "labels",
    "subjects",
    "queue",
    "searching",
    "coded",
    "cases",
    "claims",
    "proposals",
    "conflicts",
    "sources",
    "register",
    "names",
    "chronology",
    "written",
    "wording",
    "links",
)
urlpatterns = [
    *(path("", include(f"onrecord.web.{thing}.urls")) for thing in THINGS),
    path("api/", include("onrecord.web.api.urls")),
]
handler400 = "onrecord.web.guard.unreadable"
handler404 = "onrecord.web.frame.errors.nothing_here"
handler500 = "onrecord.web.frame.errors.unforeseen"
