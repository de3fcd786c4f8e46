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
report-meaning = A pair is *in rhythm* if, on the last day of a month (today, in this one), no more than its rhythm and { $grace } days have passed since it met or began; pauses do not count. *First meetings:* how many of the pairs that began in a month have met since, and after how many days (half of them took no longer than the median). *Nudges answered:* with a button, or by doing what they asked.
report-reader = Only you see this message. It counts that pairs meet, never what anybody writes.
