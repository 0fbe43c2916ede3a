"""How the register is listed: by when things were recorded and are due, and what comes first.

The index over author and time is not needed any more: one over author and place serves where it served.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_IS_DUE = sa.text("due_on IS NOT NULL")
_IS_FIRST = sa.text("priority")


def upgrade() -> None:
    """Indexes for lists by time, by day and by priority."""
    op.drop_index("ix_item_group_id_author_recorded_at", "item")
    op.create_index(
        "ix_item_group_id_recorded_at_recorded_in", "item", ["group_id", "recorded_at", "recorded_in"]
    )
    op.create_index(
        "ix_item_group_id_due_on",
        "item",
        ["group_id", "due_on", "recorded_in"],
        sqlite_where=_IS_DUE,
        postgresql_where=_IS_DUE,
    )
    op.create_index(
        "ix_recommendation_group_id_first",
        "recommendation",
        ["group_id", "number"],
        sqlite_where=_IS_FIRST,
        postgresql_where=_IS_FIRST,
    )
