"""Addresses of links."""

from django.urls import path

from onrecord.web.links import deciding, views

urlpatterns = [
    path("links/", views.clusters, name="clusters"),
    path("links/judge", deciding.decide, name="decide-link"),
    path("links/uptake/<str:sha256>/", views.uptake, name="uptake"),
    path("links/champions/", views.champions, name="champions"),
    path("links/bearing/<path:symbol>/<str:number>/", views.bearing, name="bearing"),
    path("links/<path:symbol>/<str:number>/", views.one, name="links"),
]
