"""Through which change a message was worded, so that nothing is corrected that it says already."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of what was worded before nobody knows it: its corrections are told."""
    op.add_column("part", sa.Column("through", sa.BigInteger(), nullable=True))
