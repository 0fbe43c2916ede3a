"""What kind of failure it was: for the person what it means for their words, for the log where it was."""

from __future__ import annotations

from structlog.typing import FilteringBoundLogger

from domain.ports import OutcomeUnknown, StoreUnavailable
from handlers.desk import log_events
from handlers.desk.excuses import Failure
from handlers.desk.places import place_of
from handlers.desk.request import SlackUnavailable
from handlers.desk.windows import FormNotOpened


def noted(log: FilteringBoundLogger, error: Exception, *, begun: bool) -> Failure:
    """What kind of failure it was for the person; the log gets its type and place, never its texts.

    Before a feature has `begun` nothing of the person's can have been saved, however late it is.
    """
    if isinstance(error, StoreUnavailable | SlackUnavailable):
        log.error(log_events.UNAVAILABLE, error=type(error).__name__)
        return Failure.NOT_SAVED
    if isinstance(error, FormNotOpened):
        log.error(log_events.FORM_NOT_OPENED, error=type(error.__cause__).__name__)
        return Failure.FORM
    if isinstance(error, TimeoutError | OutcomeUnknown):
        log.error(log_events.REQUEST_LATE, error=type(error).__name__)
        return Failure.UNSURE if begun else Failure.NOT_SAVED
    log.error(log_events.REQUEST_FAILED, error=type(error).__name__, place=place_of(error))
    return Failure.UNSURE if begun else Failure.NOT_SAVED
