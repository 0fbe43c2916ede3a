"""One transaction over the store, as the domain sees it."""

from __future__ import annotations

from datetime import datetime

from storage.lazy import lazy
from storage.repositories.charters import CharterCache
from storage.repositories.drafts import forget_drafts
from storage.repositories.logbook import LogbookRows
from storage.repositories.outbox import OutboxRows
from storage.repositories.pauses import PauseRows
from storage.repositories.preparations import PreparationRows
from storage.repositories.receipts import forget_receipts
from storage.repositories.reminders import ReminderPlanRows
from storage.repositories.workspace import WorkspaceRows
from storage.session import Session


class SqlUnitOfWork:
    """The records of one transaction. The engine begins and commits; `flush` comes before the commit."""

    def __init__(self, connection: Session, charters: CharterCache, *, writing: bool) -> None:
        self._connection = connection
        self._charters = charters
        self._writing = writing
        self._workspaces: dict[str, WorkspaceRows] = {}

    def workspace(self, workspace: str) -> WorkspaceRows:
        found = self._workspaces.get(workspace)
        if found is None:
            found = WorkspaceRows(self._connection, workspace, self._charters, writing=self._writing)
            self._workspaces[workspace] = found
        return found

    @lazy
    def outbox(self) -> OutboxRows:
        return OutboxRows(self._connection)

    @lazy
    def logbook(self) -> LogbookRows:
        return LogbookRows(self._connection)

    @lazy
    def pauses(self) -> PauseRows:
        return PauseRows(self._connection)

    @lazy
    def preparations(self) -> PreparationRows:
        return PreparationRows(self._connection)

    @lazy
    def reminders(self) -> ReminderPlanRows:
        return ReminderPlanRows(self._connection)

    def forget_receipts(self, before: datetime) -> int:
        return forget_receipts(self._connection, before)

    def forget_drafts(self, before: datetime) -> int:
        return forget_drafts(self._connection, before)

    def flush(self) -> None:
        """Hand over what is kept in memory until the end of the job, to be written with the rest."""
        for workspace in self._workspaces.values():
            workspace.flush()

    @property
    def stored_receipt(self) -> bool:
        """Whether the job stored the key of its interaction, and so may be run again after any doubt."""
        return any(workspace.receipts.stored for workspace in self._workspaces.values())
