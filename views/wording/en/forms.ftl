### The forms. A field's message is its label; `.hint` stands beneath it and says who reads what is entered.

form-save = Save
form-cancel = Cancel
form-close = Close

form-pair = Which pair is this about?
# $role: what the person is in that pair
form-pair-choice = { $partner }, { $role ->
    [mentor] your mentee
   *[mentee] your mentor
}

# $whose: own, pair or programme
form-rhythm = { $whose ->
    [own] How often we mean to meet
    [programme] How often pairs mean to meet
   *[pair] How often they mean to meet
}
    .hint = { $whose ->
        [own] { read-by-pair }
        [programme] New pairs start with this. Read by organisers, and by each pair.
       *[pair] Read by both of them.
    }
form-rhythm-days = Or every so many days
    .hint = Leave this empty to keep the rhythm above.
    .placeholder = 10

# $channel: open where there is a celebrations channel, else none
form-audience = Who may see the win?
    .hint = { $channel ->
        [open] A post in the channel waits until everyone it names has seen it and said yes.
       *[none] Nobody else reads it.
    }
# $audience: me, partner or channel
form-audience-choice = { $audience ->
    [me] Only me
    [channel] Everyone in the celebrations channel
   *[partner] { $partner } and me
}

## A check-in

checkin-title = Log a check-in
checkin-edit-title = Edit your check-in
checkin-session = Which session is this?
    .hint = If { $partner } has logged it already, yours joins theirs.
# $day: a date
checkin-session-planned = The one we planned for { $day }
checkin-session-logged = The one { $partner } logged, on { $day }
checkin-session-another = Another one
checkin-asks-again = *Not saved yet.* In the meantime { $partner } has logged a session around this day. Is yours the same one? Say so below, then save again. Everything you wrote is still here.
checkin-clash = *Not saved yet.* In the meantime { $partner } changed this to *{ $theirs }*; you chose *{ $mine }*. Save again to keep yours, or change it below.
checkin-clash-instant = { $day } at { $time }
checkin-about = Your session with { $partner } on *{ $day }*.
checkin-happened-on = When did you meet?
    .hint = You, { $partner } and the organiser see that you met, and when. Everything below may stay empty.
checkin-notes = What we talked about
    .hint = { read-by-pair }
    .placeholder = A line or two is plenty
checkin-my-promises = What I promise to do
    .hint = One per line. { read-by-pair }
checkin-their-promises = What { $partner } could do
    .hint = One per line. { read-by-pair } Each is a suggestion until { $partner } accepts it.
checkin-next-at = When we meet next
    .hint = { read-by-pair } Each of you sees it in their own time zone.
checkin-add-more = Add more
    .hint = Checkpoints to tick off, how it is going, a private reflection, a win. What you typed stays.

checkin-checkpoints = Reached on the way: { $goal }
    .hint = { read-by-pair } It is ticked off your goal; { $partner } hears of it, nobody else does.
checkin-kind = What kind of meeting was it?
    .hint = { read-by-pair }
checkin-feeling = { $role ->
    [mentor] How it is going
   *[mentee] How confident I feel
}
    .hint = { read-by-me }
    .placeholder = From 1 to 5
checkin-feeling-choice = { $role ->
    [mentor] { $feeling ->
        [1] 1 – it is stuck
        [2] 2 – slowly
        [3] 3 – all right
        [4] 4 – well
       *[5] 5 – very well
    }
   *[mentee] { $feeling ->
        [1] 1 – not at all
        [2] 2 – a little
        [3] 3 – somewhat
        [4] 4 – quite
       *[5] 5 – very
    }
}
checkin-question = *A question for you alone:* { $question }
checkin-reflection = A private reflection
    .hint = { read-by-me } It is stored encrypted, with its question, and never posted in Slack.
    .placeholder = An answer, or whatever else is on my mind
checkin-win = A win to celebrate
    .hint = You choose below who reads it.
    .placeholder = However small

## A win

win-title = Celebrate a win
# $readers: chosen or me
win-words = What happened?
    .hint = { $readers ->
        [me] { read-by-me }
       *[chosen] You choose below who reads it.
    }
    .placeholder = However small
win-thanks = Thanks to whom?
    .hint = Read by whoever may see the win. A post in the channel names them only once they have said yes.
    .placeholder = Choose people
win-only-me = *Only you will see this win.* Once you are in a pair, you can share your wins.
win-channel = The celebrations channel is { $channel }.

## Opened on a message in Slack

picked-link = the message
picked-mine = A link to { $message } goes along with what you write. Only those who can read it in Slack can open it.
picked-theirs = *{ $author } wrote this message, so it is not quoted here.* Say it in your own words.
picked-asked = A post in the channel names { $author }, so it also waits for their yes.

widening-title = Share your win

## A new pair

pair-title = Pair two people
pair-intro = Both get an introduction in a direct message, with the other’s name and yours. Nothing starts until both accept.
pair-mentor = Mentor
    .hint = Read by both of them.
    .placeholder = Choose somebody
pair-mentee = Mentee
    .hint = Read by both of them.
    .placeholder = Choose somebody
pair-channel = Celebrations channel
    .hint = Where wins are celebrated, once those they name have agreed. Everyone in the channel reads it. You can leave this for later.
    .placeholder = Choose a channel
pair-submit = Introduce them

## A programme

programme-title = Programme
programme-name = Name
    .hint = Read by everyone you pair.
programme-organisers = Organisers
    .hint = They see that pairs meet, when and how often, never what anybody writes. Read by everyone you pair, and by whoever asks how to join.
    .placeholder = Choose people
programme-channel = Celebrations channel
    .hint = Where wins are celebrated, once those they name have agreed. Everyone in the channel reads it.
    .placeholder = Choose a channel
programme-length = How long a pair runs
    .hint = It counts from the day both accept. Read by organisers.
programme-length-choice = { $months ->
    [one] 1 month
    [12] 1 year
    [24] 2 years
   *[other] { $months } months
}
programme-works-from = Working hours begin at
    .hint = Messages that can wait arrive in working hours, in each person’s own time zone. Everyone can set their own. Read by organisers.
programme-works-until = Working hours end at
    .hint = Read by organisers.
programme-country = Country
    .hint = Messages that can wait stay away on its public holidays. Read by organisers.
    .placeholder = Choose a country
programme-clash = *Not saved yet.* In the meantime another organiser has changed this to *{ $theirs }*; you chose *{ $mine }*. Save again to keep yours, or change it below.
programme-clash-hours = { $start } to { $end }
programme-none = none

## Somebody's own settings

settings-title = Your settings
settings-time-zone = Your time zone is *{ $zone }*. It comes from Slack: to change it, open Slack’s Preferences, then Language & region.
settings-time-zone-unknown = Slack does not say which time zone you are in, so I use *{ $zone }*. To change it, open Slack’s Preferences, then Language & region.
settings-works-from = My working hours begin at
    .hint = Messages that can wait arrive in these hours. { read-by-me }
settings-works-until = My working hours end at
    .hint = { read-by-me }
settings-works-on = My working days
    .hint = { read-by-me }
# $programme: has where the programme has a country, else none; $country (string): its name
settings-country = Public holidays of
    .hint = { $programme ->
        [has] Nothing arrives on them. Empty: those of { $country }, as in your programme. { read-by-me }
       *[none] Nothing arrives on them. Empty: none but weekends, as in your programme. { read-by-me }
    }
    .placeholder = { $programme ->
        [has] { $country }
       *[none] A country
    }
settings-kinds-of-meeting = What Rapport writes to me about meeting
    .hint = Untick what you would rather not get. { read-by-me }
settings-kinds-of-growing = And about what comes of it
    .hint = You hear from me once a day at most, and on three days a week; messages about a session come on top. { read-by-me }
settings-celebrations = When my pair reaches a milestone
    .hint = A post in the celebrations channel also needs a yes from your partner. A win in somebody’s own words always asks you. { read-by-me }
settings-celebrations-choice = { $choice ->
    [always] It may be posted
    [never] Keep it between us
   *[ask] Ask me each time
}
