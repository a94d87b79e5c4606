"""Addresses of subjects."""

from django.urls import path

from onrecord.web.subjects import views

urlpatterns = [
    path("subjects/", views.every, name="subjects"),
    path("subjects/<slug:key>/", views.one, name="subject"),
    path("subjects/<slug:key>/save", views.save, name="subject-save"),
]
