### What organisers read of their programme: that pairs meet, and what was tried; never what anybody wrote.

## The report

report-title = *{ $programme }: how the pairs are doing*
report-rhythm = { $of ->
    [0] • *In rhythm today:* no pair is under way at the moment
    [one] • *In rhythm today:* { $count } of 1 pair under way
   *[other] • *In rhythm today:* { $count } of { $of } pairs under way
}
report-first = { $of ->
    [0] • *First meetings:* no pair has begun in the last six months
   *[other] { $count ->
        [0] • *First meetings:* { $of ->
            [one] the one pair that began in the last six months has not met yet
           *[other] none of the { $of } pairs that began in the last six months has met yet
        }
        [one] • *First meetings:* { $of ->
            [one] the one pair that began in the last six months has met
           *[other] 1 of the { $of } pairs that began in the last six months has met
        }, after { $days ->
            [one] 1 day
           *[other] { $days } days
        }
       *[other] • *First meetings:* { $count } of the { $of } pairs that began in the last six months have met, half of them within { $days ->
            [one] 1 day
           *[other] { $days } days
        }
    }
}
report-nudges = { $of ->
    [0] • *Nudges answered:* none was sent in the last six months
    [one] • *Nudges answered:* { $count } of 1 in the last six months
   *[other] • *Nudges answered:* { $count } of { $of } in the last six months
}
report-chart = Pairs in rhythm, at the end of each month
report-chart-rhythm = In rhythm
report-chart-under-way = Under way
report-head-month = Month
report-head-rhythm = Pairs in rhythm
report-head-first = First meetings
report-head-nudges = Nudges answered
report-month-so-far = { $month }, so far
report-cell = { $of ->
    [0] –
   *[other] { $count } of { $of }
}
report-cell-first = { $met }, median { $days ->
    [one] 1 day
   *[other] { $days } days
}
report-meaning = A pair is *in rhythm* if, on the last day of a month (today, in this one), no more than its rhythm and a week has passed since it met or began; pauses do not count. *First meetings:* how many of the pairs that began in a month have met since, and after how many days (half of them took no longer than the median). *Nudges answered:* with a button, or by doing what they asked.
report-reader = Only you see this message. It counts that pairs meet, never what anybody writes.

## Once a week, to an organiser

week-title = *{ $programme }: what could use a word from you this week*
week-stuck = *They have not met, although I asked them.* Often they only need somebody to ask how it is going.
week-line = • { $line }
week-unanswered = *They have not answered yet.* A word from you may help; you can also take the invitation back.
week-waits = *{ $mentor }* and *{ $mentee }* · asked on { $day }, { $count ->
    [one] { $people } has yet to accept
   *[other] both have yet to accept
}
week-more = { $count ->
    [one] And one more pair, in my Home tab.
   *[other] And { $count } more pairs, in my Home tab.
}
week-deliveries = *Messages that did not arrive*
week-nothing = Nothing of this waits any more. Thank you!
week-why = You get this at most once a week, when something new has come to wait, since you organise { $programme }. It says that pairs meet or do not, never what anybody wrote.
week-off = No more of these
week-is-off = I will not send you the weekly message about { $programme } any more. The board in my Home tab still has all of it.
week-on = Send it again

## What became of messages

deliveries-title = *Messages in this workspace in the last 30 days*
deliveries-delivered = { $count ->
    [0] None has been delivered.
    [one] 1 has been delivered.
   *[other] { $count } have been delivered.
}
deliveries-failed = { $count ->
    [one] 1 could not be delivered:
   *[other] { $count } could not be delivered:
}
deliveries-why-person = • { $count }: whoever it was for has left, or cannot be written to
deliveries-why-place = • { $count }: Slack did not let me into that conversation or channel
deliveries-why-permission = • { $count }: Slack does not permit it; whoever installed me can change that
deliveries-why-content = • { $count }: Slack did not take what I wrote. That is my mistake; the server’s log says more
deliveries-why-slack = • { $count }: Slack could not be reached, or gave no answer, however often I tried
deliveries-why-other = • { $count }: Slack refused, for a reason that the server’s log names
deliveries-in-doubt = { $count ->
    [one] 1 may have arrived or not. I do not send it twice; whoever runs the server decides with `rapport outbox`.
   *[other] { $count } may have arrived or not. I do not send them twice; whoever runs the server decides with `rapport outbox`.
}
deliveries-too-late = { $count ->
    [one] 1 was left out, since its time was over before it could go.
   *[other] { $count } were left out, since their time was over before they could go.
}
