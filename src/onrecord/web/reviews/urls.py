"""Addresses of reviews."""

from django.urls import path

from onrecord.web.reviews import views

urlpatterns = [
    path("reviews/", views.every, name="reviews"),
    path("reviews/<str:state>/<int:cycle>/", views.one, name="review"),
    path("reviews/over-time", views.sessions_of, name="over-time"),
    path("reviews/<str:state>/<int:cycle>/figures", views.figures, name="figures"),
    path("reviews/<str:state>/<int:cycle>/regions", views.regions, name="regions"),
    path("reviews/<str:state>/<int:cycle>/list", views.rows, name="review-list"),
]
