"""Addresses of the choices."""

from django.urls import path

from onrecord.web.choices import views

urlpatterns = [path("choices/", views.show, name="choices"), path("choices/keep", views.choose, name="choose")]
