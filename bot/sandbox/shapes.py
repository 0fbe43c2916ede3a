"""JSON as Slack sends and receives it."""

from typing import Any, TypeAlias

JsonObject: TypeAlias = dict[str, Any]
