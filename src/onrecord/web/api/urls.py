"""Addresses of the API, and of the page that explains it."""

from django.urls import URLPattern, path, re_path
from django.views.generic import RedirectView

from onrecord.web.api.endpoints import api
from onrecord.web.api.errors import in_one_form, nothing_here
from onrecord.web.api.pages import docs

_patterns, _app, _namespace = api.urls
for _pattern in _patterns:
    if isinstance(_pattern, URLPattern):
        _pattern.callback = in_one_form(_pattern.callback)

urlpatterns = [
    path("docs", docs, name="api-docs"),
    path("", RedirectView.as_view(url="/api/docs")),
    path("", (_patterns, _app, _namespace)),
    re_path("^(?P<rest>.*)$", nothing_here),
]
