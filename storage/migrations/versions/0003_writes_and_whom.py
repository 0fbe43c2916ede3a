"""Changes know their write and whom they happened to; the latest of one person are found by an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_OF_ITEMS = sa.text("series IS NOT NULL")

_RUNS = """
    SELECT group_id, number, number - min(number) OVER (PARTITION BY group_id, actor, at, series, item, run) AS step
    FROM (
        SELECT group_id, number, actor, at, series, item,
            number - row_number() OVER (PARTITION BY group_id, actor, at, series, item ORDER BY number) AS run
        FROM change
        WHERE series IS NOT NULL
    ) AS numbered
"""
"""Until now a write was about one item, and its changes followed each other at one instant."""


def upgrade() -> None:
    op.add_column("change", sa.Column("person", sa.Text(), nullable=True))
    op.add_column("change", sa.Column("step", sa.BigInteger(), server_default=sa.text("0"), nullable=False))
    op.create_index(
        "ix_change_group_id_actor_number_of_items",
        "change",
        ["group_id", "actor", "number"],
        sqlite_where=_OF_ITEMS,
        postgresql_where=_OF_ITEMS,
    )
    op.execute(
        f"UPDATE change SET step = stepped.step FROM ({_RUNS}) AS stepped "  # noqa: S608 - our own words alone
        "WHERE change.group_id = stepped.group_id AND change.number = stepped.number AND stepped.step > 0"
    )
