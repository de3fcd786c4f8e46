### The horizon check: five questions to each of a pair alone, and what both are told of it.

## The nudge. $step: 1 or 2

nudge-horizon = { $step ->
    [1] 🔭 *A month with { $partner }: how do you see it?* Five taps, alone. { $partner } is asked the same.
   *[other] 🔭 *Half-way with { $partner }: how do you see it now?* Five taps, alone. { $partner } is asked the same.
}
nudge-horizon-next = Of four answers you both learn only whether you see it alike. The fifth is for you alone.
button-horizon-answer = Answer five questions

## The form

horizon-title = Horizon check
horizon-intro = Pairs seldom stumble over what they say, and often over what they see differently and do not say. So each of you answers alone.
horizon-shows = *What will show:* of the first four, only whether you and { $partner } see it alike or differently. You both read that in the same words, once you have both answered. What you said stays with you, and what { $partner } said with them. The fifth is for you alone.
horizon-silent = Where one of you would rather not say, nothing is compared, and that does not show either. Nobody is told who has answered and who has not.
horizon-ask-pace = How is the pace, for you?
horizon-say-pace-slow = Too slow
horizon-say-pace-right = About right
horizon-say-pace-fast = Too fast
horizon-ask-priorities = What should come first for you two, just now?
horizon-say-priorities-skill = Getting better at something
horizon-say-priorities-work = What is going on at work right now
horizon-say-priorities-direction = Where the road leads: next steps, career
horizon-say-priorities-person = Confidence, and how the days feel
horizon-ask-comfort = How far should you two go into what is hard: doubts, mistakes, conflicts?
horizon-say-comfort-further = Further than we do now
horizon-say-comfort-right = As far as we do now
horizon-say-comfort-gentler = Less far, for now
horizon-ask-workload = How do time and effort fit in, beside everything else?
horizon-say-workload-more = I could give more
horizon-say-workload-right = It fits
horizon-say-workload-less = It is more than I can give now
horizon-ask-worth = Is it worth your time?
horizon-say-worth-very = More than I had hoped
horizon-say-worth-yes = Yes
horizon-say-worth-unsure = I am not sure yet
horizon-say-worth-little = Not really
horizon-say-nothing = I would rather not say
horizon-read-and-compared = Read by you alone. Only whether you two see it alike will show.
horizon-read-and-kept = Read by you alone, and never compared.
horizon-again = These are your answers so far. You can change them until you have both answered.

## Once it is saved; the same whether or not the partner has answered

horizon-saved = Saved, for you alone. Once you have both answered, you both get the same message from me, and until then nobody hears anything.
horizon-saved-next = With `/mentoring horizon` you can read your answers, and change them until then.
horizon-trouble = Is something not working? There is a private way to say so.

## Before the first, and once both have answered

horizon-not-yet = The first horizon check with { $partner } is on { $day }: five questions to each of you, alone.
horizon-over = You and { $partner } have both answered, so this check is complete.
horizon-showed-alike = You both read that you see it alike, wherever you have both said something.
horizon-showed-different = You both read that you see this differently:
horizon-mine = *What you answered*, read by you alone:
horizon-earlier = *What you answered on { $day }*, read by you alone:
horizon-line = • *{ $subject }:* { $answer }
horizon-item = • *{ $subject }*
horizon-subject-pace = The pace
horizon-subject-priorities = What comes first
horizon-subject-comfort = How far to go into what is hard
horizon-subject-workload = Time and effort
horizon-subject-worth = Worth your time

## What both are told, in the same words. It names nobody, and no direction

horizon-alike = 🔭 *You and { $partner } see it alike*, wherever you have both said something.
horizon-alike-next = So if there is something that you would change, say it: you may well hear “me, too”.
horizon-different = { $count ->
    [one] 🔭 *You and { $partner } see one thing differently.* Most pairs do somewhere, and it is good to know. Here is a way to begin:
   *[other] 🔭 *You and { $partner } see two things differently.* Most pairs do somewhere, and it is good to know. Here is a way to begin:
}
horizon-different-next = { $count ->
    [one] On all else that you have both said, you see it alike. { $partner } reads the same. Who said what, I tell nobody.
   *[other] Two are plenty to begin with. { $partner } reads the same. Who said what, I tell nobody.
}
horizon-card-pace = *The pace.* What is brisk for one can be slow for another, and both are right.
horizon-begin-pace = “If our next month went just as you would like, what would take more time, and what less?”
horizon-card-priorities = *What comes first.* There is always more worth doing than there are hours, and you would begin at different ends.
horizon-begin-priorities = “If only one thing came of our next three sessions, what should it be?”
horizon-card-comfort = *How far to go into what is hard.* Some of it helps to be said early, some needs its time. It helps to know where each of you is.
horizon-begin-comfort = “What would you like us to talk about more openly, and what is better left alone for now?”
horizon-card-workload = *Time and effort.* How much room there is changes, for each of you and seldom for both at once.
horizon-begin-workload = “What do these weeks have room for, and what would make this lighter for you, or richer?”
button-bring-card = Bring it to our next session
button-how-often = How often we meet…
horizon-card-on-agenda = It is on the list for your next session.
horizon-card-discussed = You two have talked about it.

## The same on the list for a session

horizon-agenda-pace = Our pace: what should take more time, and what less
horizon-agenda-priorities = What comes first for us, just now
horizon-agenda-comfort = How far we go into what is hard
horizon-agenda-workload = The time and effort we have for this
