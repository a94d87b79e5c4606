"""Addresses of proposals."""

from django.urls import path

from onrecord.web.proposals import views

urlpatterns = [path("proposals/", views.every, name="proposals")]
