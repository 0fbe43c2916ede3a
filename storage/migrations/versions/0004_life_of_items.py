"""Actions, positions and dates: what an item is due by, gives way to and was said in; quarters become days.

A quarter is due on its last day. What no recommendation is read by any more, its quarter, is gone.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
_IS_DUE = sa.text("due_on IS NOT NULL")

_LAST_DAY = """
    substr(quarter, 1, 4) || CASE substr(quarter, 6, 2)
        WHEN 'Q1' THEN '-03-31' WHEN 'Q2' THEN '-06-30' WHEN 'Q3' THEN '-09-30' ELSE '-12-31'
    END
"""


def upgrade() -> None:
    op.add_column(
        "working_group",
        sa.Column("last_action", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
    )
    _items()
    _recommendations()
    _positions()


def _items() -> None:
    op.add_column("item", sa.Column("due_on", sa.Date(), nullable=True))
    op.add_column("item", sa.Column("meeting", sa.BigInteger(), nullable=True))
    op.add_column("item", sa.Column("successor", sa.BigInteger(), nullable=True))
    op.add_column("item", sa.Column("edition", sa.BigInteger(), server_default=sa.text("1"), nullable=False))
    # SQLite keeps dates as text; there a cast to DATE would leave the year alone.
    day = f"CAST({_LAST_DAY} AS DATE)" if op.get_bind().dialect.name == "postgresql" else _LAST_DAY
    op.execute(
        f"UPDATE item SET due_on = {day} FROM recommendation "  # noqa: S608 - our own words alone
        "WHERE item.group_id = recommendation.group_id AND item.series = 'R' "
        "AND item.number = recommendation.number AND recommendation.quarter IS NOT NULL"
    )
    op.create_index(
        "ix_item_group_id_kind_status_due_on",
        "item",
        ["group_id", "kind", "status", "due_on"],
        sqlite_where=_IS_DUE,
        postgresql_where=_IS_DUE,
    )


def _recommendations() -> None:
    op.drop_index("ix_recommendation_group_id_quarter", "recommendation")
    op.drop_column("recommendation", "quarter")
    op.add_column("recommendation", sa.Column("override", sa.Text(), nullable=True))


def _positions() -> None:
    op.create_table(
        "position",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("recommendation", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("edition", sa.BigInteger(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "recommendation"],
            ["recommendation.group_id", "recommendation.number"],
            name="fk_position_recommendation",
        ),
        sa.PrimaryKeyConstraint("group_id", "recommendation", "user_id", name="pk_position"),
    )
