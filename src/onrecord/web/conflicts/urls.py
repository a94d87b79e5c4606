"""Addresses of conflicts and copies."""

from django.urls import path

from onrecord.web.conflicts import views

urlpatterns = [
    path("conflicts/", views.conflicts, name="conflicts"),
    path("copies/", views.copies, name="copies"),
    path("contradictions/", views.contradictions, name="contradictions"),
    path("conflicts/<str:key>/", views.one, name="comparison"),
]
