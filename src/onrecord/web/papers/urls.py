"""Addresses of papers."""

from django.urls import path

from onrecord.web.papers import pictures, views

urlpatterns = [
    path("papers/", views.every, name="papers"),
    path("papers/<str:sha256>/", views.one, name="paper"),
    path("papers/<str:sha256>/original", views.original, name="original"),
    path("papers/<str:sha256>/again", views.again, name="read-again"),
    path("papers/<str:sha256>/pages/<int:number>/others", views.others, name="others"),
    path("papers/<str:sha256>/pages/<int:number>.webp", pictures.picture, name="picture"),
]
