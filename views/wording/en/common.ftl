### What several views say.

product = Rapport

# $days (number): how often a pair means to meet
rhythm = { $days ->
    [1] Every day
    [7] Every week
    [14] Every two weeks
    [30] Every month
   *[other] Every { $days } days
}

# The same within a sentence: "You mean to meet every two weeks."
rhythm-in-a-sentence = { $days ->
    [1] every day
    [7] every week
    [14] every two weeks
    [30] every month
   *[other] every { $days } days
}

# $kind: session, coffee_chat or written
session-kind = { $kind ->
    [coffee_chat] A coffee chat
    [written] In writing
   *[session] A session
}

## Who reads what, said beside every field

read-by-me = Read by you alone.
read-by-pair = Read by you and { $partner }.

## Buttons that stand in several places

button-check-in = Log a check-in
button-log-first = Log our first session
button-add-my-side = Add my side
button-win = Celebrate a win
button-edit = Edit
button-settings = Settings
button-privacy = Who reads what
button-pair = Pair two people
button-programme = Programme settings
button-report = How it is going

## Words within sentences

the-channel = the celebrations channel
somebody = somebody

## Several pieces of news in one message

merged-greeting = Here is what is new:

## When something unexpected goes wrong. $id is in the log as well.

failure = Something went wrong on my side, so this was not done. Whatever you saved before is safe. Please try again in a moment; if it happens again, tell whoever runs Rapport the code { $id }.
    .form = Something went wrong on my side, so this is not saved yet. What you typed is still here: please try again in a moment. If it happens again, tell whoever runs Rapport the code { $id }.
    .saving = This is taking longer than usual; your entries are still here. Please save again in a moment: nothing is saved twice.
