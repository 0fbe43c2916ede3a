"""Evidence: links with a title, and what they are attached to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "working_group",
        sa.Column("last_evidence", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
    )
    op.create_table(
        "evidence",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", "number", name="pk_evidence"),
    )
    op.create_index("ix_evidence_group_id_place_number", "evidence", ["group_id", "place", "number"])
    _supports()


def _supports() -> None:
    op.create_table(
        "support",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("evidence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("item", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "evidence"], ["evidence.group_id", "evidence.number"], name="fk_support_evidence"
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "series", "item"],
            ["item.group_id", "item.series", "item.number"],
            name="fk_support_item",
        ),
        sa.PrimaryKeyConstraint("group_id", "evidence", "series", "item", name="pk_support"),
    )
    op.create_index(
        "ix_support_group_id_series_item_evidence", "support", ["group_id", "series", "item", "evidence"]
    )
