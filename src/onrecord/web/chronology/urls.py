"""Addresses of the chronology."""

from django.urls import path

from onrecord.web.chronology import views

urlpatterns = [path("chronology/", views.every, name="chronology")]
