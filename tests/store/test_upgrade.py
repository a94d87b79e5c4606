"""A new archive has the same tables whether it is made at once or went through every step."""

from typing import Any

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from onrecord.store.archive import Archive
from onrecord.store.tables import ALL
from onrecord.store.upgrade import bring_up_to_date, make_at_once, make_by_steps
from onrecord.tasks import search
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, report


def rows(archive: Archive, question: str) -> list[tuple[Any, ...]]:
    with connections[archive.alias].cursor() as cursor:
        cursor.execute(question)
        return [tuple(row) for row in cursor.fetchall()]


def empty(archive: Archive) -> None:
    """Take away all tables."""
    with connections[archive.alias].cursor() as cursor:
        if archive.path is None:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
            return
        cursor.execute("PRAGMA foreign_keys = OFF")
        for name, made in rows(archive, "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"):
            shadow = "_words_" in name or name.startswith("sqlite_")
            if made and not shadow:
                cursor.execute(f'DROP TABLE IF EXISTS "{name}"')
        cursor.execute("PRAGMA foreign_keys = ON")


def shape(archive: Archive) -> set[tuple[Any, ...]]:
    """Everything the database says of its tables, but for the order of columns."""
    if archive.path is None:
        return postgres_shape(archive)
    found: set[tuple[Any, ...]] = set()
    for name, kind, sql in rows(archive, "SELECT name, type, sql FROM sqlite_master"):
        if kind != "table" or "VIRTUAL" in sql:
            found.add((name, kind, sql))
            continue
        found |= {(name, *column[1:]) for column in rows(archive, f'PRAGMA table_xinfo("{name}")')}
        found |= {(name, *key[2:]) for key in rows(archive, f'PRAGMA foreign_key_list("{name}")')}
        for _, index, unique, origin, part in rows(archive, f'PRAGMA index_list("{name}")'):
            columns = tuple(column[2] for column in rows(archive, f'PRAGMA index_info("{index}")'))
            found.add((name, "" if index.startswith("sqlite_autoindex") else index, unique, origin, part, columns))
    return found


def postgres_shape(archive: Archive) -> set[tuple[Any, ...]]:
    columns = "SELECT table_name, column_name, data_type, is_nullable, column_default, is_identity, collation_name"
    asked = (
        f"{columns} FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "SELECT conname, conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace",
        "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
        "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    )
    return {row for question in asked for row in rows(archive, question)}


def steps(archive: Archive) -> list[tuple[Any, ...]]:
    return sorted(rows(archive, "SELECT app, name FROM django_migrations"))


def test_at_once_and_by_steps_are_the_same(archive: Archive) -> None:
    empty(archive)
    make_at_once(archive)
    at_once = shape(archive), steps(archive)
    empty(archive)
    make_by_steps(archive)
    by_steps = shape(archive), steps(archive)
    assert len(at_once[0]) > 5 * len(ALL)
    assert at_once[0] == by_steps[0]
    assert at_once[1] == by_steps[1]


def test_a_file_of_before_is_searched_as_a_new_one(archive: Archive) -> None:
    put_on_record(archive, report(ITEMS).prepared())
    queries = ("h*", "ra*", '"press of Lower" Selm', "defenseur*", "zz*")
    found = [[hit.place for hit in search(archive, query).hits] for query in queries]
    assert all(found[:-1])
    # Back to the step before, and what was made by later steps goes, too.
    MigrationExecutor(connections[archive.alias]).migrate([("onrecord", "0006_cases")])
    if archive.path is not None:  # PostgreSQL's index has always known beginnings
        _without_lists_of_beginnings(archive)
    bring_up_to_date(archive)
    assert [[hit.place for hit in search(archive, query).hits] for query in queries] == found


def _without_lists_of_beginnings(archive: Archive) -> None:
    """The table of words as earlier versions made it, with the words of nothing in it: they must be cut anew."""
    with connections[archive.alias].cursor() as cursor:
        cursor.execute("DROP TABLE onrecord_words")
        cursor.execute("CREATE VIRTUAL TABLE onrecord_words USING fts5(tokens, content='', contentless_delete=1)")
