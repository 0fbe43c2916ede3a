"""Meetings, who was there, what was recorded from messages; and which meeting is open in a channel."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
_IN_A_MEETING = sa.text("meeting IS NOT NULL")


def upgrade() -> None:
    op.add_column(
        "working_group",
        sa.Column("last_meeting", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
    )
    op.add_column("binding", sa.Column("meeting", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_item_group_id_meeting_recorded_in",
        "item",
        ["group_id", "meeting", "recorded_in"],
        sqlite_where=_IN_A_MEETING,
        postgresql_where=_IN_A_MEETING,
    )
    _meetings()
    _attendance()
    _scribed()


def _meetings() -> None:
    op.create_table(
        "meeting",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("starts_at", _INSTANT, nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("opener", sa.Text(), nullable=True),
        sa.Column("opened_at", _INSTANT, nullable=True),
        sa.Column("opened_in", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", _INSTANT, nullable=True),
        sa.Column("closed_in", sa.BigInteger(), nullable=True),
        sa.Column("thread", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["working_group.id"], name="fk_meeting_working_group"),
        sa.PrimaryKeyConstraint("group_id", "number", name="pk_meeting"),
    )
    op.create_index("ix_meeting_group_id_opened_in", "meeting", ["group_id", "opened_in"])
    op.create_index("ix_meeting_group_id_starts_at_number", "meeting", ["group_id", "starts_at", "number"])


def _attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("meeting", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("marked_by", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "meeting"], ["meeting.group_id", "meeting.number"], name="fk_attendance_meeting"
        ),
        sa.PrimaryKeyConstraint("group_id", "meeting", "user_id", name="pk_attendance"),
        sqlite_with_rowid=False,
    )


def _scribed() -> None:
    op.create_table(
        "scribed",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("ts", sa.Text(), nullable=False),
        sa.Column("entry", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("item", sa.BigInteger(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("edited", sa.Text(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["working_group.id"], name="fk_scribed_working_group"),
        sa.PrimaryKeyConstraint("group_id", "channel", "ts", "entry", name="pk_scribed"),
        sqlite_with_rowid=False,
    )
