"""Answering which group is meant: what was asked once is done once, in the group that was chosen first."""

from __future__ import annotations

from datetime import datetime

from domain.people import Person
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode


def spend(question: str, person: Person, group: int, uow: UnitOfWork, now: datetime) -> None:
    """Keep the group with which the question was answered, in the transaction of what was asked for.

    What is refused leaves the question open. Raises Refusal QUESTION_ANSWERED when it was another group.
    """
    receipts = uow.workspace(person.workspace).receipts
    answered = receipts.find(question)
    if answered is None:
        receipts.add(question, Receipt(str(group)), now)
    elif answered.subject != str(group):
        raise Refusal(RefusalCode.QUESTION_ANSWERED)
