"""Other schedules than weekly ones, and what a digest covers besides themes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Columns of the subscription that are empty for a weekly digest of themes."""
    op.add_column("subscription", sa.Column("recurrence", sa.Text(), nullable=True))
    op.add_column("subscription", sa.Column("anchor", sa.Date(), nullable=True))
    op.add_column("subscription", sa.Column("mine_of", sa.Text(), nullable=True))
    op.add_column("subscription", sa.Column("sectors", sa.JSON(), nullable=True))
    op.add_column("subscription", sa.Column("countries", sa.JSON(), nullable=True))
    op.add_column("subscription", sa.Column("concerning", sa.Text(), nullable=True))
