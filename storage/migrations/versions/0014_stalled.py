"""After how many weeks a group takes a recommendation for stalled."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Four, as it was for every group."""
    op.add_column("charter", sa.Column("stalled_weeks", sa.BigInteger(), nullable=False, server_default=sa.text("4")))
