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
"""Characters of an option's text and of its value is 150 (option object)."""

ACTIONS_MAX = 25
"""Elements of an actions block."""

MODAL_TITLE_MAX = 24
"""Characters of a modal's title, submit and close labels (views)."""

MESSAGE_BLOCKS_MAX = 50
"""Blocks of a message."""

MESSAGE_TEXT_AIM = 3900
"""Top-level text stays under 4,000 characters, as chat.postMessage recommends."""

MESSAGE_CHARACTERS_MAX = 12_000
"""Of all block text in one message. Not documented; about 13,200 is refused (slackapi/bolt-js issue 2509)."""
