### Nudges: what each kind is about, in a phrase of its own.

nudge-kind-first-meeting = A first meeting, while you have not met
nudge-kind-have-not-met = Meeting again, when it has been a while
nudge-kind-before-session = Getting ready, the working day before a session
nudge-kind-hour-before = A reminder an hour before a session
nudge-kind-after-session = Logging a session after its planned end
nudge-kind-promise = Your promises, half-way to their date
nudge-kind-goal = Your goals, near their date and half-way
nudge-kind-agreement = Your agreement, and whether it is still right
nudge-kind-feedback = Feedback you are asked for, and what came of yours
nudge-kind-horizon = The horizon check, on day 30 and half-way
nudge-kind-between-sessions = Something light between two sessions
nudge-kind-wrap-up = The end of a pair, and how to go on
nudge-kind-echo = What came of it, months after the end
