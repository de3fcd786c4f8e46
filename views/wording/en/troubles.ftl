### Something is not working in a pair: what the one who says so is offered, and who hears of it.

trouble-title = Something not working
trouble-intro = That happens in good pairs, too. Here is what may help with { $partner }. Nobody is told anything unless it says so here.
trouble-no-time = *I have no time.* Let the pair rest for a while, or meet less often. { $partner } is told what you choose, never why.
trouble-no-reply = *{ $partner } does not reply.* On one of the next working days I ask them whether you will meet, in the words that everybody gets who has not met. Nothing says that it comes from you; only you know.
    .button = Ask them
trouble-no-fit = *We are not a good fit.* End the pair, and say there if you would like another match. { $partner } and whoever organises learn that it ended, never why.
trouble-differ = *We may see it differently, and neither of us says so.* The horizon check asks each of you five questions, alone. Where you two differ, you both get the same way to begin a conversation, and never what anybody said.
    .button = Horizon check
trouble-talk = { $count ->
    [one] *I would rather talk to { $organisers }.* They organise the pairs, and hear of it only if you write to them here: what you write, and nothing else. { $partner } does not.
   *[other] *I would rather talk to { $organisers }.* They organise the pairs, and hear of it only if you write to them here: what you write, and nothing else. { $partner } does not.
}
    .button = Ask to talk…
trouble-nobody-to-ask = *I would rather talk to the organiser.* Nobody but the two of you organises this pair, so there is nobody I could tell.
trouble-advice = *Just some advice.* A few things to try. You only read them; nothing is noted.
    .button = Read it

## Once it is done

no-reply-noted = Thank you for saying so. On one of the next working days { $partner } hears from me what everybody hears who has not met for a while. Nothing says that it comes from you.
no-reply-planned = You and { $partner } have planned to meet on { $day } at { $time }, so I ask nobody anything for now. If that comes to nothing, tell me once more.

## A word with the organiser

talk-title = Talk to the organiser
talk-intro = { $count ->
    [one] { $organisers } hears, in their working hours, that you would like to talk about your pair with { $partner }, and gets in touch with you.
   *[other] { $organisers } hear, in their working hours, that you would like to talk about your pair with { $partner }, and get in touch with you.
}
talk-words = What is it about?
    .hint = You may leave this empty. Read by { $organisers }, in a message from me and on their list for two weeks; never by { $partner }.
talk-submit = Tell them
talk-saved = { $count ->
    [one] { $organisers } hears in their working hours that you would like to talk, and gets in touch with you. Nobody else is told.
   *[other] { $organisers } hear in their working hours that you would like to talk, and get in touch with you. Nobody else is told.
}
talk-asked = *{ $person } would like to talk to you* about the pair with { $partner }.
talk-asked-next = Please get in touch with { $person } soon, and keep it between you: { $partner } has not been told.
board-talk-title = *Would like to talk to you*
board-talk = *{ $person }*, about the pair with { $partner } · since { $day }. { $partner } has not been told.

## Advice

advice-title = What may help
advice-intro = A few things to try:
advice-words = *We run out of things to talk about.* Bring one small, real thing from your week, however unfinished: a message you hesitate to send, a choice you put off. “What have you tried, and what happened?” carries half an hour.
advice-one-sided = *It feels one-sided.* Say what you would like more of, in one sentence and about the future: “Next time I would like to hear how you would do it.” Take turns in opening the session.
advice-unsure = *I am not sure that I am any good at this.* Ask: “What was useful last time, and what could I leave out?” The answer may surprise you. Nobody needs the right answer; listening well is most of it.
advice-different = *We see things differently.* That can be the best part. Say first what you heard, then how you see it, then ask what you may be missing. You need not agree in the end.
advice-moved = *We keep moving our sessions.* Make them shorter before you make them rarer: 25 minutes at a fixed time are easier to keep than an hour somewhere. Or meet less often for a while, and say so.
