"""Addresses of papers that are written here."""

from django.urls import path

from onrecord.web.written import changing, views

urlpatterns = [
    path("written/", views.every, name="written"),
    path("written/draft", changing.draft, name="draft-paper"),
    path("written/<str:paper>/", views.one, name="written-paper"),
    path("written/<str:paper>/save", changing.save, name="save-paper"),
    path("written/<str:paper>/look", views.look, name="look-through"),
    path("written/<str:paper>/find", views.find, name="find-reference"),
    path("written/<str:paper>/again", changing.again, name="draft-again"),
    path("written/<str:paper>/versions/", views.versions, name="paper-versions"),
    path("written/<str:paper>/restore", changing.restore, name="restore-version"),
    path("written/<str:paper>/paper.<str:form>", views.export, name="export-paper"),
]
