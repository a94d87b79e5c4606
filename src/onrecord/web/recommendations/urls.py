"""Addresses of recommendations."""

from django.urls import path

from onrecord.web.recommendations import exports, views

urlpatterns = [
    path("recommendations/", views.every, name="recommendations"),
    path("recommendations/export.<str:name>", exports.export, name="export"),
    path("recommendations/<path:symbol>/<str:number>/around", views.around, name="around"),
    path("recommendations/<path:symbol>/<str:number>/", views.one, name="recommendation"),
]
