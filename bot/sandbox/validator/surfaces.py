"""Where blocks and elements may stand.

Sources: the "available in surfaces" of each page under docs.slack.dev/reference/block-kit, and Slack's own
answers where they differ (a Home view with a chart: "unsupported type: data_visualization").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.sandbox.validator.rules import Rule


class Surface(StrEnum):
    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Placement:
    """The only surfaces on which something may stand, and the rule that says so."""

    surfaces: frozenset[Surface]
    rule: Rule


_NOWHERE: frozenset[Surface] = frozenset()
_MESSAGE = frozenset({Surface.MESSAGE})
_MODAL = frozenset({Surface.MODAL})
_NOT_MODAL = frozenset({Surface.MESSAGE, Surface.HOME})
_NOT_HOME = frozenset({Surface.MESSAGE, Surface.MODAL})
_VIEWS = frozenset({Surface.MODAL, Surface.HOME})

#: Blocks without an entry may stand everywhere.
BLOCK_PLACEMENTS: Mapping[str, Placement] = MappingProxyType(
    {
        "alert": Placement(_MODAL, Rule.ALERT_MODAL_ONLY),
        "call": Placement(_MESSAGE, Rule.BLOCK_MESSAGE_ONLY),
        "carousel": Placement(_NOT_MODAL, Rule.CAROUSEL_NOT_IN_MODAL),
        "container": Placement(_NOT_MODAL, Rule.CONTAINER_NOT_IN_MODAL),
        "context_actions": Placement(_MESSAGE, Rule.BLOCK_MESSAGE_ONLY),
        # The page names Home tabs too; like `table` it is known to work in messages only.
        "data_table": Placement(_MESSAGE, Rule.BLOCK_MESSAGE_ONLY),
        "data_visualization": Placement(_MESSAGE, Rule.CHART_MESSAGE_ONLY),
        # Slack adds it to messages with remote files; an app cannot send it.
        "file": Placement(_NOWHERE, Rule.FILE_NOT_SENDABLE),
        "markdown": Placement(_MESSAGE, Rule.BLOCK_MESSAGE_ONLY),
        "plan": Placement(_MESSAGE, Rule.BLOCK_MESSAGE_ONLY),
        "table": Placement(_MESSAGE, Rule.BLOCK_MESSAGE_ONLY),
        "task_card": Placement(_MESSAGE, Rule.BLOCK_MESSAGE_ONLY),
    }
)

#: Elements without an entry may stand wherever their block may.
ELEMENT_PLACEMENTS: Mapping[str, Placement] = MappingProxyType(
    {
        "datetimepicker": Placement(_NOT_HOME, Rule.ELEMENT_SURFACE),
        "email_text_input": Placement(_MODAL, Rule.ELEMENT_SURFACE),
        "file_input": Placement(_MODAL, Rule.ELEMENT_SURFACE),
        "number_input": Placement(_MODAL, Rule.ELEMENT_SURFACE),
        "rich_text_input": Placement(_VIEWS, Rule.ELEMENT_SURFACE),
        "url_text_input": Placement(_MODAL, Rule.ELEMENT_SURFACE),
        "workflow_button": Placement(_MESSAGE, Rule.ELEMENT_SURFACE),
    }
)

#: `response_url_enabled` of conversation and channel menus: "only available in modals".
RESPONSE_URL_PLACEMENT = Placement(_MODAL, Rule.RESPONSE_URL_MODAL_ONLY)
