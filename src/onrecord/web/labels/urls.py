"""Addresses of labels."""

from django.urls import path

from onrecord.web.labels import many, suggesting, views

urlpatterns = [
    path("labels/", many.every, name="label-list"),
    path("labels/decide", many.decide, name="decide-labels"),
    path("labels/undo", many.undo, name="undo-labels"),
    path("labels/threshold", many.threshold, name="label-threshold"),
    path("labels/suggest", suggesting.suggest, name="suggest-labels"),
    path("labels/suggest/<int:number>/", suggesting.suggesting, name="suggesting"),
    path("label/<path:symbol>/<str:number>/", views.label, name="label"),
]
