"""The proxy through which Slack is reached, where the way out is through one.

slack_sdk's clients take it from HTTPS_PROXY by themselves; what goes out beside them takes it too.
"""

from __future__ import annotations

import os

from slack_sdk.proxy_env_variable_loader import load_http_proxy_from_env

NAMES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")
"""The variables that slack_sdk looks at, in its order."""


def proxy_of_environment() -> str | None:
    """The proxy's address as slack_sdk reads it, None where there is none."""
    return load_http_proxy_from_env()


def stay_on_this_machine() -> None:
    """Let no proxy carry what this process asks of itself: slack_sdk knows of no exceptions (NO_PROXY)."""
    for name in NAMES:
        os.environ.pop(name, None)
