"""Addresses of labels."""

from django.urls import path

from onrecord.web.labels import suggesting, views

urlpatterns = [
    path("labels/suggest", suggesting.suggest, name="suggest-labels"),
    path("labels/suggest/<int:number>/", suggesting.suggesting, name="suggesting"),
    path("label/<path:symbol>/<str:number>/", views.label, name="label"),
]
