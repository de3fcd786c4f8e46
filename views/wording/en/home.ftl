### App Home.

home-title = Hello, { $name }
home-about = I am Rapport. I help mentoring pairs to keep meeting, to remember what they talked about and promised each other, and to celebrate what goes well.

## Who has completed a pair, and is in none

home-completed = 🎓 *You and { $partner } have completed your time as a pair.* Thank you for the hours you gave each other. Your story stays yours to read: sessions, wins, goals and feedback, and what you kept to yourself.
home-completed-again = { $count ->
    [one] Should you like to be in another pair one day, send { $organisers }, who brings pairs together here, a message.
   *[other] Should you like to be in another pair one day, send one of those who bring pairs together here a message: { $organisers }.
}

## Pairs that wait to begin

home-invitation = { $role ->
    [mentor] *Would you like to be { $partner }’s mentor?* You would be a pair in { $programme }. Nothing starts until you both accept.
   *[mentee] *Would you like { $partner } to be your mentor?* You would be a pair in { $programme }. Nothing starts until you both accept.
}
home-more-invitations = { $count ->
    [one] One more invitation follows once you have answered.
   *[other] { $count } more invitations follow once you have answered.
}
home-invitation-waits = *You accepted to be a pair with { $partner }.* As soon as they have accepted too, you will both hear from me.

## Posts that wait for an answer

home-questions = *Waiting for you*
home-more-questions = { $count ->
    [one] One more post waits for your answer.
   *[other] { $count } more posts wait for your answer.
}

## The next step

home-next-session = *Next session:* with { $partner }, on { $day } at { $time }, your time.
home-step-planned = *You and { $partner } planned to meet on { $day } at { $time }.* If you did, log it while it is fresh.
button-log-planned = Yes, we met
home-step-add = *{ $partner } logged your session on { $day }.* How was it for you? Adding your side takes a minute.
# $step: first, next or rest
home-step-plan = { $step ->
    [first] *Your first session is still to come.* Find a time for it; half an hour is enough to begin.
    [rest] *You are taking a break.* There is nothing to do. Should you meet all the same, log it here.
   *[next] *Nothing is planned yet.* When would you like to meet next?
}
home-nothing-on-agenda = Nothing is on your list for it yet. What would you like to talk about?
# $what: agenda, mine or theirs
home-prepare = { $what ->
    [agenda] To talk about: { $words }
    [mine] You promised: { $words }
   *[theirs] { $partner } promised: { $words }
}
home-prepare-more = { $count ->
    [one] And one more thing to talk about
   *[other] And { $count } more things to talk about
}

## Pairs

home-pairs = { $count ->
    [one] *Your pair*
   *[other] *Your pairs*
}
home-more-pairs = { $count ->
    [one] And one more pair. Those whom you have not met for longest come first.
   *[other] And { $count } more pairs. Those whom you have not met for longest come first.
}
button-pair-page = More…
button-all-pairs = All my pairs
pairs-title = My pairs
pairs-more = { $count ->
    [one] And one more pair.
   *[other] And { $count } more pairs.
}
pair-page-title = My pair
home-pair = { $role ->
    [mentor] *{ $partner }*, your mentee
   *[mentee] *{ $partner }*, your mentor
}
home-pair-met = { $rhythm } · { $count ->
    [one] met once, on { $day }
    [2] met twice, last on { $day }
   *[other] met { $count } times, last on { $day }
}
home-pair-not-met = { $rhythm } · not met yet
home-disputed = You logged a session with { $partner } on { $day }; they say that you did not meet. It stays your own record and is not counted.
home-pair-zone = Their time zone: { $zone }

## Promises

home-proposals = *Suggested to you* – each counts only if you accept it
home-promises-mine = *What you promised*
home-promises-theirs = { $count ->
    [one] *What { $partner } promised*
   *[other] *What your partners promised*
}
home-more-promises-mine = { $count ->
    [one] One older promise is open as well; the form has them all.
   *[other] { $count } older promises are open as well; the form has them all.
}
home-more-promises = { $count ->
    [one] One older promise is open as well.
   *[other] { $count } older promises are open as well.
}
home-proposal-by = { $partner } suggests:
home-promise-with = { $words } ({ $partner })
home-promise-suggested = { $words } – your suggestion, not answered yet

## Confidence over time. $role: mentor, mentee or both; $values: numbers from 1 to 5, the oldest first

home-confidence = { $role ->
    [mentor] *How it is going*, as you noted after your sessions
    [mentee] *How confident you feel*, as you noted after your sessions
   *[both] *How it is going*, and how confident you feel, as you noted after your sessions
}
home-confidence-pair = { $role ->
    [mentor] With *{ $partner }*, your mentee
   *[mentee] With *{ $partner }*, your mentor
}
home-confidence-one = { $value } of 5 on { $day }. With the next check-in you see how it moves.
home-confidence-line = { $is_all ->
    [yes] { $start } to { $end }, out of 5: { $values }
   *[no] The last { $shown } of { $count }, { $start } to { $end }, out of 5: { $values }
}
home-confidence-readers = Only you see this.
home-confidence-more = { $count ->
    [one] What you noted in one more pair is in your journal.
   *[other] What you noted in { $count } more pairs is in your journal.
}

## Wins

home-wins = *Wins*
home-wins-empty = Your wins will be here, however small: `/win` and a few words are enough.
home-wins-begin = *Has something gone well?* Keep it in your journal, however small.
# $audience: me, partner, or channel with what has become of the post
home-win-mine = { $day } · { $audience ->
    [me] only you see this
    [channel-asking] waits for a yes from everyone it names
    [channel-agreed] on its way to the celebrations channel
    [channel-posted] in the celebrations channel
    [channel-not_posted] not posted in the channel; you and your partner see this
   *[partner] you and your partner see this
}
home-win-theirs = { $day } · shared by { $author }
home-more-wins = { $count ->
    [one] One earlier win is kept as well.
   *[other] { $count } earlier wins are kept as well.
}

## The organiser's board

board-title = { $programme }: the pairs
board-channel = Celebrations channel: { $channel }. You see that pairs meet, never what they write.
board-no-channel = There is no celebrations channel yet. You see that pairs meet, never what they write.
board-no-pairs = There are no pairs yet. Introduce the first two people to each other.
board-pair-waits = *{ $mentor }* and *{ $mentee }* · { $count ->
    [one] { $people } has yet to accept
   *[other] both have yet to accept
}
board-pair-waits-since = They were asked on { $day }. A word from you may help; you can also take the invitation back.
board-pair-ended = *{ $mentor }* and *{ $mentee }* · ended on { $day }
board-withdraw = Take back
    .title = Take this invitation back?
    .text = Whoever has been asked hears, kindly, that there is no longer anything to answer.
    .yes = Take it back
    .no = Let it wait
board-pair-not-met = *{ $mentor }* and *{ $mentee }* · under way, not met yet
board-pair-met = *{ $mentor }* and *{ $mentee }* · { $count ->
    [one] met once, on { $day }
    [2] met twice, last on { $day }
   *[other] met { $count } times, last on { $day }
}
board-pair-asked = { $met } · I asked them on { $days }
board-more-pairs = { $count ->
    [one] And one more pair.
   *[other] And { $count } more pairs.
}

## Settings

# $celebrations: ask, always or never
home-settings = *Your settings:* { $zone } · working hours { $start } to { $end } · milestones: { $celebrations ->
    [always] may be posted
    [never] stay between you
   *[ask] I ask you each time
}
