### What a check-in brings: the writer's summary, the partner's news.

## To the writer. $kind: session, coffee_chat or written

saved-news = { $kind ->
    [coffee_chat] Saved: your coffee chat with { $partner } on { $day }.
    [written] Saved: what you and { $partner } wrote to each other on { $day }.
   *[session] Saved: your session with { $partner } on { $day }.
}
saved-notes = What you talked about · read by you and { $partner }
saved-my-promises = What you promised · read by you and { $partner }
saved-their-promises = What you suggested to { $partner } · read by you both
saved-checkpoints = What you ticked off on the way to your goals · read by you and { $partner }
saved-private = What you kept private is saved too, and only you can read it.
# $state: mine, both or disputed
saved-next = { $state ->
    [both] { $partner } has logged this session too. Each of you reads the other’s side.
    [disputed] { $partner } says that you did not meet. This stays your own record; it is not counted as a session.
   *[mine] { $partner } hears of it in their working hours, and can then add their own side.
}
saved-lighter = Some weeks are heavy. Would a lighter next session help?
button-lighter = A lighter one
button-withdraw = Withdraw
    .title = Withdraw this check-in?
    .text = What you wrote about it goes, for { $partner } as well, and so do the promises in it that are still open; what it ticked off is open again. A win that came with it stays.
    .yes = Withdraw it
    .no = Keep it
# $whose: mine or theirs
withdrawn = { $whose ->
    [mine] You have withdrawn your check-in of { $day } with { $partner }. What you wrote in it is gone, for both of you.
   *[theirs] { $partner } has withdrawn their check-in of { $day }. There is nothing you need to do.
}
withdrawn-settled = *That is settled.* You did not meet on { $day }, and { $partner } can see that you have said so.

## To the partner

logged-news = { $kind ->
    [coffee_chat] { $partner } logged your coffee chat on { $day }.
    [written] { $partner } logged what you wrote to each other on { $day }.
   *[session] { $partner } logged your session on { $day }.
}
logged-notes = What you talked about, as { $partner } put it · read by you both
logged-promises = What { $partner } promised · read by you both
logged-checkpoints = What { $partner } ticked off on the way to your goals · read by you both
logged-proposals = { $count ->
    [one] { $partner } suggests a promise to you. It counts only if you accept it.
   *[other] { $partner } suggests { $count } promises to you. Each counts only if you accept it.
}
logged-more-proposals = { $count ->
    [one] One more waits for your answer in my Home tab.
   *[other] { $count } more wait for your answer in my Home tab.
}
logged-question = *How was it for you?* Adding your side takes a minute. A private reflection is for you alone.
logged-added = You have added your side.

## One says that they did not meet. To the writer:

disputed-news = { $partner } says that the two of you did not meet on { $day }. It may be a mix-up of days.
disputed-question = *What do you remember?* If the day is wrong, you can also choose “Edit” in your summary. Until you two agree, it is not counted as a session.
disputed-upheld = *You said that you did meet.* What you wrote stays your own record. Only a session that you both agree on is counted, so it may be worth a word with { $partner }.
disputed-resolved = *That is settled.* You and { $partner } did meet on { $day }, and it counts.
button-did-meet = We did meet
button-mistake = My mistake

## To whoever said so:

# $upheld: yes or no
denied-news = { $upheld ->
    [yes] You said that you did not meet on { $day }. { $partner } remembers that you did.
   *[no] You said that you did not meet on { $day }. It is not counted as a session now, and { $partner } is asked too.
}
denied-question = *Is that how it was?* It may be a mix-up of days. If you remember it after all, say so.
denied-again = *Noted once more:* you did not meet. What { $partner } wrote is now their own record, and you need do nothing more. If you remember it after all, you can still say so.
button-did-not-meet = We did not meet
button-met-after-all = We did meet after all

next-session = *Next session:* { $day } at { $time }, your time.
