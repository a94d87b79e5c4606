"""Addresses of persons, laws and organisations."""

from django.urls import path

from onrecord.web.names import deciding, views

urlpatterns = [
    path("people/", views.people, name="people"),
    path("laws/", views.laws, name="laws"),
    path("organisations/", views.organisations, name="organisations"),
    path("names/", views.offers, name="names"),
    path("names/decide", deciding.decide, name="decide-names"),
    path("names/<path:key>/", views.one, name="name"),
]
