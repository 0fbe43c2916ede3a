"""Rules of messages as a whole: how long, which blocks are known, what is escaped."""

from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.validator import Advice, advise_message
from tests.integration.sandbox.rules.figures import sent
from tests.integration.sandbox.rules.stage import Row, Stage
from tests.integration.sandbox.seeds import GENERAL, GUEST, LEAD, workspace_seed
from tests.unit.bot.sandbox.validator import builders as b


async def message_of_fifty_blocks(stage: Stage) -> None:
    fifty = b.message(*[b.divider() for _ in range(50)])
    assert await sent(stage, "message", fifty)
    await stage.post(b.letters(40_001))
    assert len((await stage.texts())[-1]) == 40_000
    assert advise_message(fifty) == []


async def message_of_more(stage: Stage) -> None:
    assert not await sent(stage, "message", b.message(*[b.divider() for _ in range(51)]))
    ts = await stage.post()
    assert await stage.error("chat.update", channel=GENERAL, ts=ts, text=b.letters(4001)) == "msg_too_long"
    bare = {"text": b.letters(4000)}, {"blocks": [b.divider()]}
    assert [each.rule for payload in bare for each in advise_message(payload)] == [
        Advice.TEXT_LENGTH,
        Advice.TEXT_BESIDE_BLOCKS,
    ]


def without_new_blocks() -> WorkspaceSeed:
    return workspace_seed(unsupported_blocks=["data_table", "data_visualization"])


async def the_same_in_plain_blocks(stage: Stage) -> None:
    assert await sent(stage, "message", b.message(b.table(), b.section()))


async def new_blocks(stage: Stage) -> None:
    for new in (b.data_table(), b.pie()):
        payload = b.message(b.section(), new)
        answer = await stage.ask("chat.postMessage", channel=GENERAL, **payload)
        assert answer["error"] == "invalid_blocks"
        assert "json-pointer:/blocks/1" in answer["response_metadata"]["messages"][0]
        stage.app.says(payload)
        assert (await stage.people.command(LEAD, GENERAL, "/wg x")).error == "invalid_command_response"
        url = stage.app.commands[-1]["response_url"]
        assert await stage.respond(url, **payload) == 400


async def members_mention(stage: Stage) -> None:
    await stage.people.message(LEAD, GENERAL, "@channel a & b @guest")
    assert await stage.texts() == [f"<!channel> a &amp; b <@{GUEST}>"]


async def others_do_not(stage: Stage) -> None:
    await stage.people.message(LEAD, GENERAL, "<!channel> <!here>")
    await stage.people.message(GUEST, GENERAL, "@channel")
    sent_text = (await stage.command("<!channel> @here"))["text"]
    assert (await stage.texts())[:2] == ["&lt;!channel&gt; &lt;!here&gt;", "@channel"]
    assert sent_text == "&lt;!channel&gt; @here"


ROWS = (
    Row(
        "message",
        "50 blocks; top-level `text` always (screen readers read it), aim under 4,000 characters; "
        "cut at 40,000",
        ("validator.messages", "validator.advice"),
        message_of_fifty_blocks,
        message_of_more,
    ),
    Row(
        "new blocks (data_table, data_visualization)",
        "not modelled by slack_sdk 3.47: send them as dicts, and answer `invalid_blocks` by sending the same "
        "content in plain blocks",
        ("acceptance", "seed"),
        the_same_in_plain_blocks,
        new_blocks,
        seed=without_new_blocks,
    ),
    Row(
        "text escaping",
        "`&` `<` `>` as entities in text of people; `<!channel>`, `<!here>`, `<@U…>` from people "
        "never reach a "
        "message as live mentions unless the person may send them",
        ("entities", "people.names"),
        members_mention,
        others_do_not,
    ),
)
