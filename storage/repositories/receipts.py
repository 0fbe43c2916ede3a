"""Which interactions of one workspace were accepted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, select

from domain.receipt import Receipt
from storage.bulk import inserted
from storage.session import Session
from storage.tables.receipts import receipt

FIND = select(receipt.c.subject, receipt.c.facts).where(
    receipt.c.workspace == bindparam("workspace"), receipt.c.key == bindparam("key")
)
_ADD = inserted(receipt)
_FORGET = delete(receipt).where(receipt.c.stored_at < bindparam("before", type_=receipt.c.stored_at.type))


class ReceiptRows:
    """The receipts of one workspace. `stored` tells whether this transaction stored one.

    A write that stored its receipt may be run again after a commit nobody answered: it finds the receipt.
    """

    def __init__(self, connection: Session, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace
        self.stored = False

    def find(self, key: str) -> Receipt | None:
        row = self._connection.execute(FIND, asked(self._workspace, key)).one_or_none()
        return None if row is None else Receipt(row.subject, row.facts)

    def add(self, key: str, receipt: Receipt, at: datetime) -> None:
        row = {
            "workspace": self._workspace,
            "key": key,
            "subject": receipt.subject,
            "facts": dict(receipt.facts),
            "stored_at": at,
        }
        self._connection.add(_ADD, [row])
        self.stored = True


def asked(workspace: str, key: str) -> dict[str, str]:
    """The parameters of FIND."""
    return {"workspace": workspace, "key": key}


def forget_receipts(connection: Session, before: datetime) -> int:
    """Remove those of every workspace that were stored before then; how many there were."""
    return int(connection.execute(_FORGET, {"before": before}).rowcount)
