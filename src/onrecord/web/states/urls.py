"""Addresses of recommending States."""

from django.urls import path

from onrecord.web.states import views

urlpatterns = [path("states/", views.every, name="states"), path("states/<str:code>/", views.one, name="state")]
