"""Where a change was said, so that taking it back is told where it was told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was written before counts as said where its item belongs: most was."""
    op.add_column("change", sa.Column("said_in", sa.Text(), nullable=True))
