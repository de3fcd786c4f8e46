### How a pair comes to its end, or does not come about after all.

## The form that ends a pair

end-title = End this pair
end-intro = *Your pair with { $partner } would end today.* That is quite all right: nobody asks you why, and no reason is given to anybody.
end-partner = { $partner } hears from me, in kind words and in their working hours, that your pair has ended.
# $count (number): how many organisers there are besides the two
end-organisers = { $count ->
    [0] Whoever organises the pairs sees that it ended.
    [one] { $organisers }, who organises the pairs, learns that it ended, never why.
   *[other] { $organisers }, who organise the pairs, learn that it ended, never why.
}
end-cancels = Your next session, planned for { $day } at { $time }, is cancelled.
end-kept = Your wins and what you wrote stay with you.
# $list: partners where the partner is an organiser too, else others
end-another = Somebody new
    .hint = Read by the organisers: it puts you on their list. { $list ->
        [partners] { $partner } is one of them.
       *[others] { $partner } does not see it.
    }
end-another-choice = I would like another match
end-submit = End this pair
end-close = Keep it

## In App Home

end-open = End this pair…

## To whoever ended it

# $told: partner where the other hears of it, nobody where they ended it too
ended-mine = Your pair with { $partner } has ended. Thank you for the time you gave each other. { $told ->
    [nobody] What you wrote stays with you.
   *[partner] { $partner } hears of it in their working hours, without a reason. What you wrote stays with you.
}
ended-wish = You would like another match: the organisers have it on their list. They get in touch, or introduce you to somebody.
ended-cancelled = Your session on { $day } at { $time } is cancelled.

## To the partner

ended-partner = Your pair with { $partner } has come to an end. Pairs end for many reasons, and it says nothing about you or about what you did together. If you like, thank each other in a message.
ended-kept = Your wins and what you wrote stay with you. If you would like to be in another pair, start in my Home tab.

## To an organiser

ended-organiser = { $mentor } and { $mentee } are no longer a pair. Nobody is asked for a reason.
ended-organiser-wish = { $count ->
    [one] { $people } would like another match, and is on your list.
   *[other] { $people } would like another match, and are on your list.
}
# $pair: begun or proposed
left-organiser = { $pair ->
    [begun] { $person } is no longer in this workspace, so the pair with { $partner } has ended. { $partner } is told in their working hours.
   *[proposed] { $person } is no longer in this workspace, so there will be no pair with { $partner }.
}

## To the partner of somebody who left

left-partner = { $person } is no longer in this workspace, so your pair has come to an end. It says nothing about you or about what you did together.
left-proposed = { $person } is no longer in this workspace, so the two of you will not be a pair. The organiser knows, and can suggest somebody else.

## To somebody whose invitation is taken back

withdrawn-proposal = The organiser has taken back the invitation to be in a pair with { $partner }. Plans change, and it says nothing about you. There is nothing you need to do.
