### A pair rests, meets less often, goes on or is completed.

## Buttons

button-pause = Pause…
button-change-pause = Change the pause…
button-resume = Resume
button-meet-less = Meet less often…
button-change-rhythm = Change it…
button-trouble = Something is not working…
button-go-on = Go on…
button-go-on-change = Change it…
button-go-on-less = Go on, less often…
button-finish = Finish…

## Which of several pairs

which-pair-title = Which pair?
which-pair-this = This one

## The form for a pause

pause-title = Pause
# $state: active, or paused where it rests already
pause-intro = { $state ->
    [paused] *Your pair with { $partner } is paused.* Choose another day, and it rests until then.
   *[active] *A pair may rest when life is full.* Meanwhile you both hear nothing from me about it, and nothing gets lost. Nobody asks you why.
}
pause-clash = *Not saved yet.* In the meantime { $partner } chose *{ $theirs }* as the day until which you rest; you chose *{ $mine }*. Save again to keep yours, or change it below.
pause-clash-over = *Not saved yet.* In the meantime your pair has gone on. Save again to have it rest until *{ $mine }*, or close this form.
pause-until = Rest until
    .hint = On this day it goes on. { $partner } sees the day, never why; whoever organises sees that you rest.
# $count (number): how many sessions are planned
pause-planned = { $count ->
    [one] You have planned to meet:
   *[other] You have planned to meet at these times:
}
pause-planned-at = • { $day } at { $time }
pause-cancel = What is planned before that day
    .hint = Otherwise it stays as planned, though I say nothing of it while you rest. { $partner } hears what becomes of it.
pause-cancel-choice = Cancel it
pause-submit = Pause

## That it rests

# $whose: mine or partner
paused-until = { $whose ->
    [mine] You and { $partner } rest until { $day }. { $partner } hears of it in their working hours, without a reason.
   *[partner] { $partner } would like your pair to rest until { $day }.
}
paused-kept = Your session on { $day } at { $time } stays as planned.
paused-meanwhile = Meanwhile I ask you both nothing about this pair. What you promised and planned to talk about is kept, and on that day it goes on by itself. Either of you can resume sooner.
paused-over = The pause of your pair with { $partner } is over.

## That it goes on after all

resumed = { $whose ->
    [mine] You and { $partner } are back. { $partner } hears of it in their working hours.
   *[partner] { $partner } has resumed your pair, so the pause is over.
}
resumed-planned = You meet next on *{ $day } at { $time }*, your time.
resumed-unplanned = When would you like to meet next?
resume-nothing = None of your pairs is paused. `/mentoring pause` lets one rest for a while.
resume-done = Done: your pair goes on. A message from me says more.

## How often

meet-less-title = How often we meet
meet-less-intro = You and { $partner } mean to meet { $rhythm }. Less often is fine, too: I ask after you only once that time has passed.
meet-less-clash = *Not saved yet.* In the meantime { $partner } changed this: you mean to meet { $rhythm } now. Save again to make it as you have it below, or close this form.
rhythm-changed = { $whose ->
    [mine] From now on you and { $partner } mean to meet { $rhythm }. { $partner } hears of it in their working hours.
   *[partner] { $partner } suggests a different pace: from now on you mean to meet { $rhythm }. If that does not suit you, change it.
}
changed-since = Something else has been said since.

## At the end: going on

go-on-title = Go on
go-on-intro = *Your time as a pair with { $partner } is coming to its end.* Would you like some more? The one of you who speaks last decides, and either can end it at any time.
go-on-already = *You and { $partner } go on until { $day }.* If you would rather have it otherwise, choose another day. The one of you who speaks last decides.
go-on-until = Go on until
    .hint = { read-by-pair }
go-on-until-choice = { $day }
go-on-submit = Go on
goes-on = { $whose ->
    [mine] Good: you and { $partner } go on until { $day }, and mean to meet { $rhythm }. { $partner } hears of it in their working hours, and may say otherwise.
   *[partner] { $partner } would like to go on: your pair lasts until { $day }, and you mean to meet { $rhythm }.
}
goes-on-otherwise = If that suits you, there is nothing to do. If you would rather have it otherwise, say so.

## At the end: finishing

finish-title = Finish our time
finish-intro = *Your pair with { $partner } would be completed today.* You both get a kind word from me, with room to look back and to thank each other. What you wrote stays with you.
finish-organisers = { $count ->
    [0] Whoever organises the pairs sees that you completed it.
    [one] { $organisers }, who organises the pairs, learns that you completed it.
   *[other] { $organisers }, who organise the pairs, learn that you completed it.
}
finish-submit = Finish
finish-close = Not yet
completed = { $whose ->
    [mine] 🎓 You and { $partner } have completed your time as a pair. Well done, both of you. { $partner } hears of it in their working hours.
   *[partner] 🎓 { $partner } says that your time as a pair is complete. Well done, both of you.
}
completed-next = Two things before you go, if you like: a look back, which only you read, and a note of thanks, which { $partner } reads.
completed-kept = What you wrote stays with you. If you would like to be in another pair, start in my Home tab.
completed-organiser = { $mentor } and { $mentee } have completed their time as a pair.

## In App Home and in the menu

home-pair-paused = Paused until { $day }
home-pair-ends = Your time as a pair ends on { $day }. How would you like to go on?
menu-pair = And for your pair:
board-pair-paused = *{ $mentor }* and *{ $mentee }* · paused until { $day }
board-pair-completed = *{ $mentor }* and *{ $mentee }* · completed on { $day }
