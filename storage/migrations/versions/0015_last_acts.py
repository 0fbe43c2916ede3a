"""What people did last, where no change tells it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_GROUP = (["workspace", "group_id"], ["working_group.workspace", "working_group.id"])


def upgrade() -> None:
    """Nothing is known of what was done before."""
    op.create_table(
        "last_act",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("after", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("former", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(*_GROUP, name="fk_last_act_working_group"),
        sa.PrimaryKeyConstraint("group_id", "user_id", name="pk_last_act"),
        sqlite_with_rowid=False,
    )
