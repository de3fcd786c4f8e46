### How a pair comes about.

## The introduction, to each of the two. The first line is what a notification shows.

introduction-news = { $by ->
    [reader] { $role ->
        [mentor] 👋 You would like to mentor *{ $partner }*, as part of { $programme }.
       *[mentee] 👋 You would like *{ $partner }* to be your mentor, as part of { $programme }.
    }
    [partner] { $role ->
        [mentor] 👋 *{ $partner }* would like you to be their mentor, as part of { $programme }.
       *[mentee] 👋 *{ $partner }* would like to be your mentor, as part of { $programme }.
    }
   *[other] { $role ->
        [mentor] 👋 { $organiser } would like you to mentor *{ $partner }*, as part of { $programme }.
       *[mentee] 👋 { $organiser } would like *{ $partner }* to be your mentor, as part of { $programme }.
    }
}
introduction-what = I am Rapport. I help pairs to keep meeting, to remember what they promised each other, and to celebrate what goes well. The two of you would meet { $rhythm }.
introduction-readers = *Who reads what:* what you write about a session is for you and { $partner }. What you mark as private is for you alone. The organisers see that you meet and how often, never what you say. Nothing reaches a channel without your yes.
introduction-question = *Would you like to?* Nothing starts until you both accept. If it is not right for you, just decline; you need not say why.
introduction-accept = Accept
introduction-decline = Decline
    .title = Decline this pair?
    .text = { $partner } and the organiser will hear that it does not come about. Nobody is given a reason.
    .yes = Decline
    .no = Think it over
introduction-waits = *You accepted.* As soon as { $partner } has accepted too, you will both hear from me.
introduction-begun = *You have both accepted:* your pair with { $partner } is under way.
introduction-over = This invitation is closed. Nobody is given a reason, and there is nothing you need to do.

## The same question once more, to whoever has not answered after three working days

asked-again-news = { $by ->
    [reader] { $role ->
        [mentor] 👋 You would like to mentor *{ $partner }*, as part of { $programme }, and it waits for your answer.
       *[mentee] 👋 You would like *{ $partner }* to be your mentor, as part of { $programme }, and it waits for your answer.
    }
    [partner] { $role ->
        [mentor] 👋 *{ $partner }* would like you to be their mentor, as part of { $programme }, and it waits for your answer.
       *[mentee] 👋 *{ $partner }* would like to be your mentor, as part of { $programme }, and it waits for your answer.
    }
   *[other] { $role ->
        [mentor] 👋 { $organiser } would like you to mentor *{ $partner }*, as part of { $programme }, and it waits for your answer.
       *[mentee] 👋 { $organiser } would like *{ $partner }* to be your mentor, as part of { $programme }, and it waits for your answer.
    }
}
asked-again-why = I asked you some days ago, and I ask only this once more. Either answer is fine: if it is not right for you, just decline; you need not say why.

## A pair that does not come about, and one that does

declined-partner = You and { $partner } will not be a pair this time. Often it is simply a matter of time, and it says nothing about you. The organiser knows, and can suggest somebody else.
declined-organiser = { $mentor } and { $mentee } will not be a pair this time. Nobody is asked for a reason. Whenever you like, introduce each of them to somebody else.
agreed = { $mentor } and { $mentee } have both accepted. Their pair is under way, and I have introduced them to each other.

started-group = 🤝 { $mentor } and { $mentee }, you have both accepted: your mentoring pair begins today, with { $mentor } as the mentor.
    .place = I use this conversation only for what you have both asked for. Whatever is personal stays in each one’s own messages with me.
started-alone = 🤝 You have both accepted: your mentoring pair begins today. { $mentor } is the mentor, { $mentee } the mentee. Click on your partner’s name to say hello.
    .place = Your partner has the same message in their own conversation with me.
started-begin = *A way to begin:* find an hour that suits you both, and tell each other what you hope for. You mean to meet { $rhythm }. Afterwards one of you logs it with `/checkin`, which takes a minute.
