"""When people are reminded, until when they put items off, and who is not there any more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
_GROUP = (["workspace", "group_id"], ["working_group.workspace", "working_group.id"])


def upgrade() -> None:
    """Plans are made for those who are members already by the running process, a batch at a time."""
    op.add_column(
        "person",
        sa.Column("is_deactivated", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.create_table(
        "reminder_plan",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("next_at", _INSTANT, nullable=True),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(*_GROUP, name="fk_reminder_plan_working_group"),
        sa.PrimaryKeyConstraint("group_id", "user_id", name="pk_reminder_plan"),
    )
    op.create_index("ix_reminder_plan_next_at_group_id", "reminder_plan", ["next_at", "group_id"])
    op.create_table(
        "snooze",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("item", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(*_GROUP, name="fk_snooze_working_group"),
        sa.PrimaryKeyConstraint("group_id", "series", "item", "user_id", name="pk_snooze"),
    )
    op.create_index("ix_snooze_group_id_user_id", "snooze", ["group_id", "user_id"])
