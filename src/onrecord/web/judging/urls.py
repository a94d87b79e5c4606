"""Addresses of correcting and undoing."""

from django.urls import path

from onrecord.web.judging import views

urlpatterns = [
    path("judge/undo", views.undo, name="undo"),
    path("judge/<path:symbol>/<str:number>/", views.correct, name="correct"),
]
