"""Notices to people, and what they muted; drafts, and the zone a person chose."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_GROUP = (["workspace", "group_id"], ["working_group.workspace", "working_group.id"])


def upgrade() -> None:
    """Notices to people, and what they muted; drafts, and the zone a person chose."""
    op.add_column("person", sa.Column("chosen_zone", sa.Text(), nullable=True))
    op.create_table(
        "mute",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("item", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(*_GROUP, name="fk_mute_working_group"),
        sa.PrimaryKeyConstraint("group_id", "user_id", "series", "item", name="pk_mute"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "draft",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("kept_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(*_GROUP, name="fk_draft_working_group"),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.UniqueConstraint("workspace", "key", name="uq_draft_workspace_key"),
    )
    op.create_index("ix_draft_kept_at", "draft", ["kept_at"])
