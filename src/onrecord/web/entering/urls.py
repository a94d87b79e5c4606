"""Address of the one-time link."""

from django.urls import path

from onrecord.web.entering import views

urlpatterns = [path("enter", views.enter, name="enter")]
