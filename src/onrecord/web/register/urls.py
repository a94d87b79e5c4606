"""Addresses of the register of laws."""

from django.urls import path

from onrecord.web.register import deciding, views

urlpatterns = [
    path("laws/register/", views.every, name="law-register"),
    path("laws/register/enter", deciding.enter, name="register-law"),
    path("laws/register/became", deciding.became, name="law-became"),
    path("laws/register/<path:key>/", views.one, name="registered-law"),
]
