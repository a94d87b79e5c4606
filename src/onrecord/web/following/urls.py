"""Addresses of following up."""

from django.urls import path

from onrecord.web.following import progressing, views

urlpatterns = [
    path("following/withdraw", views.withdraw, name="withdraw-assessment"),
    path("following/of/<path:target>/", views.assess_target, name="assess-target"),
    path("following/<path:symbol>/<str:number>/voices", views.voices, name="voices"),
    path("following/<path:symbol>/<str:number>/", views.assess, name="assess"),
    path("progress/", progressing.every, name="progress-of-states"),
    path("progress/<str:code>/promises", views.promises, name="promises"),
    path("progress/<str:code>/", progressing.one, name="progress-of-state"),
]
