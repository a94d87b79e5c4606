"""Addresses of adding papers."""

from django.urls import path

from onrecord.web.adding import views

urlpatterns = [
    path("add/", views.add, name="add"),
    path("add/<int:number>/", views.progress, name="progress"),
    path("add/<int:number>/stop", views.stop, name="stop"),
]
