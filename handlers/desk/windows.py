"""Modals: a new one with the trigger of an interaction, another view in one that stands open."""

from __future__ import annotations

from dataclasses import replace

from handlers.desk.answer import Answer, OpenView, Reply, View
from handlers.desk.forming import opening
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request, Slack, SlackUnavailable
from handlers.interaction import Interaction
from handlers.parts.modals import reading
from handlers.parts.next_steps import blocks_about


class FormNotOpened(Exception):  # noqa: N818 - named for what the person is told
    """Slack did not take the view."""


async def show(slack: Slack, interaction: Interaction, view: View) -> None:
    """In the place of the modal in which something was pressed, else as a new one. Raises FormNotOpened."""
    workspace, present = interaction.person.workspace, interaction.view
    try:
        if present is not None and not present.is_home:
            await slack.update_view(workspace, present.id, present.hash, view)
        elif interaction.trigger is not None:
            await slack.open_view(workspace, interaction.trigger, view)
        else:
            raise FormNotOpened
    except SlackUnavailable as error:
        raise FormNotOpened from error


def in_modal(request: Request, answer: Answer) -> OpenView:
    """An answer in a modal, for what was pressed where there is no channel to answer in."""
    if not isinstance(answer, Reply):
        return answer
    group = request.situation.group
    blocks = list(answer.message.blocks)
    return OpenView(
        reading(
            request.t,
            blocks if group is None else blocks_about(blocks, group.id),
            opening(request).write(),
        ),
        answer,
    )


def placed(interaction: Interaction, text: str | None = None) -> tuple[Interaction, Metadata]:
    """The interaction in the channel that its view was opened in, and what the view remembers.

    The channel is authorised again like any other: a view's metadata, or the `text` of it, is input.
    """
    if text is None:
        text = None if interaction.view is None else interaction.view.metadata
    if text is None:
        return interaction, Metadata()
    metadata = Metadata.read(text)
    return replace(interaction, channel=metadata.channel or interaction.channel), metadata
