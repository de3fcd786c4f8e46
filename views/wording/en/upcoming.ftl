### What is to come, as whoever looks ahead at it is told. $partner: whom the receiver is in a pair with.

upcoming-first-meeting = Suggestion to arrange a first meeting with { $partner }
upcoming-have-not-met = Suggestion to meet { $partner } again
upcoming-before-session = Reminder before the session with { $partner }
upcoming-hour-before = Reminder an hour before the session with { $partner }
upcoming-after-session = Question after the session with { $partner }
upcoming-promise = Reminder of a promise in the pair with { $partner }
upcoming-goal = Question about a goal in the pair with { $partner }
upcoming-agreement = Question about the agreement with { $partner }
upcoming-feedback = Reminder of feedback in the pair with { $partner }
upcoming-horizon = Horizon check, of the pair with { $partner }
upcoming-between-sessions = Light question between sessions with { $partner }
upcoming-wrap-up = How to go on with { $partner }, as the end comes near
upcoming-echo = Question about what came of the time with { $partner }
upcoming-asked-again = Invitation to a pair with { $partner }, once more
upcoming-news = News that waits for their working hours
upcoming-week = What waits for organisers, once a week
