"""Every table of the first release."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
_COUNTED = ("change", "note", "obstacle", "recommendation", "subscription")
_NOT_FINAL = sa.text("state IN ('pending', 'sending', 'checking')")


def upgrade() -> None:
    _groups()
    _people()
    _items()
    _obstacles_and_recommendations()
    _history()
    _subscriptions()
    _deliveries()


def _group_of_its_workspace(table: str) -> sa.ForeignKeyConstraint:
    here, there = ["workspace", "group_id"], ["working_group.workspace", "working_group.id"]
    return sa.ForeignKeyConstraint(here, there, name=f"fk_{table}_working_group")


def _groups() -> None:
    op.create_table(
        "working_group",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        *(sa.Column(f"last_{each}", sa.BigInteger(), nullable=False) for each in _COUNTED),
        sa.PrimaryKeyConstraint("id", name="pk_working_group"),
        sa.UniqueConstraint("workspace", "id", name="uq_working_group_workspace_id"),
    )
    op.create_table(
        "charter",
        sa.Column("group_id", _KEY, autoincrement=False, nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("countries", sa.JSON(), nullable=False),
        sa.Column("sectors", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("phases", sa.JSON(), nullable=False),
        sa.Column("drivers", sa.JSON(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("horizon_months", sa.BigInteger(), nullable=False),
        sa.Column("agreement_rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["working_group.id"], name="fk_charter_working_group"),
        sa.PrimaryKeyConstraint("group_id", name="pk_charter"),
    )


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("locale_language", sa.Text(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=True),
        *(sa.Column(f"is_{each}", sa.Boolean(), nullable=False) for each in ("admin", "guest", "stranger")),
        sa.Column("chosen_language", sa.Text(), nullable=True),
        sa.Column("fetched_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("workspace", "user_id", name="pk_person"),
    )
    op.create_table(
        "member",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("joined_at", _INSTANT, nullable=False),
        _group_of_its_workspace("member"),
        sa.PrimaryKeyConstraint("group_id", "user_id", name="pk_member"),
    )
    op.create_index("ix_member_workspace_user_id_group_id", "member", ["workspace", "user_id", "group_id"])
    op.create_table(
        "binding",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=True),
        _group_of_its_workspace("binding"),
        sa.PrimaryKeyConstraint("workspace", "channel", name="pk_binding"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_binding_workspace_group_id", "binding", ["workspace", "group_id"])
    op.create_table(
        "receipt",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("stored_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("workspace", "key", name="pk_receipt"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_receipt_stored_at", "receipt", ["stored_at"])


def _items() -> None:
    op.create_table(
        "item",
        sa.Column("group_id", _KEY, autoincrement=False, nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("progress", sa.BigInteger(), nullable=False),
        sa.Column("recorded_in", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at", _INSTANT, nullable=False),
        sa.Column("changed_at", _INSTANT, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["working_group.id"], name="fk_item_working_group"),
        sa.PrimaryKeyConstraint("group_id", "series", "number", name="pk_item"),
        sa.UniqueConstraint("group_id", "recorded_in", name="uq_item_group_id_recorded_in"),
    )
    op.create_index("ix_item_group_id_author_recorded_at", "item", ["group_id", "author", "recorded_at"])
    op.create_index("ix_item_group_id_author_recorded_in", "item", ["group_id", "author", "recorded_in"])
    op.create_index("ix_item_group_id_kind_recorded_in", "item", ["group_id", "kind", "recorded_in"])
    op.create_index(
        "ix_item_group_id_kind_status_changed_at", "item", ["group_id", "kind", "status", "changed_at"]
    )
    op.create_index("ix_item_group_id_owner_recorded_in", "item", ["group_id", "owner", "recorded_in"])
    op.create_index("ix_item_group_id_theme_recorded_in", "item", ["group_id", "theme", "recorded_in"])
    op.create_table(
        "tally",
        sa.Column("group_id", _KEY, autoincrement=False, nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("item_count", sa.BigInteger(), nullable=False),
        sa.Column("progress", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["working_group.id"], name="fk_tally_working_group"),
        sa.PrimaryKeyConstraint("group_id", "theme", "kind", "status", name="pk_tally"),
        sqlite_with_rowid=False,
    )


def _obstacles_and_recommendations() -> None:
    op.create_table(
        "obstacle",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("severity", sa.Text(), nullable=True),
        sa.Column("countries", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", "number", name="pk_obstacle"),
    )
    op.create_table(
        "recommendation",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("countries", sa.JSON(), nullable=False),
        sa.Column("drivers", sa.JSON(), nullable=False),
        sa.Column("priority", sa.Boolean(), nullable=False),
        sa.Column("quarter", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("group_id", "number", name="pk_recommendation"),
    )
    op.create_index("ix_recommendation_group_id_quarter", "recommendation", ["group_id", "quarter"])
    op.create_table(
        "answer",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("recommendation", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("obstacle", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "obstacle"], ["obstacle.group_id", "obstacle.number"], name="fk_answer_obstacle"
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "recommendation"],
            ["recommendation.group_id", "recommendation.number"],
            name="fk_answer_recommendation",
        ),
        sa.PrimaryKeyConstraint("group_id", "recommendation", "obstacle", name="pk_answer"),
    )
    op.create_index(
        "ix_answer_group_id_obstacle_recommendation", "answer", ["group_id", "obstacle", "recommendation"]
    )


def _history() -> None:
    op.create_table(
        "change",
        sa.Column("group_id", _KEY, autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=True),
        sa.Column("item", sa.BigInteger(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["working_group.id"], name="fk_change_working_group"),
        sa.PrimaryKeyConstraint("group_id", "number", name="pk_change"),
    )
    op.create_index(
        "ix_change_group_id_series_item_number", "change", ["group_id", "series", "item", "number"]
    )
    op.create_index("ix_change_group_id_theme_number", "change", ["group_id", "theme", "number"])


def _subscriptions() -> None:
    op.create_table(
        "subscription",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=True),
        sa.Column("weekdays", sa.JSON(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("skip_quiet", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("next_date", sa.Date(), nullable=True),
        sa.Column("next_due_at", _INSTANT, nullable=True),
        sa.Column("last_date", sa.Date(), nullable=True),
        sa.Column("told_through", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        _group_of_its_workspace("subscription"),
        sa.PrimaryKeyConstraint("group_id", "number", name="pk_subscription"),
    )
    op.create_index(
        "ix_subscription_group_id_channel_number", "subscription", ["group_id", "channel", "number"]
    )
    op.create_index("ix_subscription_next_due_at", "subscription", ["next_due_at"])


def _deliveries() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("subscription", sa.BigInteger(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("due_at", _INSTANT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("looks", sa.BigInteger(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("not_before", _INSTANT, nullable=True),
        sa.Column("lease_token", sa.Text(), nullable=True),
        sa.Column("leased_until", _INSTANT, nullable=True),
        _group_of_its_workspace("delivery"),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sa.UniqueConstraint("key", name="uq_delivery_key"),
    )
    op.create_index("ix_delivery_group_id_subscription_id", "delivery", ["group_id", "subscription", "id"])
    op.create_index("ix_delivery_state_id", "delivery", ["state", "id"])
    op.create_index(
        "uq_delivery_in_flight",
        "delivery",
        ["group_id", "subscription"],
        unique=True,
        sqlite_where=_NOT_FINAL,
        postgresql_where=_NOT_FINAL,
    )
    op.create_table(
        "part",
        sa.Column("delivery", _KEY, autoincrement=False, nullable=False),
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rich", sa.JSON(), nullable=False),
        sa.Column("plain", sa.JSON(), nullable=False),
        sa.Column("begun_at", _INSTANT, nullable=True),
        sa.Column("ts", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["delivery"], ["delivery.id"], name="fk_part_delivery", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("delivery", "position", name="pk_part"),
    )
