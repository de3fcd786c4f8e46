### Looking back: at half-way, at a reached goal, at the end and long after it; and the note of thanks.

button-reviews = Look back
button-review-half-way = Half-way: look back
button-review-goal = Two questions
button-thank-partner = Thank { $partner }

## The form. $role: the writer's, mentor or mentee

review-title = Looking back
review-intro-half-way = *Half of your time with { $partner } is behind you.* Take a few minutes for yourself, and leave empty whatever you have no answer to.
review-intro-goal = *You and { $partner } have reached a goal.* Two questions about it, for yourself:
review-intro-end = *Your time with { $partner }, from its first day to its last.* Take a few minutes for yourself, and leave empty whatever you have no answer to.
review-intro-echo = *Your time with { $partner }, seen from today.* Three questions, for yourself. “Nothing much” is an answer, too.
review-readers = Only you read this; no organiser ever does. You can change it whenever you like, and share what you choose with { $partner } once you have seen what they would read.

review-question-changed = { $role ->
    [mentor] What has changed
   *[mentee] What has changed for me
}
    .hint = { read-by-me }
    .placeholder = Since the two of us began
review-question-helps = { $role ->
    [mentor] What I do that seems to help
   *[mentee] What helps me
}
    .hint = { read-by-me }
    .placeholder = A habit, a question, a moment
review-question-more = What I would like more of
    .hint = { read-by-me }
    .placeholder = In the second half
review-question-how-it-goes = How it is going
    .hint = { read-by-me }
    .placeholder = From 1 to 5
review-question-made-possible = What made it possible
    .hint = { read-by-me }
    .placeholder = Something you did, somebody who helped, a little luck
review-question-next = { $role ->
    [mentor] What I learnt myself
   *[mentee] What is next for me
}
    .hint = { read-by-me }
    .placeholder = A line is plenty
review-question-takes-along = What I take with me
    .hint = { read-by-me }
    .placeholder = Something you know now, or do differently
review-question-first-day = What I would tell myself on the first day
    .hint = { read-by-me }
    .placeholder = You will …
review-question-helped-most = { $role ->
    [mentor] What helped most, as far as I can tell
   *[mentee] What helped me most
}
    .hint = { read-by-me }
    .placeholder = Of all that the two of you did
review-question-programme = What the programme should keep, or change
    .hint = { read-by-me } Nobody passes it on: if whoever organises it should know, tell them.
    .placeholder = One thing
review-question-how-it-was = How it was, all in all
    .hint = { read-by-me }
    .placeholder = From 1 to 5
review-question-came-of-it = { $role ->
    [mentor] What came of it for me
   *[mentee] What came of it
}
    .hint = { read-by-me }
    .placeholder = Something you still do, or somewhere you are now
review-question-lasted = What has lasted, and what has faded
    .hint = { read-by-me }
    .placeholder = Both are worth knowing
review-question-would-mentor = { $role ->
    [mentor] Would I mentor again?
   *[mentee] Would I mentor somebody myself?
}
    .hint = { read-by-me } If you would, I ask you next whether to tell whoever organises the pairs.
    .placeholder = Yes, perhaps, or not now
# $score (number): 1 to 5
review-score = { $score ->
    [1] 1 – it is hard going
    [2] 2 – slowly
    [3] 3 – all right
    [4] 4 – well
   *[5] 5 – very well
}
review-score-was = { $score ->
    [1] 1 – it was hard going
    [2] 2 – less than I had hoped
    [3] 3 – all right
    [4] 4 – good
   *[5] 5 – very good
}
# $choice: y, p or n
review-would = { $choice ->
    [y] Yes
    [p] Perhaps
   *[n] Not now
}

## In its place, once it is saved

review-saved = Saved. Only you read it, and `/mentoring review` brings it back whenever you like.
review-emptied = Nothing is kept of it now.
review-saved-share = If you like, let { $partner } read it, or a part of it. You see first what they would read.
review-saved-thank = And a note of thanks is never too late: { $partner } reads it in their working hours.
review-saved-wish = You would mentor. Shall I tell whoever organises the pairs? They learn that, and nothing else of what you wrote.
button-share-review = Share with { $partner }…
button-would-mentor = Tell them I would mentor
review-wished = Told: whoever organises the pairs sees on their list that you would like to mentor. In my Home tab you can take it back.

## Sharing it with the partner

review-share-title = Share what I wrote
review-share-which = What would you like to share?
    .hint = Only what you tick. Nothing is shared before you have seen how { $partner } would read it.
review-share-preview = Preview
review-share-exactly = *This is what { $partner } would read,* word for word. Nobody else does, and what has been shared stays shared.
review-share-submit = Share it
review-share-changed = *Not shared yet.* What you wrote has changed in the meantime. It would now read like this:
review-share-done = Shared: { $partner } reads it in their working hours.
# $role: the writer's
review-shared = { $kind ->
    [half-way] 🌿 *{ $author } shares with you what they wrote at half-way:*
    [goal] 🌿 *{ $author } shares with you what they wrote about a goal that you reached:*
    [end] 🌿 *{ $author } shares with you how they look back on your time together:*
   *[echo] 🌿 *{ $author } shares with you what came of your time together:*
}
review-shared-readers = Read by the two of you. There is nothing you need to do.

# What was asked, above the answer
review-part = *{ $question }*

## All of them

reviews-to-write = *To look back on now*
reviews-written = *What you have written.* Only you read it, but for what you have shared.
reviews-empty = There is nothing to look back on yet. Half-way through a pair, when it reaches a goal, and at its end, a few questions wait here.
# $kind: half-way, goal, end or echo; $goal: its words
reviews-line = { $kind ->
    [half-way] Half-way with { $partner }
    [goal] “{ $goal }”, with { $partner }
    [end] My time with { $partner }
   *[echo] With { $partner }, { $months } months after the end
}
reviews-line-on = { $line } · { $day }
button-write-review = Write
button-open-review = Open

## The note of thanks

thanks-title = A note of thanks
thanks-intro = *What would you like to thank { $partner } for?* Something they did, and what it did for you. Two sentences are plenty.
thanks-words = Your note
    .hint = { read-by-pair } It reaches { $partner } in their working hours; until then you can change it.
    .placeholder = Thank you for …
thanks-submit = Send it
thanks-out = *{ $partner } has your note.* It says:
thanks-saved = Your note to { $partner }:
thanks-saved-next = { $partner } reads it in their working hours. Until then you can change it.
button-change-thanks = Change it
thanks-received = 💛 *A note of thanks from { $author }:*
thanks-received-next = Read by the two of you.
button-thank-back = Write one back
