### What somebody brings to the next session with their partner.

## The form

agenda-title = Bring to next session
agenda-words = What would you like to talk about?
    .hint = { read-by-pair } It waits in your Home tab and in theirs, and either of you can take it off.
    .placeholder = A line or two is plenty

## To whoever brought it

agenda-kept = Saved for your next session with { $partner }:
agenda-kept-for = Saved for your next session with { $partner }, on { $day } at { $time }:
agenda-readers = You and { $partner } see it in my Home tab until you have met.
agenda-discussed = This was on the list for your session with { $partner }. If there is more to say, bring it to the next one:
agenda-off = It is off the list for your next session with { $partner }.
button-take-off = Take it off
button-agenda = Bring to next session

## In App Home

home-agenda = *For your next session*
home-agenda-mine = You brought this, for { $partner } and you
home-agenda-both = From your horizon check, for { $partner } and you
home-agenda-theirs = { $author } brought this, for the two of you
home-agenda-more = { $count ->
    [one] One more is on the list; it follows once these are talked about.
   *[other] { $count } more are on the list; they follow once these are talked about.
}
