/** The emoji people and apps name most, by the names Slack gives them. What is not here stays as it was typed. */

const LIST = `
😀 grinning, 😃 smiley, 😄 smile, 😁 grin, 😆 laughing satisfied, 😅 sweat_smile, 😂 joy,
🤣 rolling_on_the_floor_laughing rofl, 🙂 slightly_smiling_face, 🙃 upside_down_face, 😉 wink, 😊 blush, 😇 innocent,
🥰 smiling_face_with_3_hearts, 😍 heart_eyes, 🤩 star-struck, 😘 kissing_heart, 😋 yum,
😜 stuck_out_tongue_winking_eye, 🤗 hugging_face hugs, 🤔 thinking_face thinking, 🤫 shushing_face,
🤐 zipper_mouth_face, 😐 neutral_face, 😑 expressionless, 😶 no_mouth, 😏 smirk, 🙄 face_with_rolling_eyes,
😬 grimacing, 😌 relieved, 😔 pensive, 😴 sleeping, 🤒 face_with_thermometer, 🥳 partying_face, 😎 sunglasses,
🤓 nerd_face, 🧐 face_with_monocle, 😕 confused, 🙁 slightly_frowning_face, 😮 open_mouth, 😯 hushed, 😳 flushed,
🥺 pleading_face, 😢 cry, 😭 sob, 😱 scream, 😞 disappointed, 😓 sweat, 😩 weary, 😫 tired_face, 🥱 yawning_face,
😤 triumph, 😡 rage, 😠 angry, 🤯 exploding_head, 👋 wave, ✋ hand raised_hand, 👌 ok_hand, ✌️ v, 🤞 crossed_fingers,
🤝 handshake, 👍 +1 thumbsup, 👎 -1 thumbsdown, ✊ fist, 👊 facepunch punch, 👏 clap, 🙌 raised_hands, 👐 open_hands,
🙏 pray, 💪 muscle, 👀 eyes, 👉 point_right, 👈 point_left, 👆 point_up_2, 👇 point_down, ☝️ point_up,
✍️ writing_hand, 🧠 brain, 🫶 heart_hands, 🙋 raising_hand, 🤷 shrug, 🤦 face_palm, 🏃 runner running,
🧗 person_climbing, 🧘 person_in_lotus_position, 🧭 compass, 👥 busts_in_silhouette, 👤 bust_in_silhouette,
🧑‍🏫 teacher, 🧑‍🎓 student, 🧑‍💻 technologist, ❤️ heart, 🧡 orange_heart, 💛 yellow_heart, 💚 green_heart,
💙 blue_heart, 💜 purple_heart, 🤍 white_heart, 💔 broken_heart, 💖 sparkling_heart, 💯 100, 💥 boom collision,
💫 dizzy, 💬 speech_balloon, 💭 thought_balloon, 🗨️ left_speech_bubble, 💤 zzz, ⭐ star, 🌟 star2, ✨ sparkles, ⚡ zap,
🔥 fire, 🌈 rainbow, ☀️ sunny, 🌤️ sun_small_cloud, 🌙 crescent_moon, ❄️ snowflake, 🌱 seedling, 🪴 potted_plant,
🌳 deciduous_tree, 🌲 evergreen_tree, 🌸 cherry_blossom, 🌻 sunflower, 🍀 four_leaf_clover, 🍃 leaves, 🌊 ocean,
⛰️ mountain, 🏔️ snow_capped_mountain, 🐢 turtle, 🐝 bee honeybee, 🦋 butterfly, 🐣 hatching_chick, 🦉 owl, ☕ coffee,
🍵 tea, 🫖 teapot, 🍰 cake, 🎂 birthday, 🍕 pizza, 🍪 cookie, 🍎 apple, 🍻 beers, 🥂 clinking_glasses, 🎉 tada,
🎊 confetti_ball, 🎈 balloon, 🎁 gift, 🏆 trophy, 🥇 first_place_medal, 🏅 sports_medal, 🎖️ medal, 🎓 mortar_board,
🎯 dart, 🎲 game_die, 🎨 art, 🎵 musical_note, 🎤 microphone, ⚽ soccer, 🏁 checkered_flag, 🚩 triangular_flag_on_post,
🚀 rocket, ✈️ airplane, 🚲 bike, 🏠 house, 🏡 house_with_garden, 🏢 office, 🌍 earth_africa, 🌎 earth_americas,
🌏 earth_asia, 🗺️ world_map, ⏰ alarm_clock, ⏳ hourglass_flowing_sand, ⌛ hourglass, ⏱️ stopwatch, 🕐 clock1,
📅 date, 📆 calendar, 🗓️ spiral_calendar_pad, 📌 pushpin, 📍 round_pushpin, 📎 paperclip, 🔗 link, ✏️ pencil2,
📝 memo pencil, 📒 ledger, 📓 notebook, 📔 notebook_with_decorative_cover, 📖 book open_book, 📚 books, 🔖 bookmark,
📰 newspaper, 📄 page_facing_up, 📋 clipboard, 📁 file_folder, 🗂️ card_index_dividers, 📊 bar_chart,
📈 chart_with_upwards_trend, 📉 chart_with_downwards_trend, 💡 bulb, 🔦 flashlight, 🔍 mag, 🔎 mag_right, 🔒 lock,
🔓 unlock, 🔑 key, 🛠️ hammer_and_wrench, 🔧 wrench, ⚙️ gear, 🧩 jigsaw, 🧰 toolbox, 🧪 test_tube, 🔬 microscope,
🔭 telescope, 💻 computer, 📱 iphone, ☎️ phone telephone, 📞 telephone_receiver, 📧 email e-mail, ✉️ envelope,
📨 incoming_envelope, 📬 mailbox_with_mail, 📣 mega, 📢 loudspeaker, 🔔 bell, 🔕 no_bell, 🔇 mute, 💰 moneybag,
👑 crown, 🎩 tophat, 👟 athletic_shoe, 🎒 school_satchel, 🪜 ladder, 🌉 bridge_at_night, 🛤️ railway_track,
✅ white_check_mark, ☑️ ballot_box_with_check, ✔️ heavy_check_mark, ❌ x, ❎ negative_squared_cross_mark,
➕ heavy_plus_sign, ➖ heavy_minus_sign, ➡️ arrow_right, ⬅️ arrow_left, ⬆️ arrow_up, ⬇️ arrow_down,
↩️ leftwards_arrow_with_hook, 🔁 repeat, 🔄 arrows_counterclockwise, ▶️ arrow_forward,
⏸️ double_vertical_bar pause_button, ⏭️ black_right_pointing_double_triangle_with_vertical_bar, ❓ question,
❔ grey_question, ❗ exclamation heavy_exclamation_mark, ⚠️ warning, ℹ️ information_source, 🚫 no_entry_sign,
⛔ no_entry, 🆕 new, 🆗 ok, 🔴 red_circle, 🟠 large_orange_circle, 🟡 large_yellow_circle, 🟢 large_green_circle,
🔵 large_blue_circle, 🟣 large_purple_circle, ⚪ white_circle, ⚫ black_circle, 🔶 large_orange_diamond,
🔷 large_blue_diamond, ▫️ white_small_square, ▪️ black_small_square, ⬜ white_large_square, ⬛ black_large_square,
0️⃣ zero, 1️⃣ one, 2️⃣ two, 3️⃣ three, 4️⃣ four, 5️⃣ five, 6️⃣ six, 7️⃣ seven, 8️⃣ eight, 9️⃣ nine,
🔟 keycap_ten, ♻️ recycle, 🏳️ waving_white_flag, 🕊️ dove_of_peace, 🤖 robot_face, 👻 ghost, 🎃 jack_o_lantern
`;

const BY_NAME = new Map(
  LIST.trim()
    .split(/,\s+/)
    .flatMap((entry) => {
      const [sign, ...names] = entry.split(" ");
      return names.map((name) => [name, sign]);
    }),
);

const TONES = { 2: "🏻", 3: "🏼", 4: "🏽", 5: "🏾", 6: "🏿" };

/** The sign for a name such as "tada", or undefined. */
export function emoji(name, tone) {
  const sign = BY_NAME.get(name);
  return sign && TONES[tone] ? sign.replace("\uFE0F", "") + TONES[tone] : sign;
}

/** One `:name:`, perhaps with a skin tone, at the place where the expression is made to look. */
export const EMOJI_CODE = /:([a-z0-9_+'-]+):(?::skin-tone-([2-6]):)?/y;

/** Replace each known `:name:` in a text. */
export function withEmoji(text) {
  return text.replace(new RegExp(EMOJI_CODE.source, "g"), (code, name, tone) => emoji(name, tone) ?? code);
}
