### Why a nudge came, and how to have less of them.

## The line at the foot of a message. $rhythm: as in "every two weeks"

nudge-why-first-meeting = You get this because you and { $partner } accepted to be a pair and have not met yet.
nudge-why-have-not-met = You get this because you and { $partner } mean to meet { $rhythm }.
nudge-why-before-session = You get this because you and { $partner } planned a session.
nudge-why-hour-before = You get this because you asked for it in your settings.
nudge-why-after-session = You get this because you and { $partner } planned a session.
nudge-why-promise = You get this because your promise has a date.
nudge-why-goal = You get this because of your goals with { $partner }.
nudge-why-agreement = You get this because an agreement says what you and { $partner } expect of each other.
nudge-why-feedback = You get this because of feedback between you and { $partner }.
nudge-why-horizon = You get this because you and { $partner } have been a pair for a while.
nudge-why-between-sessions = You get this half-way between two sessions with { $partner }.
nudge-why-wrap-up = You get this because your time with { $partner } comes to its end.
nudge-why-echo = You get this because you and { $partner } were a pair.
nudge-why-several = You get these today because each has its day, and one message is enough.

## Its menu

nudge-menu-why = Why am I seeing this?
nudge-menu-later = Not now: ask again in a few days
nudge-menu-no-more = No more of these
nudge-menu-no-more-of = No more: { $what }

## The answer to "Why am I seeing this?"

nudge-why-title = Why am I seeing this?
nudge-rule-first-meeting = You and { $partner } both accepted, and no session has been planned or logged. I ask the two of you after 3, 7 and 10 days; then I stay quiet, and your organiser sees that you have not met yet and when I asked.
nudge-rule-have-not-met = You and { $partner } mean to meet { $rhythm }. When that time and three working days have passed and nothing is planned, I ask you both, and once more later; then I stay quiet, and your organiser sees that you have not met and when I asked. Of what you answer they see only what you choose to tell them.
nudge-rule-before-session = You and { $partner } planned a session. On the working day before, both of you get what helps to prepare it: your open promises and checkpoints, what you two want to talk about, and a question to open with.
nudge-rule-hour-before = You asked in your settings for a message an hour before each session.
nudge-rule-after-session = You and { $partner } planned a session. Half an hour after its planned end I ask you both how it went, that day only.
nudge-rule-promise = You gave one of your promises to { $partner } a date. Half-way to it I ask you once. { $partner } is not told.
nudge-rule-goal = You and { $partner } have goals in common. I ask you both a week before a goal’s date and the day after it, unless one of you has said since what is to become of it; and half-way through your time together I ask you both to look at all of them.
nudge-rule-agreement = A week after you and { $partner } began, I ask you both for an agreement if there is none. Once you have one, I ask every eight weeks whether it is still right; what { $partner } proposes I remind you of after a week, then every eight weeks.
nudge-rule-feedback = When { $partner } has asked you for feedback and two working days have passed, I ask you once. When you were given some, I ask you once after two weeks what came of it. { $partner } is not told that I asked.
nudge-rule-horizon = On day 30 of your time with { $partner }, and half-way, I ask each of you the same five questions, alone. What either of you does with that, the other does not see; once you have both answered, you both get the same message.
nudge-rule-between-sessions = You and { $partner } mean to meet { $rhythm }. Half-way between two sessions I write to one of you, and the next time to the other.
nudge-rule-wrap-up = Your time with { $partner } has an end. I ask you both two weeks before whether you would like to go on, and write once more on the last day.
nudge-rule-echo = You and { $partner } were a pair until its end. I ask you both after 3, 6 and 12 months what came of it.
nudge-why-budget = *How often:* at most one such message a day and three a week, in your working hours. Only what is about a planned session comes at its own time. If you leave two of a kind unanswered, that kind stays quiet for a month.
nudge-why-settings = *Less of it:* “Not now” and “No more of these” are in the same menu. Which kinds you get, and your working hours, are in your settings: `/mentoring settings`.
