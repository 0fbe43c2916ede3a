"""What is left in peace for a while, and indexes by which workspaces take turns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
_LEASED = sa.text("leased_until IS NOT NULL")
_HELD = sa.text("state = 'held'")
_OPEN = sa.text("state IN ('pending', 'sending', 'checking')")


def upgrade() -> None:
    """What is left in peace for a while, and indexes by which workspaces take turns."""
    op.create_table(
        "pause",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("until", _INSTANT, nullable=False),
        sa.Column("by_slack", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "channel", name="pk_pause"),
        sqlite_with_rowid=False,
    )
    turns, leased = ["workspace", "id"], ["workspace", "channel"]
    op.create_index("ix_delivery_turns", "delivery", turns, sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.create_index("ix_delivery_leased", "delivery", leased, sqlite_where=_LEASED, postgresql_where=_LEASED)
    op.create_index("ix_delivery_ahead", "delivery", ["due_at"], sqlite_where=_HELD, postgresql_where=_HELD)
    op.drop_index("ix_delivery_state_id", "delivery")
    due = ["next_due_at", "group_id", "number"]
    op.create_index("ix_subscription_next_due_at_group_id_number", "subscription", due)
    op.drop_index("ix_subscription_next_due_at", "subscription")
