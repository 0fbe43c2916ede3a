"""The Bolt application: our authorization, our router, our logger."""

from __future__ import annotations

import logging

from slack_bolt.async_app import AsyncApp

from bot.authorization import Installation, authorizer
from handlers.register import Register


def bolt_app(installation: Installation, register: Register) -> AsyncApp:
    """The application with every listener attached.

    `process_before_response`: what Slack is told is saved is saved. Signatures are checked in `bot.http`: on
    a wrong one Bolt logs the whole body, and a malformed one makes it answer 500.
    """
    app = AsyncApp(
        name="rapporteur",
        logger=_quiet_logger(),
        process_before_response=True,
        authorize=authorizer(installation),  # type: ignore[arg-type]  # Bolt takes None: not installed
        request_verification_enabled=False,
        ignoring_self_events_enabled=True,
    )
    register.attach(app)
    return app


def _quiet_logger() -> logging.Logger:
    """Bolt's own lines hold request bodies; only errors pass, and those we log without texts elsewhere."""
    logger = logging.getLogger("rapporteur.bolt")
    logger.setLevel(logging.ERROR)
    return logger
