"""Addresses of imported rows."""

from django.urls import path

from onrecord.web.coded import importing, views

urlpatterns = [
    path("coded/", views.every, name="coded"),
    path("coded/reviews", views.reviews, name="coded-reviews"),
    path("coded/import", importing.send, name="coded-import"),
    path("coded/import/<int:number>/", importing.progress, name="coded-progress"),
]
