"""Addresses of labels."""

from django.urls import path

from onrecord.web.labels import views

urlpatterns = [path("label/<path:symbol>/<str:number>/", views.label, name="label")]
