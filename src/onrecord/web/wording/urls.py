"""Addresses of help with the wording."""

from django.urls import path

from onrecord.web.wording import views

urlpatterns = [
    path("wording/", views.look, name="wording"),
    path("written/<str:paper>/wording", views.of_paper, name="wording-of-paper"),
]
