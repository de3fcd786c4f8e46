### Promises: by when, and what became of them.

## A promise in a line. $state: open or open_by; promised or promised_by of one that the reader suggested; done, dropped,
## proposed or refused

promise-line = { $state ->
    [open_by] { $words } – by { $day }
    [promised] { $words } – promised
    [promised_by] { $words } – promised, by { $day }
    [done] { $words } – done
    [dropped] { $words } – dropped
    [refused] { $words } – not this one
   *[open] { $words }
}

## One that the partner suggests

promise-accept = I promise
promise-refuse = Not this one
promise-answered = { $state ->
    [open] You promised this.
    [open_by] You promised this, by { $day }.
    [done] You promised this, and it is done.
    [dropped] You promised this, and dropped it later.
   *[refused] You said: not this one.
}

## The form

button-promises = Update my promises
promises-title = Your promises
promises-intro = What is done or dropped leaves your Home tab and your partner’s. Nobody is sent a message about it.
promises-none = You have no open promises right now. They come with a check-in: whatever you write there as a promise waits in my Home tab, until you say here that it is done or dropped.
promises-none-left = That was all: none of your promises is open, and nothing waits for your answer.
promises-suggested = *Suggested to you* – each counts only if you accept it
promises-suggested-by = { $partner } suggests:
promises-suggested-left = { $count ->
    [one] One more follows once you have answered.
   *[other] { $count } more follow once you have answered.
}
promises-state = { $words }
    .hint = { read-by-pair }
# $state: open, done or dropped
promises-state-choice = { $state ->
    [done] Done
    [dropped] Dropped
   *[open] Still open
}
# $words: the promise, shortened
promises-due = By when? · { $words }
    .hint = { read-by-pair }
promises-no-date = no date
# $state: proposed or refused
promises-other-state = { $state ->
    [proposed] Not answered yet
   *[refused] Not this one
}
promises-clash = *Not saved yet.* You have changed this elsewhere to *{ $there }* in the meantime; here you chose *{ $here }*. Save again to keep what is here, or change it below.
promises-left = { $count ->
    [one] One older promise is open as well.
   *[other] { $count } older promises are open as well.
}
button-promises-left = Show older ones

## What one's partners promised. $state: open, open_by or suggested

button-partner-promises = Read them all
button-older-promises = Older
button-newer-promises = Newer
partner-promises-title = Promised to you
partner-promises-intro = The open promises of your partners, and what you suggested to them. Read by you and whoever made them.
partner-promises-about = { $state ->
    [suggested] { $partner } · your suggestion, not answered yet
    [open_by] { $partner } · by { $day }
   *[open] { $partner }
}
partner-promises-range = { $first } to { $last } of { $count }, the newest first
