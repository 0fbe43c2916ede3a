"""Five meetings look for what stands in the way; leads confirm it, merge it, drop it."""

from __future__ import annotations

from tests.integration.cast import SAMPLE
from tests.integration.life import meetings
from tests.integration.life.story import Story

MEETINGS = [meeting for meeting in SAMPLE.meetings if meeting.phase == "diagnosis"]
FORGOTTEN = "governance"


async def meet(story: Story) -> None:
    """The five of them, each a chapter."""
    for number, meeting in enumerate(MEETINGS, 1):
        announce = meetings.announce_in_a_form if number == 1 else meetings.announce
        await announce(story, meeting)
        thread = await meetings.open_it(story, number, meeting)
        await meetings.record(story, thread, meeting)
        if meeting.theme == FORGOTTEN:
            await meetings.forget(story, meeting)
        else:
            await meetings.close(story, meeting, button=number % 2 == 0)
        await story.ends(f"{number + 3:02}-diagnosis-of-{meeting.theme}")
