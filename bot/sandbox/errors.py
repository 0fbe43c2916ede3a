"""Refusals: of the Web API towards the app, and of the workspace towards people."""

from collections.abc import Mapping, Sequence

from bot.sandbox.shapes import JsonObject


class SlackError(Exception):
    """An answer with `ok: false` to the app.

    `messages` become `response_metadata.messages`; `facts` stand beside the code, such as `needed`;
    `violations` are what the validator found.
    """

    def __init__(
        self,
        code: str,
        *,
        messages: Sequence[str] = (),
        facts: Mapping[str, object] | None = None,
        violations: Sequence[Mapping[str, str]] = (),
    ) -> None:
        super().__init__(code)
        self.code = code
        self.violations = tuple(violations)
        self.messages = tuple(messages)
        self.facts = dict(facts or {})

    def answer(self) -> JsonObject:
        body: JsonObject = {"ok": False, "error": self.code, **self.facts}
        if self.messages:
            body["response_metadata"] = {"messages": list(self.messages)}
        return body


class PeopleError(Exception):
    """What a person cannot do here, or what the app got wrong while they did it.

    Answered with HTTP 200 as Slack does; `status` is another one when the request itself cannot be read.
    """

    def __init__(
        self,
        code: str,
        detail: str = "",
        *,
        violations: Sequence[Mapping[str, str]] = (),
        facts: Mapping[str, object] | None = None,
        status: int = 200,
    ) -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail
        self.violations = [dict(violation) for violation in violations]
        self.facts = dict(facts or {})
        self.status = status

    def answer(self) -> JsonObject:
        return {
            "ok": False,
            "error": self.code,
            "detail": self.detail,
            "violations": self.violations,
            **self.facts,
        }
