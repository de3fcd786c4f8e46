### The story of somebody's pairs. $partner: with whom; $day: when

story-title = Journal
button-journal = Open my journal
button-story = Our story
story-intro = What happened, the newest first. What your partner keeps to themselves is not in it; what you keep to yourself, only you see.
story-empty = Nothing of this kind yet. It fills by itself as you meet, celebrate and work towards your goals.
story-all-pairs = All my pairs
story-part = { $part ->
    [sessions] Sessions
    [wins] Wins
    [goals] Goals
    [feedback] Feedback
   *[everything] Everything
}
button-newer = Newer
button-older = Older

## What happened

# $state: what the pair was from then on; $role: the reader's
story-course = { $state ->
    [active] 🌱 *You and { $partner } began*, { $role ->
        [mentor] you as their mentor
       *[mentee] with { $partner } as your mentor
    } · { $day }
    [completed] 🎓 *Your time with { $partner } was complete* · { $day }
   *[ended-early] *Your pair with { $partner } ended* · { $day }
}
story-met = { $kind ->
    [coffee_chat] ☕ *A coffee chat with { $partner }* · { $day }
    [written] ✍️ *{ $partner } and you wrote to each other* · { $day }
   *[session] 💬 *A session with { $partner }* · { $day }
}
story-disputed = { $partner } says that you did not meet. It is your own record, and only you see it.
# $whose: mine, theirs or reflection
story-notes = { $whose ->
    [mine] Your notes · { $partner } reads them too
    [theirs] { $partner }’s notes, for you both
   *[reflection] Your reflection · only you see this
}
# $role: the reader's; $value: from 1 to 5
story-feeling = { $role ->
    [mentor] How it was going: { $value } of 5 · only you see this
   *[mentee] How confident you felt: { $value } of 5 · only you see this
}
story-win = 🎉 *A win*
story-goal = { $state ->
    [reached] 🏁 *You and { $partner } reached a goal* · { $day }
    [dropped] *You and { $partner } let a goal go* · { $day }
   *[open] 🎯 *You and { $partner } set a goal* · { $day }
}
story-milestone = { $kind ->
    [sessions] ⭐ *{ $count } sessions with { $partner }* · { $day }
   *[first-session] ⭐ *Your first session with { $partner }* · { $day }
}
# $whose: mine or theirs
story-feedback = { $whose ->
    [mine] 🗒️ *You gave { $partner } feedback* · { $day }
   *[theirs] 🗒️ *{ $partner } gave you feedback* · { $day }
}
story-came-of-it = { $whose ->
    [mine] *What { $partner } did with it:*
   *[theirs] *What you did with it:*
}
story-shared = { $whose ->
    [mine] *You told { $partner }* · { $day }
   *[theirs] *{ $partner } told you* · { $day }
}
