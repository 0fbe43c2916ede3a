"""What a person sees when the app did not answer as it should."""

from bot.sandbox.deliveries import Acknowledgement
from bot.sandbox.directory import Person
from bot.sandbox.errors import PeopleError
from bot.sandbox.stream import only
from bot.sandbox.wording import say
from bot.sandbox.workspace import Workspace

_NO_ANSWER = ("operation_timeout", "dispatch_failed")


def tell_failure(workspace: Workspace, user: str, failure: PeopleError, via: str, payload: object) -> None:
    """Tell the person; an answer of the app's (`payload`, to `via`) that was refused is kept as such."""
    if failure.code not in _NO_ANSWER:
        workspace.payloads.reject(via, failure.code, failure.violations, payload)
    body = {
        "type": "failure",
        "error": failure.code,
        "detail": failure.detail,
        "violations": failure.violations,
    }
    workspace.stream.publish(body, only(user))


def trouble(person: Person) -> str:
    """What Slack's client says when an interaction fails, in the person's language."""
    return say("trouble", person.locale)


def no_answer(answer: Acknowledgement, detail: str) -> PeopleError | None:
    """The failure when the acknowledgement was late, missing or not a 200."""
    if answer.error is None:
        return None
    facts = {"status": answer.status, "elapsed_ms": round(answer.elapsed_ms, 2)}
    return PeopleError(answer.error, detail, facts=facts)
