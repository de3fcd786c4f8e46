### Planning the next session: the forms, and what each of the two is told.

## The form that plans a session, or moves it

# $form: new or move
plan-title = { $form ->
    [move] Move your session
   *[new] Plan a session
}
plan-submit = { $form ->
    [move] Move it
   *[new] Plan it
}
plan-moves = Your next session with { $partner } is planned for *{ $day } at { $time }*.
plan-passed = Your session with { $partner } was planned for *{ $day } at { $time }*. Plans change: choose a new time.
plan-clash = *Not saved yet.* In the meantime { $partner } planned *{ $theirs }*; you chose *{ $mine }*. Save again to move it to yours, or choose theirs.
plan-clash-gone = *Not saved yet.* This session is not planned any more. Save again to plan it anew for *{ $mine }*, or close this form.
plan-clash-kind = *Not saved yet.* In the meantime { $partner } changed what kind of meeting it is, or how long: *{ $kind }, { $count ->
    [one] one minute
   *[other] { $count } minutes
}*. Save again to make it as you have it below.
# $where: inside the hours of both, or at their edges
plan-time = Choose a time
    .hint = { $where ->
        [edges] Your working hours do not overlap here, so these lie at their edges; the easier hour goes to each of you in turn. { read-by-pair }
       *[inside] These lie in your working hours and in those of { $partner }. { read-by-pair }
    }
plan-time-choice = { $day }, { $time }
plan-time-kept = { $day }, { $time } – as planned
plan-time-there = { $time } for { $partner }
plan-time-there-on = { $day }, { $time } for { $partner }
# $times: some where times are suggested, else none
plan-at = { $times ->
    [some] Or another day and time
   *[none] When do you meet?
}
    .hint = { $times ->
        [some] In your own time zone. What you enter here counts instead of a choice above. { read-by-pair }
       *[none] In your own time zone. { read-by-pair }
    }
plan-kind = What kind of meeting will it be?
    .hint = { read-by-pair }
plan-minutes = For how many minutes?
    .hint = { read-by-pair }
plan-next = { $partner } hears of it in their working hours.
button-propose-instead = Propose several times instead

## The form that proposes times

propose-title = Propose times
propose-submit = Propose these
propose-intro = { $partner } gets these times in a message, in their own time zone, and takes one with a tap. Nothing is planned until then. Leave one empty to propose fewer.
# $clash: whether they came while the form was open, yes or no
propose-theirs = { $clash ->
    [yes] *Not sent yet.* In the meantime { $partner } has proposed times to you, and one tap in my message about them takes one. Send again to propose yours in the place of these:
   *[no] { $partner } proposes times to you, and one tap in my message about them takes one. What you propose here comes in the place of these:
}
# $place: 1, 2 or 3
propose-time = { $place ->
    [1] A first time
    [2] A second
   *[3] A third
}
    .hint = { $there ->
        [none] { read-by-pair }
       *[other] As suggested: { $there }. { read-by-pair }
    }
button-plan-instead = Plan one time instead

## To whoever planned, moved, or took a time, and to the partner

# $what: new or moved. $kind: session, coffee_chat or written
arranged-mine = { $what ->
    [moved] Moved: you meet { $partner } on *{ $day } at { $time }*, your time.
   *[new] { $kind ->
        [coffee_chat] Planned: a coffee chat with { $partner } on *{ $day } at { $time }*, your time.
        [written] Planned: you and { $partner } write to each other on *{ $day } at { $time }*, your time.
       *[session] Planned: your session with { $partner } on *{ $day } at { $time }*, your time.
    }
}
arranged-theirs = { $what ->
    [moved] { $partner } has moved your next meeting to *{ $day } at { $time }*, your time.
   *[new] { $kind ->
        [coffee_chat] { $partner } has planned a coffee chat with you: *{ $day } at { $time }*, your time.
        [written] { $partner } has planned that you write to each other: *{ $day } at { $time }*, your time.
       *[session] { $partner } has planned your next session: *{ $day } at { $time }*, your time.
    }
}
# $whose: mine or theirs
arranged-next = { $whose ->
    [mine] { $partner } hears of it in their working hours. If there is still time, I remind you both the working day before.
   *[theirs] If it does not suit you, move it or cancel it: { $partner } hears of it. If there is still time, I remind you both the working day before.
}
arranged-minutes = { $count ->
    [one] It lasts one minute.
   *[other] It lasts { $count } minutes.
}

## To both, in their group message

arranged-group = 📅 { $kind ->
    [coffee_chat] Your coffee chat is planned:
    [written] The time to write to each other is planned:
   *[session] Your next session is planned:
}
arranged-group-line = *{ $day } at { $time }* for { $person }
arranged-group-next = Either of you can move or cancel it. If there is still time, I remind you both the working day before.

## In their place, once something else holds

# $standing: changed, called_off or over
arranged-no-longer = { $standing ->
    [changed] This plan with { $partner } for { $day } at { $time } has been changed since.
    [called_off] Your meeting with { $partner } on { $day } at { $time } does not take place.
   *[over] Your meeting with { $partner } on { $day } at { $time } has been logged.
}
arranged-group-no-longer = { $standing ->
    [changed] This plan has been changed since.
    [called_off] This meeting does not take place.
   *[over] This meeting has been logged.
}

## Buttons of a planned session

button-plan = Plan the next session
button-plan-first = Plan our first session
button-plan-with = Plan a session
button-reschedule = Reschedule
button-moved = We moved it
button-cancel-session = Cancel
    .title = Cancel this session?
    .text = { $partner } hears in their working hours that it does not take place, without a reason. You can plan another one at once.
    .text-together = The other hears in their working hours that it does not take place, without a reason. Either of you can plan another one at once.
    .yes = Cancel it
    .no = Keep it
button-add-to-agenda = Add to the agenda
button-add-to-calendar = Add to calendar
button-off-my-calendar = Take it off my calendar

## Cancelled, or missed

# $whose: mine or theirs. $told: partner where the other hears of it, else nobody
cancelled = { $whose ->
    [mine] Your session with { $partner } on { $day } at { $time } is cancelled. { $told ->
        [nobody] { $partner } had not heard of it yet, so nobody needs to be told.
       *[partner] { $partner } hears of it in their working hours, without a reason.
    }
   *[theirs] { $partner } cannot make your session on { $day } at { $time }, so it does not take place. These things happen.
}
missed = { $whose ->
    [mine] Noted: your session with { $partner } on { $day } at { $time } did not take place. These things happen, and { $partner } hears that you have noted it.
   *[theirs] { $partner } notes that your session on { $day } at { $time } did not take place. These things happen.
}
called-off-anew = Would you like to plan a new time?
called-off-planned = The next one is planned.
button-propose = Propose times

## Times that are proposed

offered = { $partner } proposes times for { $kind ->
    [coffee_chat] a coffee chat
    [written] writing to each other
   *[session] your next session
}. Which one suits you? They are in your time; one tap plans it.
# $whose: mine or partner
offered-instead = { $whose ->
    [mine] Until one is taken, you meet on *{ $day } at { $time }* as planned.
   *[partner] For now you are to meet on *{ $day } at { $time }*: whichever you take comes in its place.
}
offered-time = { $day }, { $time }
button-take-time = Take this
button-no-time-fits = None of these
offered-taken = You took one of the times that { $partner } proposed: you meet on *{ $day } at { $time }*, your time.
offered-settled = { $partner } proposed times here. They are settled: there is nothing you need to do.
proposed = { $partner } can choose from these times, and hears of them in their working hours. I tell you what becomes of it:
proposed-taken = { $partner } took one of the times you proposed: you meet on *{ $day } at { $time }*, your time.
proposed-settled = You proposed times to { $partner } here; they are settled.

## Add to calendar

calendar-title = Add to calendar
calendar-event = Mentoring session with { $partner }
calendar-when = *Your session with { $partner }:* { $day } at { $time }, your time.
# $google, $outlook: links
calendar-how = Add it to { $google } or to { $outlook }. Your calendar gets the title and the time, and nothing that you wrote.
calendar-google = Google Calendar
calendar-outlook = Outlook
calendar-changed = It has been changed since it was planned. An entry that you added by link stays as it was, so remove that one there.
calendar-called-off = *This session does not take place.* If you added it by link, remove it there.
# $what: add or remove
calendar-file = { $what ->
    [remove] A file that removes it from any other calendar is in our direct messages now: open it there.
   *[add] For any other calendar, there is a file in our direct messages now: open it there. If you open a newer one later, it changes the same entry.
}
calendar-file-comment = { $what ->
    [remove] This file takes your session with { $partner } on { $day } at { $time } off your calendar.
   *[add] This file adds your session with { $partner } on { $day } at { $time } to your calendar.
}
