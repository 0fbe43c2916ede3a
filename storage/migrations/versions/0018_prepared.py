"""Digests that are prepared before they are due."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    """Two tables that are empty most of the time."""
    _prepared()
    _prepared_part()


def _prepared() -> None:
    op.create_table(
        "prepared",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("due_at", _INSTANT, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("told_through", sa.BigInteger(), nullable=False),
        sa.Column("last_change", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("latest", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=True),
        sa.Column("last_date", sa.Date(), nullable=True),
        sa.Column("next_date", sa.Date(), nullable=True),
        sa.Column("next_due_at", _INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("group_id", "number", name="pk_prepared"),
        sa.ForeignKeyConstraint(
            ["group_id", "number"],
            ["subscription.group_id", "subscription.number"],
            name="fk_prepared_subscription",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_prepared_due_at_number_group_id", "prepared", ["due_at", "number", "group_id"])


def _prepared_part() -> None:
    op.create_table(
        "prepared_part",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rich", sa.JSON(), nullable=False),
        sa.Column("plain", sa.JSON(), nullable=False),
        sa.Column("through", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("group_id", "number", "position", name="pk_prepared_part"),
        sa.ForeignKeyConstraint(
            ["group_id", "number"],
            ["prepared.group_id", "prepared.number"],
            name="fk_prepared_part_prepared",
            ondelete="CASCADE",
        ),
    )
