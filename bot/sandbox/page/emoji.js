/** The emoji that work groups use most, by the names Slack gives them. */

const NAMED = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|ok_hand 👌|raised_hands 🙌|clap 👏|wave 👋|pray 🙏|muscle 💪|point_right 👉
point_left 👈|point_up 👆|point_up_2 👆|point_down 👇|raised_hand ✋|hand ✋|handshake 🤝|writing_hand ✍️|eyes 👀|eye 👁️|brain 🧠|v ✌️
smile 😄|smiley 😃|grinning 😀|grin 😁|joy 😂|rofl 🤣|slightly_smiling_face 🙂|simple_smile 🙂|wink 😉|blush 😊|heart_eyes 😍
thinking_face 🤔|neutral_face 😐|confused 😕|disappointed 😞|cry 😢|sob 😭|angry 😠|rage 😡|scream 😱|sweat_smile 😅|relieved 😌
sunglasses 😎|partying_face 🥳|sleeping 😴|zzz 💤|facepalm 🤦|shrug 🤷|bow 🙇|robot_face 🤖|ghost 👻|see_no_evil 🙈
heart ❤️|green_heart 💚|blue_heart 💙|yellow_heart 💛|broken_heart 💔|sparkles ✨|star ⭐|star2 🌟|tada 🎉|confetti_ball 🎊|fire 🔥|100 💯|boom 💥
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|heavy_plus_sign ➕|heavy_minus_sign ➖
warning ⚠️|no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑|construction 🚧|rotating_light 🚨|exclamation ❗|heavy_exclamation_mark ❗
question ❓|grey_question ❔|grey_exclamation ❕|bangbang ‼️|interrobang ⁉️|information_source ℹ️|bulb 💡|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢
speech_balloon 💬|thought_balloon 💭|memo 📝|pencil 📝|pencil2 ✏️|page_facing_up 📄|page_with_curl 📃|newspaper 📰|books 📚|book 📖|bookmark 🔖
clipboard 📋|pushpin 📌|round_pushpin 📍|paperclip 📎|link 🔗|card_index 📇|file_folder 📁|open_file_folder 📂|card_file_box 🗃️|wastebasket 🗑️|package 📦
calendar 📅|date 📅|spiral_calendar_pad 🗓️|clock1 🕐|clock3 🕒|clock9 🕘|clock12 🕛|hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|timer_clock ⏲️|alarm_clock ⏰|watch ⌚
chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|dart 🎯|trophy 🏆|checkered_flag 🏁|triangular_flag_on_post 🚩|crossed_flags 🎌
mag 🔍|mag_right 🔎|lock 🔒|unlock 🔓|key 🔑|shield 🛡️|gear ⚙️|wrench 🔧|hammer 🔨|hammer_and_wrench 🛠️|toolbox 🧰|electric_plug 🔌|battery 🔋|zap ⚡
car 🚗|red_car 🚗|blue_car 🚙|bus 🚌|truck 🚚|minibus 🚐|oncoming_automobile 🚘|motor_scooter 🛵|bike 🚲|railway_car 🚃|airplane ✈️|rocket 🚀|ship 🚢|vertical_traffic_light 🚦|fuelpump ⛽
factory 🏭|office 🏢|school 🏫|classical_building 🏛️|house 🏠|hospital 🏥|earth_americas 🌎|globe_with_meridians 🌐|world_map 🗺️|seedling 🌱|evergreen_tree 🌲|leaves 🍃|recycle ♻️|sunny ☀️|cloud ☁️|rain_cloud 🌧️|snowflake ❄️|rainbow 🌈|ocean 🌊
busts_in_silhouette 👥|bust_in_silhouette 👤|man 👨|woman 👩|family 👪|mortar_board 🎓|briefcase 💼|scales ⚖️|ballot_box_with_ballot 🗳️|moneybag 💰|dollar 💵|credit_card 💳|receipt 🧾
arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrow_upper_right ↗️|arrow_lower_right ↘️|leftwards_arrow_with_hook ↩️|arrow_right_hook ↪️|arrows_counterclockwise 🔄|repeat 🔁|twisted_rightwards_arrows 🔀
fast_forward ⏩|rewind ⏪|double_vertical_bar ⏸️|black_square_for_stop ⏹️|arrow_forward ▶️|new 🆕|free 🆓|up 🆙|ok 🆗|sos 🆘|id 🆔
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|blue_circle 🔵|large_purple_circle 🟣|large_brown_circle 🟤|black_circle ⚫|white_circle ⚪
large_red_square 🟥|large_orange_square 🟧|large_yellow_square 🟨|large_green_square 🟩|large_blue_square 🟦|large_purple_square 🟪|black_large_square ⬛|white_large_square ⬜|small_blue_diamond 🔹|small_orange_diamond 🔸|large_blue_diamond 🔷|large_orange_diamond 🔶
one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣|keycap_ten 🔟|zero 0️⃣|hash #️⃣
flag-mx 🇲🇽|mx 🇲🇽|flag-us 🇺🇸|us 🇺🇸|flag-ca 🇨🇦|es 🇪🇸|flag-es 🇪🇸|flag-eu 🇪🇺|coffee ☕|tea 🍵|taco 🌮|pizza 🍕|cake 🍰|beers 🍻|movie_camera 🎥|microphone 🎤|studio_microphone 🎙️|headphones 🎧|computer 💻|iphone 📱|telephone_receiver 📞|email ✉️|envelope ✉️|inbox_tray 📥|outbox_tray 📤|printer 🖨️
`;

const EMOJI = new Map(
  NAMED.trim()
    .split(/[|\n]/)
    .map((entry) => entry.split(" ")),
);

/**
 * @param {string} name without colons; a skin tone after `::` is dropped
 * @returns {string|undefined} the characters, undefined for a name this list lacks
 */
export function emojiByName(name) {
  return EMOJI.get(name.replace(/::skin-tone-\d$/, ""));
}

/**
 * Replaces `:name:` in plain text.
 *
 * @param {string} text
 */
export function withEmoji(text) {
  return text.replace(/:([\w+-]+(?:::skin-tone-\d)?):/g, (whole, name) => emojiByName(name) ?? whole);
}
