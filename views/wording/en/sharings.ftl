### What one of a pair shares with the other between two sessions.

## To the partner

shared-news = 🌱 *{ $partner } shares something with you:*
shared-readers = Read by the two of you. A reaction in your next session is plenty.
asked-news = 💬 *{ $partner } asks how it has been going* since you last met. A line or two is plenty, and so is nothing.
asked-next = What you write goes to { $partner } alone.
asked-answered = *Answered.* { $partner } reads this in their working hours:

## The form

sharing-title = Share something
sharing-words = What would you like to tell { $partner }?
    .hint = { read-by-pair } It reaches { $partner } in their working hours.
    .placeholder = Something you tried, read or noticed
sharing-submit = Share it

## A new date for a promise

promise-date-title = A new date
promise-date = By when?
    .hint = { read-by-pair } Leave it empty for no date.
