### What each nudge says while it asks, and its answers.

## Several in one message

nudges-greeting = Here is what may need you today:

## They have not met at all. $step: 1 to 3

nudge-first-meeting = { $step ->
    [1] 👋 *You and { $partner } have not met yet.* Half an hour to get to know each other is plenty. Shall we find a time?
    [2] 👋 *Your first meeting with { $partner } is still ahead.* It needs no preparation: one question each is enough to begin with. Shall we find a time?
   *[other] 👋 *Would you and { $partner } like to begin now?* If this is not the moment, pausing is fine, and so is saying that it is not a fit.
}
nudge-first-meeting-next = { $step ->
    [1] If you propose times, { $partner } picks the one that suits them, and it is planned for you both.
    [2] Propose three times, and { $partner } picks one. Or plan it yourself, if you two have a time already.
   *[other] This is the last time that I ask. After that, your organiser sees that you have not met yet and when I asked, and nothing more.
}

## They have not met for longer than they mean to. $step: 1 or 2

nudge-have-not-met = { $step ->
    [1] ☕ *It may be time to meet { $partner } again.* You last met on { $day }, and nothing is planned yet.
   *[other] ☕ *As far as I know, you and { $partner } last met on { $day }.* Weeks fill up, for both of you. A short call counts, and so does meeting less often.
}
nudge-have-not-met-undated = ☕ *How about a time with { $partner }?* Nothing is planned yet, and half an hour is plenty.
nudge-have-not-met-next = { $step ->
    [1] If your rhythm no longer fits, change it; if you did meet, log it, and this is settled.
   *[other] This is the last time that I ask for now. After that, your organiser sees that you have not met and when I asked, and nothing more.
}

## The working day before a session. $kind: session, coffee_chat or written

nudge-before = { $kind ->
    [coffee_chat] 📅 *Your coffee chat with { $partner }: { $day } at { $time }*, your time.
    [written] 📅 *You and { $partner } write to each other: { $day } at { $time }*, your time.
   *[session] 📅 *Your session with { $partner }: { $day } at { $time }*, your time.
}
nudge-before-theirs = For { $partner }, that is { $day } at { $time }.
nudge-before-mine = What you promised
nudge-before-partners = What { $partner } promised
nudge-before-more = { $count ->
    [one] One more is in my Home tab.
   *[other] { $count } more are in my Home tab.
}
nudge-before-checkpoints = Open checkpoints on the way to your goals
nudge-before-more-checkpoints = { $count ->
    [one] One more is in your list of goals: `/mentoring goals`.
   *[other] { $count } more are in your list of goals: `/mentoring goals`.
}
nudge-before-agenda = What you two want to talk about
nudge-before-item = { $by ->
    [me] { $words } – brought by you
    [both] { $words } – from your horizon check
   *[partner] { $words } – brought by { $partner }
}
nudge-before-empty = Nothing is on your list for it yet. What would make this hour worth it for you?
nudge-before-question = *A question to open with:* { $question }
nudge-before-begin = One way to begin: { $begin } { $partner } sees the same question.

## An hour before

nudge-hour = { $kind ->
    [coffee_chat] 🕐 *In an hour, at { $time }:* your coffee chat with { $partner }.
   *[session] 🕐 *In an hour, at { $time }:* your session with { $partner }.
}
nudge-hour-agenda = { $count ->
    [0] Nothing is on your list for it: talk about whatever comes up.
    [one] One thing is on your list for it.
   *[other] { $count } things are on your list for it.
}

## After it

nudge-after = { $kind ->
    [coffee_chat] 💬 *How was your coffee chat with { $partner }?* It was planned for { $day } at { $time }, your time.
    [written] 💬 *Did you and { $partner } write to each other?* It was planned for { $day } at { $time }, your time.
   *[session] 💬 *How was your session with { $partner }?* It was planned for { $day } at { $time }, your time.
}
nudge-after-next = Logging it takes a minute, and the form has room for the next time you meet. If it moved or did not happen, one tap says so.

## The agreement. $step: 1 there is none, 2 one waits for the reader, 3 theirs is to be looked at again

nudge-agreement = { $step ->
    [1] 🤝 *You and { $partner } have not written down yet what you expect of each other.* Two minutes now spare you both some guessing later.
    [2] 🤝 *{ $partner } proposed this agreement.* It holds once you agree:
   *[other] 🤝 *Is your agreement with { $partner } still right?* This is what it says:
}
nudge-agreement-next = { $step ->
    [1] One of you proposes, the other changes it or agrees. All but how often you meet may stay empty.
    [2] Changing it is as welcome as agreeing, and there is no hurry.
   *[other] One tap is enough if it is. If something no longer fits, change it: { $partner } then sees what, and agrees or not.
}

## Feedback: to whoever owes it, and two weeks later to whoever was given it

nudge-feedback-due = 💬 *{ $partner } would still like your feedback about “{ $subject }”:*
nudge-feedback-due-next = Two sentences are plenty. Declining needs no reason; { $partner } is told kindly.
nudge-feedback-follow-up = 🌿 *Two weeks ago { $partner } gave you this.* What did you do with it?
nudge-feedback-follow-up-next = A try that went wrong counts, too. What you write goes to { $partner } alone; nothing to tell is fine, and nobody hears of that.
button-leave-feedback = Nothing to tell

## A promise, half-way to its date

nudge-promise = 🤝 *Half-way to your date:* you promised { $partner } this by { $day }.
nudge-promise-next = Done, a new date, or dropped: each is fine. { $partner } sees it in their Home tab and gets no message.

## A goal near its date, and past it. $step: 1 or 2

nudge-goal = { $step ->
    [1] 🎯 *In a week, on { $day }:* the day by which you and { $partner } wanted to reach this.
   *[other] 🎯 *{ $day } has come and gone:* you and { $partner } had set it for this goal. Where does it stand?
}
nudge-goal-next = { $step ->
    [1] A date is there to help: if it no longer fits, change it. What you choose, { $partner } sees here too.
   *[other] Most good goals take longer than planned. Go on with it, change it or let it go; { $partner } sees here what you choose.
}

## Half-way: all goals

nudge-half-way = 🎯 *You and { $partner } are half-way.* A good day to look at what you two set out to reach: what still fits, and what has changed?
nudge-half-way-none = 🎯 *You and { $partner } are half-way.* Nothing is on your list of goals. One thing to reach in the time that is left would be plenty.
# $looked: partner or nobody
nudge-half-way-next = { $looked ->
    [partner] { $partner } has looked at them by now, and this is how they stand.
   *[nobody] It takes a minute, and { $partner } is asked too. Letting one go is as good an answer as reaching it.
}

## Between two sessions

nudge-between = 🌱 *A word between two sessions?* Something you tried, read or noticed could make { $partner }’s day, and a small win counts too.
nudge-between-next = What you share goes to { $partner } alone. You can also ask them how it has been going.

## Towards the end, and at it

nudge-wrap-up = 🧭 *Your time with { $partner } is planned until { $day }.* How would you like to go on?
nudge-wrap-up-next = { $partner } is asked too. If neither of you says anything, you finish on that day, and all you wrote stays with you.
nudge-end = 🎓 *You and { $partner } have reached the end of your time as a pair.* Thank you for all the hours that you gave each other.
nudge-end-next = Two things before you go, if you like: a look back, which only you read, and a note of thanks, which { $partner } reads.

## Months after it

nudge-echo = { $months ->
    [12] 🌳 *A year ago, you and { $partner } finished as a pair.* What do you still use of it today?
   *[other] 🌳 *It is { $months } months since you and { $partner } finished as a pair.* What came of it?
}
nudge-echo-next = Three questions, answered for yourself: { $partner } reads of it only what you share.

## Answers

nudge-button-propose = Propose times
nudge-button-plan = Plan it
nudge-button-pause = Pause
nudge-button-not-a-fit = Not a fit
nudge-button-met = We did meet
nudge-button-less = Meet less often
nudge-button-busy = Busy until…
nudge-button-trouble = Something is not working
nudge-button-agenda = Add to the agenda
nudge-button-card = Another question
nudge-button-reschedule = Reschedule
nudge-button-cancel = Cancel it
nudge-button-yes = We met
nudge-button-moved = We moved it
nudge-button-missed = We did not meet
nudge-button-goal-reached = We reached it
nudge-button-goal-keep = Go on with it
nudge-button-goal-change = Change it
nudge-button-goal-drop = Let it go
nudge-button-revisit = Look at our goals
nudge-button-first-goals = Write some goals
nudge-button-done = Done
nudge-button-new-date = New date
nudge-button-drop = Drop it
nudge-button-share = Share something
nudge-button-ask = Ask how it went
nudge-button-coffee = Plan a coffee
nudge-button-go-on = Go on
nudge-button-go-on-less = Go on, less often
nudge-button-finish = Finish
