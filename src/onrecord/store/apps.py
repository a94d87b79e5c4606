"""This room as a Django app."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The archive's tables, named ``onrecord_…``."""

    name = "onrecord.store"
    label = "onrecord"
    default_auto_field = "django.db.models.BigAutoField"
