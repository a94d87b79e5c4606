"""All addresses of the workbench: each thing brings its own."""

from django.urls import include, path

from onrecord.web.api.endpoints import api

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
    "queue",
    "searching",
)
urlpatterns = [
    *(path("", include(f"onrecord.web.{thing}.urls")) for thing in THINGS),
    path("api/", api.urls),
]
handler404 = "onrecord.web.frame.errors.nothing_here"
handler500 = "onrecord.web.frame.errors.unforeseen"
