"""Slack's limits on what we send, each with its source (docs.slack.dev, reference: blocks and views)."""

SECTION_TEXT_MAX = 3000
"""Characters of a section's text object (section block)."""

HEADER_MAX = 150
"""Characters of a header block's text."""

BUTTON_TEXT_MAX = 75
"""Characters of a button's label (button element)."""

BUTTON_VALUE_MAX = 2000
"""Characters of a button's value (button element)."""

ACTION_ID_MAX = 255
"""Characters of an element's action_id (button element)."""

OPTION_TEXT_MAX = 75
"""Characters of an option's text (option object)."""

OPTION_VALUE_MAX = 150
"""Characters of an option's value (option object)."""

OPTIONS_MAX = 100
"""Options of a select, and of an answer to a search in one (select menu element, block suggestion)."""

CONFIRM_TITLE_MAX = 100
CONFIRM_TEXT_MAX = 300
CONFIRM_BUTTON_MAX = 30
"""Characters of a confirmation dialog's title, text, and each of its two buttons (confirmation object)."""

OVERFLOW_MAX = 5
"""Options of an overflow menu (overflow menu element)."""

PLACEHOLDER_MAX = 150
"""Characters of the words that stand in an empty field (select menu and input elements)."""

ACTIONS_MAX = 25
"""Elements of an actions block."""

MODAL_TITLE_MAX = 24
"""Characters of a modal's title, submit and close labels (views)."""

HOME_BLOCKS_MAX = 100
"""Blocks of a modal or of a Home tab (views)."""

MESSAGE_BLOCKS_MAX = 50
"""Blocks of a message."""

MESSAGE_TEXT_AIM = 3900
"""Top-level text stays under 4,000 characters, as chat.postMessage recommends."""

MESSAGE_CHARACTERS_MAX = 12_000
"""Of all block text in one message. Not documented; about 13,200 is refused (slackapi/bolt-js issue 2509)."""

CHART_TITLE_MAX = 50
"""Characters of a data_visualization block's title (June 2026)."""

CHART_LABEL_MAX = 20
"""Characters of a segment's label, as Slack's own validator has it."""
