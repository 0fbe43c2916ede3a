"""The standard emoji that the workspace knows, by the names that Slack gives them.

A part of Slack's own: those that the page can draw. Slack takes no other spelling (`invalid_name` for
thumbs_up or check_mark: gammons/slk#65, slackapi/python-slack-sdk#1588), and nobody added emoji here.
"""

import re

_NAMED = """
+1 -1 100 airplane alarm_clock angry arrow_down arrow_forward arrow_left arrow_lower_right arrow_right
arrow_right_hook arrow_up arrow_upper_right arrows_counterclockwise ballot_box_with_ballot
ballot_box_with_check bangbang bar_chart battery beers bell bike black_circle black_large_square
black_square_for_stop blue_car blue_circle blue_heart blush book bookmark books boom bow brain briefcase
broken_heart bulb bus bust_in_silhouette busts_in_silhouette cake calendar car card_file_box card_index
chart_with_downwards_trend chart_with_upwards_trend checkered_flag clap classical_building clipboard clock1
clock12 clock3 clock9 cloud coffee computer confetti_ball confused construction credit_card crossed_flags
cry dart date disappointed dollar double_vertical_bar earth_americas eight electric_plug email envelope es
evergreen_tree exclamation eye eyes facepalm factory family fast_forward file_folder fire five flag-ca
flag-es flag-eu flag-mx flag-us four free fuelpump gear ghost globe_with_meridians green_heart
grey_exclamation grey_question grin grinning hammer hammer_and_wrench hand handshake hash headphones heart
heart_eyes heavy_check_mark heavy_exclamation_mark heavy_minus_sign heavy_plus_sign hospital hourglass
hourglass_flowing_sand house id inbox_tray information_source interrobang iphone joy key keycap_ten
large_blue_circle large_blue_diamond large_blue_square large_brown_circle large_green_circle
large_green_square large_orange_circle large_orange_diamond large_orange_square large_purple_circle
large_purple_square large_red_square large_yellow_circle large_yellow_square leaves
leftwards_arrow_with_hook link lock loudspeaker mag mag_right man mega memo microphone minibus moneybag
mortar_board motor_scooter movie_camera muscle mx negative_squared_cross_mark neutral_face new newspaper
nine no_bell no_entry no_entry_sign ocean octagonal_sign office ok ok_hand oncoming_automobile one
open_file_folder outbox_tray package page_facing_up page_with_curl paperclip partying_face pencil pencil2
pizza point_down point_left point_right point_up point_up_2 pray printer pushpin question rage railway_car
rain_cloud rainbow raised_hand raised_hands receipt recycle red_car red_circle relieved repeat rewind
robot_face rocket rofl rotating_light round_pushpin scales school scream see_no_evil seedling seven shield
ship shrug simple_smile six sleeping slightly_smiling_face small_blue_diamond small_orange_diamond smile
smiley snowflake sob sos sparkles speech_balloon spiral_calendar_pad star star2 stopwatch studio_microphone
sunglasses sunny sweat_smile taco tada tea telephone_receiver thinking_face thought_balloon three thumbsdown
thumbsup timer_clock toolbox triangular_flag_on_post trophy truck twisted_rightwards_arrows two unlock up us
v vertical_traffic_light warning wastebasket watch wave white_check_mark white_circle white_large_square
wink woman world_map wrench writing_hand x yellow_heart zap zero zzz
"""
EMOJI = frozenset(_NAMED.split())

_SKIN_TONE = re.compile(r"::skin-tone-[2-6]$")


def is_emoji(name: str) -> bool:
    """Whether there is an emoji of this name, without colons; a skin tone may follow it."""
    return _SKIN_TONE.sub("", name) in EMOJI
