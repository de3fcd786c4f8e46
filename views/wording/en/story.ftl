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
    [looking-back] Looking back
   *[everything] Everything
}
button-newer = Newer
button-older = Older

## What happened

# $state: what the pair was from then on; $role: the reader's
story-pair = { $state ->
    [active] 🌱 *You and { $partner } began*, { $role ->
        [mentor] you as their mentor
       *[mentee] with { $partner } as your mentor
    } · { $day }
    [completed] 🎓 *Your time with { $partner } was complete* · { $day }
   *[ended-early] *Your pair with { $partner } ended* · { $day }
}
# $first: yes or no
story-agreed = { $first ->
    [yes] 🤝 *You and { $partner } agreed on how you go about it* · { $day } · `/mentoring agreement` has it
   *[no] 🤝 *You and { $partner } agreed on something new* · { $day } · `/mentoring agreement` has it
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
    [half-way] ⭐ *Half of your time with { $partner }* · { $day }
    [year] ⭐ *A year with { $partner }* · { $day }
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
# $became: changed or reopened; what it said before follows
story-goal-changed = { $became ->
    [reopened] 🎯 *You and { $partner } took up a goal again* · { $day }
   *[changed] *You and { $partner } changed a goal* · { $day } · it had been:
}
story-checkpoint = ✅ *A checkpoint on the way to “{ $goal }”* · { $day }
# $worth: in words; $shared: yes or no
story-pulse-mine = Worth your time? { $worth } · { $shared ->
    [yes] only you see this, but for what you shared with { $partner }
   *[no] only you see this
}
# $has_worth: yes or no
story-pulse-theirs = { $has_worth ->
    [yes] Worth { $partner }’s time? { $worth } · they shared this with you
   *[no] { $partner } shared this with you
}
# $kind: half-way, goal, end or echo
story-review = { $whose ->
    [mine] { $kind ->
        [half-way] 🌿 *You looked back at half-way with { $partner }* · { $day }
        [goal] 🌿 *You looked back on a goal with { $partner }* · { $day }
        [end] 🌿 *You looked back on your time with { $partner }* · { $day }
       *[echo] 🌿 *What came of your time with { $partner }, { $months } months after the end* · { $day }
    }
   *[theirs] { $kind ->
        [half-way] 🌿 *{ $partner } shared how they saw half-way* · { $day }
        [goal] 🌿 *{ $partner } shared how they saw a goal* · { $day }
        [end] 🌿 *{ $partner } shared how they look back* · { $day }
       *[echo] 🌿 *{ $partner } shared what came of it, { $months } months after the end* · { $day }
    }
}
# $readers: mine, shared or theirs
story-review-readers = { $readers ->
    [mine] Only you see this
    [shared] Only you see this, but for what you shared with { $partner }
   *[theirs] { $partner } shared this with you
}
story-thanks = { $whose ->
    [mine] 💌 *You thanked { $partner }* · { $day }
   *[theirs] 💌 *{ $partner } thanked you* · { $day }
}
story-horizon = 🔭 *You answered the horizon check with { $partner }* · { $day }
# $compared: yes or no
story-horizon-readers = { $compared ->
    [yes] Only you see this. What came of it, you were both told.
   *[no] Only you see this.
}
