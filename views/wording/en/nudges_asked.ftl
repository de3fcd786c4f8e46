### What each nudge says while it asks, and its answers.

## Several in one message

nudges-greeting = Here is what may need you today:

## They have not met at all. $step: 1 to 3

nudge-first-meeting = { $step ->
    [1] 👋 *You and { $partner } have not met yet.* Half an hour to get to know each other is plenty. Shall we find a time?
    [2] 👋 *Your first meeting with { $partner } is still ahead.* It needs no preparation: one question each is enough to begin with. Would one of these suit you?
   *[other] 👋 *Would you and { $partner } like to begin now?* If this is not the moment, pausing is fine, and so is saying that it is not a fit.
}
nudge-first-meeting-next = { $step ->
    [1] If you propose times, { $partner } picks the one that suits them, and both of you have it.
    [2] Propose three times, and { $partner } picks one. Or plan it yourself, if you two have a time already.
   *[other] This is the last time that I ask. After that, your organiser sees that you have not met yet and when I asked, and nothing more.
}

## They have not met for longer than they mean to. $step: 1 or 2

nudge-have-not-met = { $step ->
    [1] ☕ *It may be time to meet { $partner } again.* You last met on { $day }, and nothing is planned yet.
   *[other] ☕ *You and { $partner } have not met since { $day }.* Weeks fill up, for both of you. A short call counts, and so does meeting less often.
}
nudge-have-not-met-undated = ☕ *How about a time with { $partner }?* Nothing is planned yet, and half an hour is plenty.
nudge-have-not-met-next = { $step ->
    [1] If your rhythm no longer fits, change it; if you did meet, log it, and this is settled.
   *[other] This is the last time that I ask for now. After that, your organiser sees that you have not met and when I asked, and nothing more.
}

## The working day before a session. $kind: session, coffee_chat or written

nudge-before = { $kind ->
    [coffee_chat] 📅 *Your coffee chat with { $partner }: { $day } at { $time }*, your time.
    [written] 📅 *You and { $partner } write to each other on { $day }.* You said from { $time }, your time.
   *[session] 📅 *Your session with { $partner }: { $day } at { $time }*, your time.
}
nudge-before-theirs = For { $partner }, that is { $day } at { $time }.
nudge-before-mine = What you promised
nudge-before-partners = What { $partner } promised
nudge-before-more = { $count ->
    [one] One more is in my Home tab.
   *[other] { $count } more are in my Home tab.
}
nudge-before-agenda = What you two want to talk about
nudge-before-item = { $by ->
    [me] { $words } – brought by you
    [both] { $words } – from your horizon check
   *[partner] { $words } – brought by { $partner }
}
nudge-before-empty = Nothing is on your list for it yet. What would make this hour worth it for you?
nudge-before-question = *A question to open with:* { $question }
nudge-before-question-both = { $partner } sees the same question.

## To a mentor. $stage: first, early, under_way or last

nudge-before-mentor = { $stage ->
    [first] *One thing from you:* something that was hard for you when you began. It makes it easier for { $partner } to be open.
    [early] *One thing from you:* a time when you did not know what to do, and what came of it. { $partner } will find it easier to tell theirs.
    [last] *One thing from you:* what you are still learning yourself. It is good to hear that it does not end.
   *[under_way] *One thing from you:* something that you struggle with right now. { $partner } learns from seeing how you think about it.
}

## Questions to open with, for both: by how far the pair has come

opener-first = { $number ->
    [1] What would make you say, half a year from now, that this was worth it?
    [2] Which moment at work lately made you forget the time?
    [3] How do you like to be told what somebody thinks of your work?
    [4] What should the other know about how you work best?
   *[other] What brought each of you here?
}
opener-early = { $number ->
    [1] What has been taking up more of your head than it should?
    [2] What did you try since you last met, and what surprised you?
    [3] What are you good at that few people here know of?
    [4] Where do you hold back, and what would happen if you did not?
   *[other] Whom would you like to learn from, and what?
}
opener-under-way = { $number ->
    [1] What is different now from when you two began?
    [2] Which decision is in front of you, and what makes it hard?
    [3] What did you stop doing lately, and do you miss it?
    [4] When were you last proud of something that nobody saw?
   *[other] What would you do next if you could not get it wrong?
}
opener-last = { $number ->
    [1] What will you take along from this time?
    [2] What can you do now that you could not when you began?
    [3] What would you tell somebody who starts where you started?
    [4] What is still open, and who could help with it?
   *[other] What would each of you do differently from the start?
}

## An hour before

nudge-hour = { $kind ->
    [coffee_chat] 🕐 *In an hour, at { $time }:* your coffee chat with { $partner }.
   *[session] 🕐 *In an hour, at { $time }:* your session with { $partner }.
}
nudge-hour-agenda = { $count ->
    [0] Your list for it is empty, so you can let it go where it goes.
    [one] One thing is on your list for it.
   *[other] { $count } things are on your list for it.
}

## After it

nudge-after = { $kind ->
    [coffee_chat] 💬 *How was your coffee chat with { $partner }?* It was planned for { $day } at { $time }, your time.
    [written] 💬 *Did you and { $partner } write to each other?* You had planned it for { $day }, { $time } your time.
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
    [2] Changing it is as welcome as agreeing. Until then, what you two agreed on before holds, if you did.
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

## Between two sessions

nudge-between = 🌱 *A word between two sessions?* Something you tried, read or noticed could make { $partner }’s day, and a small win counts too.
nudge-between-next = What you share goes to { $partner } alone. You can also ask them how it has been going.

## Towards the end, and at it

nudge-wrap-up = 🧭 *Your time with { $partner } is planned until { $day }.* How would you like to go on?
nudge-wrap-up-next = { $partner } is asked too. If neither of you says anything, you finish on that day, and all you wrote stays with you.
nudge-end = 🎓 *You and { $partner } have reached the end of your time as a pair.* Thank you for all the hours that you gave each other.
nudge-end-next = What you take along is worth a line: keep it as a win, in your journal. And a word of thanks to { $partner }, in a message of your own, is never wrong.

## Months after it

nudge-echo = { $months ->
    [12] 🌳 *A year ago, you and { $partner } finished as a pair.* What do you still use of it today?
   *[other] 🌳 *It is { $months } months since you and { $partner } finished as a pair.* What came of it?
}
nudge-echo-next = If something did, keep it as a win: your journal is for you alone. And { $partner } may like to hear of it.

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
nudge-button-reschedule = Reschedule
nudge-button-cancel = Cancel it
nudge-button-yes = We met
nudge-button-moved = We moved it
nudge-button-missed = We did not meet
nudge-button-done = Done
nudge-button-new-date = New date
nudge-button-drop = Drop it
nudge-button-share = Share something
nudge-button-ask = Ask how it went
nudge-button-coffee = Plan a coffee
nudge-button-go-on = Go on
nudge-button-go-on-less = Go on, less often
nudge-button-finish = Finish
