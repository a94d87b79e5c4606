"""Addresses of the queue."""

from django.urls import path

from onrecord.web.queue import views

urlpatterns = [path("queue/", views.queue, name="queue"), path("queue/judge", views.judge, name="verdict")]
