"""The life of the sample's group, from its founding to its roadmap, as people see it in two languages."""

from __future__ import annotations

from datetime import date

from tests.integration.life import diagnosis, founding, implementation, obstacles, questions, recommendations
from tests.integration.life.story import PLENARY, Story
from tests.integration.office import DIRECT


async def test_a_group_lives(story: Story) -> None:
    await founding.found(story)
    await story.ends("01-founding")
    await founding.gather(story)
    await story.ends("02-people")
    await founding.subscribe(story)
    await story.ends("03-digests")
    await diagnosis.meet(story)
    await obstacles.sift(story)
    await story.ends("09-sifting")
    await obstacles.translate(story)
    await story.ends("10-versions")
    await recommendations.turn_to(story, "recommendations")
    await story.ends("11-second-phase")
    await recommendations.meet(story, 12)
    await recommendations.turn_to(story, "implementation")
    await story.catches_up(("chair-mx", PLENARY), ("oem-us", DIRECT))
    await implementation.plan(story)
    await implementation.act(story)
    await story.ends("17-plan-and-actions")
    await implementation.carry_out(story)
    await story.ends("18-implementation")
    await implementation.correct(story)
    await story.ends("19-corrections")
    await story.comes(date(2022, 11, 21), 9)
    await story.reads("chair-mx", PLENARY)
    await story.reads("oem-us", DIRECT)
    await story.ends("20-weekly-digests")
    await questions.ask(story, 21)
    await questions.ask_of_everything(story)
    await implementation.speak_in_a_direct_message(story)
    await story.ends("26-everything")
