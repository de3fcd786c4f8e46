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
