"""Rules of plain blocks, and of the views and messages around them."""

from bot.sandbox.validator import Rule
from tests.integration.sandbox.rules.figures import Pair, block, figures, modal_block, modal_keys, of_length
from tests.unit.bot.sandbox.validator import builders as b

ROWS = (
    figures(
        "all block text of one message",
        "about 13,200 characters, not documented (slackapi/bolt-js#2509): keep under 12,000 and split",
        Pair(
            "message",
            Rule.MESSAGE_BLOCKS_TEXT_MAX,
            b.message(*of_length(13_200)),
            b.message(*of_length(13_201)),
        ),
    ),
    figures(
        "modal, Home",
        "100 blocks; modal title, submit and close 24 characters; `private_metadata` 3,000",
        Pair("modal", Rule.VIEW_BLOCKS_MAX, b.modal(*[b.divider()] * 100), b.modal(*[b.divider()] * 101)),
        Pair("home", Rule.VIEW_BLOCKS_MAX, b.home(*[b.divider()] * 100), b.home(*[b.divider()] * 101)),
        *(
            modal_keys(rule, {key: b.plain(b.letters(24))}, {key: b.plain(b.letters(25))})
            for key, rule in (
                ("title", Rule.VIEW_TITLE_MAX),
                ("submit", Rule.VIEW_SUBMIT_MAX),
                ("close", Rule.VIEW_CLOSE_MAX),
            )
        ),
        modal_keys(
            Rule.VIEW_PRIVATE_METADATA_MAX,
            {"private_metadata": b.letters(3000)},
            {"private_metadata": b.letters(3001)},
        ),
    ),
    figures(
        "section",
        "text 3,000; 10 fields of 2,000",
        block(Rule.SECTION_TEXT_MAX, b.section(b.letters(3000)), b.section(b.letters(3001))),
        block(
            Rule.SECTION_FIELDS_MAX, b.section(fields=[b.plain()] * 10), b.section(fields=[b.plain()] * 11)
        ),
        block(
            Rule.SECTION_FIELD_TEXT_MAX,
            b.section(fields=[b.plain(b.letters(2000))]),
            b.section(fields=[b.plain(b.letters(2001))]),
        ),
    ),
    figures(
        "header 150 · context 10 elements · actions 25 elements · button text 75, value 2,000 · "
        "option text 75, "
        "value 150, description 75 · static select 100 options · overflow 5 options",
        "",
        block(
            Rule.HEADER_TEXT_MAX,
            b.element("header", text=b.plain(b.letters(150))),
            b.element("header", text=b.plain(b.letters(151))),
        ),
        block(Rule.CONTEXT_ELEMENTS_MAX, b.context(*[b.plain()] * 10), b.context(*[b.plain()] * 11)),
        block(
            Rule.ACTIONS_ELEMENTS_MAX,
            b.actions(*[b.button() for _ in range(25)]),
            b.actions(*[b.button() for _ in range(26)]),
        ),
        *(
            block(rule, b.actions(accepted), b.actions(refused))
            for rule, accepted, refused in (
                (Rule.BUTTON_TEXT_MAX, b.button(b.letters(75)), b.button(b.letters(76))),
                (Rule.BUTTON_VALUE_MAX, b.button(value=b.letters(2000)), b.button(value=b.letters(2001))),
                (Rule.OPTION_TEXT_MAX, b.select(b.option(b.letters(75))), b.select(b.option(b.letters(76)))),
                (
                    Rule.OPTION_VALUE_MAX,
                    b.select(b.option(value=b.letters(150))),
                    b.select(b.option(value=b.letters(151))),
                ),
                (
                    Rule.OPTION_DESCRIPTION_MAX,
                    b.select(b.option(description=b.plain(b.letters(75)))),
                    b.select(b.option(description=b.plain(b.letters(76)))),
                ),
                (Rule.SELECT_OPTIONS_MAX, b.select(*b.options(100)), b.select(*b.options(101))),
                (
                    Rule.OVERFLOW_OPTIONS_MAX,
                    b.element("overflow", options=b.options(5)),
                    b.element("overflow", options=b.options(6)),
                ),
            )
        ),
    ),
    figures(
        "block_id, action_id",
        "255 characters; block_id unique in the message or view, action_id in its block",
        block(Rule.BLOCK_ID_MAX, b.divider(block_id=b.letters(255)), b.divider(block_id=b.letters(256))),
        block(
            Rule.ACTION_ID_MAX,
            b.actions(b.button(action_id=b.letters(255))),
            b.actions(b.button(action_id=b.letters(256))),
        ),
        Pair(
            "message",
            Rule.BLOCK_ID_UNIQUE,
            b.message(b.divider(block_id="1"), b.divider(block_id="2")),
            b.message(b.divider(block_id="1"), b.divider(block_id="1")),
        ),
        block(
            Rule.ACTION_ID_UNIQUE,
            b.actions(b.button(action_id="1"), b.button(action_id="2")),
            b.actions(b.button(action_id="1"), b.button(action_id="1")),
        ),
    ),
    figures(
        "plain text input",
        "max_length up to 3,000",
        modal_block(
            Rule.INPUT_LENGTH_RANGE,
            b.field(b.element("plain_text_input", max_length=3000)),
            b.field(b.element("plain_text_input", max_length=3001)),
        ),
    ),
)
