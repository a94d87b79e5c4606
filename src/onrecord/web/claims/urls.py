"""Addresses of claims."""

from django.urls import path

from onrecord.web.claims import exports, views

urlpatterns = [
    path("claims/", views.every, name="claims"),
    path("claims/export.<str:name>", exports.export, name="claims-export"),
    path("claims/<str:key>/", views.one, name="claim"),
]
