### What a check-in brings: the writer's summary, the partner's news.

## To the writer. $kind: session, coffee_chat or written

saved-news = { $kind ->
    [coffee_chat] Saved: your coffee chat with { $partner } on { $day }.
    [written] Saved: what you and { $partner } wrote to each other on { $day }.
   *[session] Saved: your session with { $partner } on { $day }.
}
saved-notes = What you talked about · read by you and { $partner }
saved-my-promises = What you promised · read by you and { $partner }
saved-their-promises = What you suggested to { $partner } · read by you both
# $answer: accepted or refused
saved-promise-answered = { $words } – { $answer ->
    [accepted] promised
   *[refused] not this one
}
saved-private = What you kept private is saved too, and only you can read it.
saved-next = { $partner } will hear of it in their working hours, and can add their own side if they have not.

## To the partner

logged-news = { $kind ->
    [coffee_chat] { $partner } logged your coffee chat on { $day }.
    [written] { $partner } logged what you wrote to each other on { $day }.
   *[session] { $partner } logged your session on { $day }.
}
logged-notes = What you talked about, as { $partner } put it · read by you both
logged-promises = What { $partner } promised · read by you both
logged-proposals = { $count ->
    [one] { $partner } suggests a promise to you. It counts only if you accept it.
   *[other] { $partner } suggests { $count } promises to you. Each counts only if you accept it.
}
logged-more-proposals = { $count ->
    [one] One more waits for your answer in my Home tab.
   *[other] { $count } more wait for your answer in my Home tab.
}
logged-question = *How was it for you?* Adding your side takes a minute. A private reflection is for you alone.
logged-added = You have added your side.

promise-accept = I promise
promise-refuse = Not this one
promise-answered = { $answer ->
    [accepted] You promised this.
   *[refused] You said: not this one.
}

next-session = *Next session:* { $day } at { $time }, your time.
