"""The message that an item was recorded from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The message that an item was recorded from."""
    op.add_column("item", sa.Column("source", sa.Text(), nullable=True))
