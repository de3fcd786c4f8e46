### Goals: each of a pair writes alone, then both read both.

button-goals = Our goals

## The form for one's own draft. $number counts goals from 1

goals-title = My goals
goals-intro = *What would you like to reach with { $partner }?* You each write this alone. Once you have both said that you are ready, you read both, side by side.
goals-intro-ready = *You are ready.* { $partner } is not yet. Until then only you read this, and you can still change it.
goals-statement = { $number ->
    [1] What would you like to reach?
   *[other] Goal { $number }: what would you like to reach?
}
    .hint = { goals-readers }
    .placeholder = One clear sentence
goals-measure = { $number ->
    [1] How will you know?
   *[other] Goal { $number }: how will you know?
}
    .hint = { goals-readers }
    .placeholder = Something you could see or count
goals-due = { $number ->
    [1] By when?
   *[other] Goal { $number }: by when?
}
    .hint = { goals-readers }
goals-why = { $number ->
    [1] Why does it matter to you?
   *[other] Goal { $number }: why does it matter to you?
}
    .hint = { goals-readers }
goals-readers = Read by you alone until you are both ready, then by { $partner } too.
button-add-goal = Another goal
goals-ready = Ready?
    .hint = { $partner } learns that you are ready, not what you wrote. Once both of you are, you both read everything above.
goals-ready-choice = I am ready
# Asked once, and never insisted on.
goals-asked = *Not saved yet:* a question first. Whatever you have no answer to, leave it empty and save again.
goals-ask-measure = *How would you two notice that you are there?* A goal that you can see or count is easier to work towards.
goals-ask-due = *By when, roughly?* A day to look forward to helps you both to begin. You can change it later.

## In its place, once it is saved

goals-became-empty = You have no goals with { $partner } written down now. `/mentoring goals` begins anew.
goals-became-kept = Saved. Only you read it. When it is ready for { $partner } to read, come back with `/mentoring goals` and tick “I am ready”.
goals-became-ready = Saved, and { $partner } learns that you are ready, not what you wrote. As soon as they are ready too, you both get both drafts, side by side. Until then you can change yours.
goals-became-revealed = You are both ready. I am sending both drafts to you now, and to { $partner } in their working hours.

## To the partner of whoever is ready

goals-partner-ready = { $partner } has written down goals for the time with you. Once you are ready too, you both read both drafts; until then each of you reads only your own.
goals-partner-ready-next = One goal is plenty, and two minutes are enough for a beginning.
goals-partner-ready-over = { $partner } and you have both written down your goals, and you both have both drafts.
button-write-goals = Write my goals

## To both: what both wrote. $whose: mine or theirs

goals-revealed = You and { $partner } are both ready: here are both drafts.
goals-revealed-title = Both drafts
goals-whose = { $whose ->
    [mine] *What you would like to reach*
   *[theirs] *What { $partner } would like to reach*
}
goals-revealed-next = Read by you and { $partner }. What is the same, and what surprises you? It is a good way to open your next session.
goals-line-measure = How to know: { $words }
goals-line-due = By { $day }
goals-line-why = Why it matters: { $words }

## The list that they have in common: to read

button-share-goals = Make them one list
shared-goals-title = Our goals
shared-goals-intro = { $count ->
    [0] *Nothing is on your list with { $partner } at the moment.* One goal is plenty to begin with.
   *[other] *Goals with { $partner }.* Either of you changes this list at any time; the other hears of it in their working hours.
}
button-new-goal = Add a goal
button-change-goal = Update
button-look-at-goal = Look at it
shared-goals-settled = { $state ->
    [reached] Reached on { $day }: { $words }
   *[other] Let go on { $day }: { $words }
}

## To write. $what: first (of both drafts), new or change

shared-goals-write = { $what ->
    [first] *Make them one list.* Here is what you both wrote. Change the words, empty what you do not need, and keep what you both stand behind. { $partner } hears of it in their working hours.
    [new] *A new goal with { $partner }*, who hears of it in their working hours.
   *[change] *A goal with { $partner }*, who hears in their working hours of what you change.
}
# $count: how many goals the form has
shared-goals-statement = { $count ->
    [1] What would you like to reach?
   *[other] Goal { $number }
}
    .hint = { read-by-pair }
    .placeholder = One clear sentence
shared-goals-measure = { $count ->
    [1] How will you both know?
   *[other] Goal { $number }: how will you both know?
}
    .hint = { read-by-pair }
    .placeholder = Something you could see or count
shared-goals-due = { $count ->
    [1] By when?
   *[other] Goal { $number }: by when?
}
    .hint = { read-by-pair }
shared-goals-reached = { $count ->
    [1] Reached on the way
   *[other] Goal { $number }: reached on the way
}
    .hint = { read-by-pair } What you tick off, { $partner } hears of; nobody else does.
# $day: an example of one, as the reader writes it
shared-goals-checkpoints = { $count ->
    [1] Checkpoints
   *[other] Goal { $number }: checkpoints
}
    .hint = { read-by-pair } One a line, ten at most. A line may end with a date: “by { $day }”.
    .placeholder = The first small step…
shared-goals-state = { $count ->
    [1] Where does it stand?
   *[other] Goal { $number }: where does it stand?
}
    .hint = { read-by-pair } What is reached or let go leaves the list and stays below it; you can take it up again.
# $state: open, reached or dropped
shared-goals-state-choice = { $state ->
    [reached] We have reached it
    [dropped] We let it go
   *[open] We work on it
}
shared-goals-clash = *Not saved yet.* In the meantime { $partner } has changed this too. It now says what stands here; your words are below. Save again to keep yours, or change them.

## What a goal was before. $by: me, partner or nobody; $what: reworded, reached, dropped or reopened

goal-history = *What it was before*
goal-changed-by = { $day }: { $by ->
    [me] you
    [partner] { $partner }
   *[nobody] somebody
} { $what ->
    [reached] marked it as reached
    [dropped] let it go
    [reopened] took it up again
   *[reworded] changed it
}
goal-was = { $said }. Before, it said: { $words }

## Half-way: what is to become of each. $choice: keep, change, reached or drop

revisit-title = Half-way
revisit-intro = *What is to become of each?* What you choose counts for you and { $partner }, who hears of what changes.
revisit-clash = *Not saved yet.* In the meantime { $partner } has changed your list. Here is how it stands now; please look again, then save.
revisit-choice = { $count ->
    [1] Where does it stand?
   *[other] Goal { $number }: where does it stand?
}
    .hint = { read-by-pair }
revisit-choices = { $choice ->
    [change] Change it: that form comes next
    [reached] We have reached it
    [drop] We let it go
   *[keep] Go on with it as it is
}

## Checkpoints

checkpoint-due = { $words } by { $day }
checkpoint-line = { $is_reached ->
    [yes] • { $words } (reached)
   *[no] • { $words }
}
checkpoint-progress = { $count ->
    [one] { $reached ->
        [0] One checkpoint ahead
       *[other] Its checkpoint is reached
    }
   *[other] { $reached } of { $count } checkpoints reached
}

## What is told of the list

# $what: first (goals of a pair that had none), more (goals that are new), words (goals say something else), ticks
# (checkpoints were ticked off) or both; $count: how many goals that are still on the list; $ticked: how many checkpoints
goals-changed = { $what ->
    [first] { $count ->
        [one] { $partner } has written down a first goal for the two of you:
       *[other] { $partner } has written down first goals for the two of you:
    }
    [more] { $count ->
        [one] { $partner } has put a goal on your list:
       *[other] { $partner } has put { $count } goals on your list:
    }
    [ticks] { $ticked ->
        [0] What { $partner } had ticked off is open again:
        [one] { $partner } has ticked off a checkpoint on the way to your goals:
       *[other] { $partner } has ticked off { $ticked } checkpoints on the way to your goals:
    }
    [both] { $count ->
        [one] { $partner } has updated a goal on your list, and ticked off { $ticked ->
            [one] a checkpoint
           *[other] { $ticked } checkpoints
        }. This is how it stands now:
       *[other] { $partner } has updated { $count } goals on your list, and ticked off { $ticked ->
            [one] a checkpoint
           *[other] { $ticked } checkpoints
        }. This is how they stand now:
    }
   *[words] { $count ->
        [0] { $partner } has updated your list of goals.
        [one] { $partner } has updated a goal on your list. It now says:
       *[other] { $partner } has updated { $count } goals on your list. They now say:
    }
}
goals-changed-dropped = Let go: { $words }
goals-changed-next = { read-by-pair } { $what ->
    [ticks] A small step is worth a word, too.
    [both] A small step is worth a word, too.
   *[words] You can change it, too.
}
goals-reached = { $count ->
    [one] 🎉 You and { $partner } have reached a goal:
   *[other] 🎉 You and { $partner } have reached { $count } goals:
}
goals-reached-also = { $partner } has also updated:
goals-reached-next = Read by you and { $partner }. What helped most? It may be worth a word to each other.

## In App Home

home-goals = *What you work towards*
home-goal-due = { $words } · by { $day }
home-goal-progress = { $words } · { $progress }
home-goal-with = { $words } · with { $partner }
home-more-goals = { $count ->
    [one] One more is in your list: `/mentoring goals`.
   *[other] { $count } more are in your lists: `/mentoring goals`.
}
