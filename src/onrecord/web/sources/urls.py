"""Addresses of sources."""

from django.urls import path

from onrecord.web.sources import views

urlpatterns = [path("sources/", views.every, name="sources")]
