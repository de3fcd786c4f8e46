### What is to come, as whoever looks ahead at it is told. $partner: whom the receiver is in a pair with.

upcoming-first-meeting = Question about a first meeting with { $partner }
upcoming-have-not-met = Question about meeting { $partner } again
upcoming-before-session = Reminder before the session with { $partner }
upcoming-hour-before = Reminder an hour before the session with { $partner }
upcoming-after-session = Question how the session with { $partner } went
upcoming-promise = Reminder of a promise in the pair with { $partner }
upcoming-between-sessions = Light question between two sessions with { $partner }
upcoming-wrap-up = The time with { $partner } nears its end
upcoming-echo = Question what came of the time with { $partner }
upcoming-asked-again = Invitation to a pair with { $partner }, once more
upcoming-news = News that waits for their working hours
