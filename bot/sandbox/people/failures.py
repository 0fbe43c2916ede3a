"""What a person sees when the app did not answer as it should."""

from bot.sandbox.dispatch import Acknowledgement
from bot.sandbox.errors import PeopleError
from bot.sandbox.stream import only
from bot.sandbox.workspace import Workspace


def tell_failure(workspace: Workspace, user: str, failure: PeopleError) -> None:
    body = {
        "type": "failure",
        "error": failure.code,
        "detail": failure.detail,
        "violations": failure.violations,
    }
    workspace.stream.publish(body, only(user))


def no_answer(answer: Acknowledgement, detail: str) -> PeopleError | None:
    """The failure when the acknowledgement was late, missing or not a 200."""
    if answer.error is None:
        return None
    facts = {"status": answer.status, "elapsed_ms": round(answer.elapsed_ms, 2)}
    return PeopleError(answer.error, detail, facts=facts, status=200)
