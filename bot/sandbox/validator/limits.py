"""Slack's limits, each with its source.

Pages are named by their path under docs.slack.dev; "block X" and "element X" stand for
reference/block-kit/blocks/X-block and reference/block-kit/block-elements/X-element, "object X" for
reference/block-kit/composition-objects/X-object. Lengths are characters: Slack does not say what it counts,
code points are counted here.
"""

# Messages; where nothing else is named, from reference/block-kit/blocks
MESSAGE_BLOCKS_MAX = 50
#: reference/methods/chat.postMessage: longer text is cut, not refused.
MESSAGE_TEXT_CUT = 40_000
#: reference/methods/chat.postEphemeral documents `msg_too_long` without a figure; the cut's is taken.
EPHEMERAL_TEXT_MAX = 40_000
#: reference/methods/chat.update, error `msg_too_long`.
UPDATE_TEXT_MAX = 4_000
#: Not documented: slackapi/bolt-js#2509 met `msg_blocks_too_long` between 13,172 and 13,297.
MESSAGE_BLOCKS_TEXT_MAX = 13_200
#: reference/methods/chat.postMessage, error `too_many_attachments`.
MESSAGE_ATTACHMENTS_MAX = 100
#: reference/methods/chat.postMessage, argument `markdown_text`.
MESSAGE_MARKDOWN_TEXT_MAX = 12_000
#: block table: "Slack answers only_one_table_allowed"; data tables are counted with them.
MESSAGE_TABLES_MAX = 1
#: block data-visualization.
MESSAGE_CHARTS_MAX = 2
#: block markdown: cumulative over all markdown blocks of one payload.
MESSAGE_MARKDOWN_BLOCKS_MAX = 12_000
#: block table: aggregate over all table cells of one message.
MESSAGE_TABLE_CELLS_TEXT_MAX = 10_000
#: The error `metadata_too_large` is documented, its figure is not; a cautious guess, bytes of JSON.
METADATA_BYTES_MAX = 8_000
#: Advice, not refusals: keep a message's top-level text and all its block text under these.
ADVISED_TEXT_MAX = 4_000
ADVISED_BLOCKS_TEXT_MAX = 12_000

# Views; where nothing else is named, from reference/views/modal-views and home-tab-views
VIEW_BLOCKS_MAX = 100
VIEW_TITLE_MAX = 24
VIEW_SUBMIT_MAX = 24
VIEW_CLOSE_MAX = 24
VIEW_PRIVATE_METADATA_MAX = 3_000
VIEW_CALLBACK_ID_MAX = 255
VIEW_EXTERNAL_ID_MAX = 255
#: reference/methods/views.open, error `view_too_large`: 250 kB; bytes of compact JSON are counted here.
VIEW_BYTES_MAX = 250_000
#: focus_on_load of every input element: "Only one element can be set to true".
VIEW_FOCUS_MAX = 1

# Identifiers
BLOCK_ID_MAX = 255
ACTION_ID_MAX = 255

# Composition objects
#: object text: 1 to 3,000.
TEXT_MAX = 3_000
#: object option; value was 75 in older documentation.
OPTION_TEXT_MAX = 75
OPTION_VALUE_MAX = 150
OPTION_DESCRIPTION_MAX = 75
OPTION_URL_MAX = 3_000
#: object option-group.
OPTION_GROUP_LABEL_MAX = 75
OPTION_GROUP_OPTIONS_MAX = 100
#: object confirmation-dialog.
CONFIRM_TITLE_MAX = 100
CONFIRM_TEXT_MAX = 300
CONFIRM_CONFIRM_MAX = 30
CONFIRM_DENY_MAX = 30

# Elements
#: element button.
BUTTON_TEXT_MAX = 75
BUTTON_URL_MAX = 3_000
BUTTON_VALUE_MAX = 2_000
BUTTON_ACCESSIBILITY_LABEL_MAX = 75
#: slack_sdk 3.47, ButtonElement.
BUTTON_AGENT_PROMPT_MAX = 4_000
#: elements checkboxes and radio-button-group.
CHOICE_OPTIONS_MAX = 10
#: element select-menu and multi-select-menu.
SELECT_OPTIONS_MAX = 100
SELECT_OPTION_GROUPS_MAX = 100
#: element overflow-menu: older documentation also asked for at least two; slack_sdk 3.47 takes one.
OVERFLOW_OPTIONS_MAX = 5
#: placeholder of every input element.
PLACEHOLDER_MAX = 150
#: element plain-text-input: max_length from 1, min_length from 0.
PLAIN_INPUT_LENGTH_MAX = 3_000
#: element file-input.
FILE_INPUT_FILES_MAX = 10
#: element image.
IMAGE_URL_MAX = 3_000
IMAGE_ALT_TEXT_MAX = 2_000
#: element datetime-picker: "in the format of 10 digits".
DATETIME_MIN = 1_000_000_000
DATETIME_MAX = 9_999_999_999

# Plain blocks
#: block section.
SECTION_TEXT_MAX = 3_000
SECTION_FIELDS_MAX = 10
SECTION_FIELD_TEXT_MAX = 2_000
#: block header.
HEADER_TEXT_MAX = 150
#: block context.
CONTEXT_ELEMENTS_MAX = 10
#: block actions.
ACTIONS_ELEMENTS_MAX = 25
#: block context-actions.
CONTEXT_ACTIONS_ELEMENTS_MAX = 5
#: block input.
INPUT_LABEL_MAX = 2_000
INPUT_HINT_MAX = 2_000
#: block image.
IMAGE_TITLE_MAX = 2_000
#: block video: "must be less than 200 characters", "must be less than 50 characters".
VIDEO_TITLE_MAX = 199
VIDEO_AUTHOR_NAME_MAX = 49
#: element rich-text-list, indent 0 to 8 (@slack/types RichTextList).
RICH_TEXT_INDENT_MAX = 8
#: block plan, tasks of one plan.
PLAN_TASKS_MAX = 50

# Data blocks
#: block table.
TABLE_ROWS_MAX = 100
TABLE_COLUMNS_MAX = 20
TABLE_COLUMN_SETTINGS_MAX = 20
#: block data-table: the header and 1 to 100 rows (later editions of the page say 200: the tighter is kept).
DATA_TABLE_ROWS_MIN = 2
DATA_TABLE_ROWS_MAX = 101
DATA_TABLE_COLUMNS_MAX = 20
DATA_TABLE_PAGE_SIZE_MAX = 100
#: block data-visualization (later editions allow 12 segments and series: the tighter 6 is kept).
CHART_TITLE_MAX = 50
CHART_SEGMENTS_MAX = 6
CHART_SERIES_MAX = 6
CHART_POINTS_MAX = 20
CHART_LABEL_MAX = 20
CHART_AXIS_LABEL_MAX = 50

# Cards
#: block card; the number of its buttons is not documented and not limited here.
CARD_TITLE_MAX = 150
CARD_SUBTITLE_MAX = 150
CARD_BODY_MAX = 200
#: block carousel.
CAROUSEL_CARDS_MAX = 10
#: block container.
CONTAINER_TITLE_MAX = 150
CONTAINER_SUBTITLE_MAX = 150
CONTAINER_BLOCKS_MAX = 10
#: block alert gives no figure; slackapi/java-slack-sdk#1624 says 200.
ALERT_TEXT_MAX = 200

# Block suggestions (reference/interaction-payloads/block_suggestion-payload)
SUGGESTIONS_OPTIONS_MAX = 100
SUGGESTIONS_GROUPS_MAX = 100
