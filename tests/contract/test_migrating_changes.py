"""What the first release wrote gets its place in writes."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from tests.contract.releases import add_group, connect, instant, reflected, upgraded

HISTORY = (
    (1, "group-created", None, None, "U1", 1),
    (2, "recorded", "R", 1, "U1", 1),
    (3, "linked", "R", 1, "U1", 1),
    (4, "linked", "R", 1, "U1", 1),
    (5, "recorded", "N", 1, "U1", 1),
    (6, "moved", "R", 1, "U2", 1),
    (7, "progressed", "R", 1, "U2", 1),
    (8, "moved", "R", 1, "U2", 2),
    (9, "moved", "R", 1, "U1", 2),
)
"""Number, kind, series, item, actor and second of each change; two writes of U1 fall on one instant."""

STEPS = (0, 0, 1, 2, 0, 0, 1, 0, 0)


def write_as_the_first_release(connection: Connection) -> None:
    changes = reflected(connection, "change")
    for group in (1, 2):
        add_group(connection, group)
        names = ("number", "kind", "series", "item", "actor")
        for *facts, second in HISTORY:
            row = dict(zip(names, facts, strict=True))
            at = instant(connection, second)
            connection.execute(insert(changes), row | {"group_id": group, "at": at})


def test_changes_of_before_are_parted_into_the_writes_they_came_in(empty_url: str) -> None:
    upgraded(empty_url, "0002", write_as_the_first_release)
    with connect(empty_url) as connection:
        changes = reflected(connection, "change").c
        query = select(changes.group_id, changes.number, changes.step, changes.person)
        rows = connection.execute(query.order_by(changes.group_id, changes.number)).all()
    connection.engine.dispose()
    assert [tuple(row) for row in rows] == [
        (group, number, step, None) for group in (1, 2) for number, step in enumerate(STEPS, start=1)
    ]
