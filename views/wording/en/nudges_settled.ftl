### What stands in the place of a nudge once it is answered, or events have overtaken it.

# $by: me, partner or nobody
nudge-became-proposed = { $by ->
    [me] *Proposed:* you have sent { $partner } times for your next session. As soon as one is taken, it is planned for you both.
   *[partner] *Proposed:* { $partner } has times for your next session, in a message of their own. One tap takes one.
}
nudge-became-planned = { $by ->
    [me] *Planned:* you meet { $partner } on { $day } at { $time }, your time. You set the time.
    [partner] *Planned:* { $partner } has set a time for you two: { $day } at { $time }, your time.
   *[nobody] *Planned:* you meet { $partner } on { $day } at { $time }, your time.
}
nudge-became-moved = { $by ->
    [me] *Moved:* you and { $partner } now meet on { $day } at { $time }, your time. You set the new time.
    [partner] *Moved:* { $partner } has set a new time for you two: { $day } at { $time }, your time.
   *[nobody] *Moved:* you and { $partner } now meet on { $day } at { $time }, your time.
}
nudge-became-cancelled = { $by ->
    [me] *Cancelled:* you have cancelled this session with { $partner }. When it suits you both, plan another.
    [partner] *Cancelled:* { $partner } has cancelled this session. When it suits you both, plan another.
   *[nobody] *Cancelled:* this session with { $partner } does not take place. When it suits you both, plan another.
}
nudge-became-met = { $by ->
    [me] *You met:* you logged your session with { $partner } on { $day }.
    [partner] *You met:* { $partner } has logged your session on { $day }.
   *[nobody] *You met* { $partner } on { $day }.
}
nudge-became-missed = { $by ->
    [me] *Noted:* you said that you and { $partner } did not meet that time. It happens; the next one can be planned whenever it suits you both.
    [partner] *Noted:* { $partner } said that you did not meet that time. It happens; the next one can be planned whenever it suits you both.
   *[nobody] *Noted:* you and { $partner } did not meet that time. It happens; the next one can be planned whenever it suits you both.
}
nudge-became-disputed = *Logged,* but you and { $partner } remember it differently. Another message asks you both about it.
nudge-became-paused = { $by ->
    [me] *Paused:* you and { $partner } rest until { $day }, as you chose. I stay quiet until then.
    [partner] *Paused:* { $partner } paused until { $day }. I stay quiet until then, and there is nothing you need to do.
   *[nobody] *Paused:* you and { $partner } rest until { $day }. I stay quiet until then.
}
nudge-became-repaced = { $by ->
    [me] *A new rhythm:* you and { $partner } now mean to meet { $rhythm }, as you suggested.
    [partner] *A new rhythm:* { $partner } suggested to meet { $rhythm } from now on.
   *[nobody] *A new rhythm:* you and { $partner } now mean to meet { $rhythm }.
}
nudge-became-ended = *This is settled:* you and { $partner } are no longer a pair. What you wrote stays with you.
nudge-became-goes-on = { $by ->
    [me] *You go on:* you and { $partner } are a pair until { $day }, as you chose.
    [partner] *You go on:* { $partner } would like to, so you two are a pair until { $day }.
   *[nobody] *You go on:* you and { $partner } are a pair until { $day }.
}
nudge-became-done = *Done:* what you promised { $partner }, who sees it in their Home tab.
nudge-became-dropped = *Dropped:* what you promised { $partner }, who sees it in their Home tab. No reason needed.
nudge-became-redated = *New date:* you promised { $partner } this by { $day }.
nudge-became-undated = *No date any more:* you promised { $partner } this, and get to it when you get to it.
nudge-became-withdrawn = *This is settled:* that promise to { $partner } was withdrawn.
nudge-became-goal-reached = { $by ->
    [me] *Reached,* as you said: what you and { $partner } set out to do.
    [partner] *Reached,* says { $partner }: what you two set out to do.
   *[nobody] *Reached:* what you and { $partner } set out to do.
}
nudge-became-goal-dropped = { $by ->
    [me] *Let go,* as you chose. { $partner } hears of it, and either of you can take it up again: `/mentoring goals`.
    [partner] *Let go:* { $partner } took this off your list. Either of you can take it up again: `/mentoring goals`.
   *[nobody] *Let go:* this is no longer on your list with { $partner }.
}
nudge-became-goal-redated = { $by ->
    [me] *A new date:* you and { $partner } now have until { $day }, as you chose.
    [partner] *A new date:* { $partner } has moved this to { $day }.
   *[nobody] *A new date:* you and { $partner } now have until { $day }.
}
nudge-became-goal-undated = { $by ->
    [me] *No date any more:* you and { $partner } get there when you get there, as you chose.
    [partner] *No date any more:* { $partner } took it away; you two get there when you get there.
   *[nobody] *No date any more:* you and { $partner } get there when you get there.
}
nudge-became-goal-kept = { $by ->
    [me] *You go on with it,* you and { $partner }:
    [partner] *You two go on with it,* says { $partner }:
   *[nobody] *You go on with it,* you and { $partner }:
}
nudge-became-revisited = *Looked at.* Thank you: your goals with { $partner } are up to date, and { $partner } sees that you have looked. The list is at `/mentoring goals`.
nudge-became-agreement-proposed = { $by ->
    [me] *Proposed:* { $partner } reads it in their working hours. Your agreement holds once they agree.
   *[partner] *Proposed:* { $partner } has proposed what your agreement could say, in a message of its own.
}
nudge-became-agreed = { $by ->
    [me] *Agreed:* you and { $partner } have an agreement. In eight weeks I ask you both whether it is still right.
   *[partner] *Agreed:* { $partner } agreed, so you two have an agreement. In eight weeks I ask you both whether it is still right.
}
nudge-became-still-right = { $by ->
    [me] *Still right,* as you said; { $partner } hears of it. In eight weeks I ask you both again.
   *[partner] *Still right:* { $partner } says so. If you see it differently, `/mentoring agreement` changes it.
}
nudge-became-answered = *Given:* { $partner } has your feedback, or gets it in their working hours. Thank you.
nudge-became-declined = *Declined,* and { $partner } was told kindly, without a reason.
nudge-became-put-off = *Later,* as you chose: { $partner }’s question waits in my Home tab.
nudge-became-told = *Told.* { $partner } reads this in their working hours:
nudge-became-left = *Nothing to tell,* and that is fine. { $partner } hears nothing of it.
nudge-became-shared = *Shared.* { $partner } reads this in their working hours:
nudge-became-brought = *On your list* for the next session with { $partner }.
nudge-became-asked = *Asked.* { $partner } hears in their working hours that you would like to know how it has been going.
nudge-became-checked = *Answered.* What you said is read by you alone: `/mentoring horizon` shows it. Once both of you have answered, you both get the same message from me.
nudge-became-closed = *This check is closed,* and there is a newer one. Nothing of this one was shown to anybody.
nudge-became-celebrated = *Kept as a win.* Your journal has it.
nudge-became-snoozed = *Not now.* I ask again on { $day }, unless it is settled by then.
nudge-became-turned-off = *No more of these:* “{ $what }”. They are in your settings, should you miss them.
nudge-became-settled = *This is settled:* for your pair with { $partner } there is nothing you need to do here.
nudge-button-on-again = Turn them on again
nudge-became-written = *Written down:* how you look back on your time with { $partner }. Only you read it; you can change it, and share what you choose.
nudge-became-thanked = *Your time with { $partner } is complete,* and your note of thanks is on its way to them.
