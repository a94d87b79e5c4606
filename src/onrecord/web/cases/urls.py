"""Addresses of cases."""

from django.urls import path

from onrecord.web.cases import views

urlpatterns = [
    path("cases/", views.every, name="cases"),
    path("cases/list", views.listed, name="case-list"),
    path("cases/unlock", views.unlock, name="unlock-cases"),
    path("cases/lock", views.lock, name="lock-cases"),
    path("cases/open", views.open_case, name="open-case"),
    path("cases/keepers/add", views.add_keeper, name="add-keeper"),
    path("cases/keepers/remove", views.remove_keeper, name="remove-keeper"),
    path("cases/<str:case>/", views.one, name="case"),
    path("cases/<str:case>/add", views.add, name="add-to-case"),
    path("cases/<str:case>/undo", views.undo, name="undo-in-case"),
]
