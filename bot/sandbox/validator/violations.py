"""What the validator answers with: one violation for each thing that Slack would refuse."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Violation:
    """One reason for Slack to refuse a payload.

    `path` is a JSON pointer as Slack gives it (`/blocks/0/text/text`, `/view/title`; empty for the whole
    payload), `rule` a stable kebab-case id of `Rule`, `message` the reason in the manner of Slack's own.
    """

    path: str
    rule: str
    message: str


def pointer(path: str, *keys: str | int) -> str:
    """The JSON pointer of something inside `path` (RFC 6901: `~` and `/` are escaped)."""
    steps = (str(key).replace("~", "~0").replace("/", "~1") for key in keys)
    return "/".join((path, *steps))
