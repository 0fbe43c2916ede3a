"""Editions and versions of texts: which text a position was taken on, and what has no other version yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_HAS_ONE_VERSION = sa.text(
    "CAST(versions AS TEXT) = '{}' AND kind IN ('action', 'obstacle', 'recommendation')"
)


def upgrade() -> None:
    op.add_column("change", sa.Column("edition", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_item_group_id_recorded_in_untranslated",
        "item",
        ["group_id", "recorded_in"],
        sqlite_where=_HAS_ONE_VERSION,
        postgresql_where=_HAS_ONE_VERSION,
    )
