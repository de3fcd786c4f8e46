### Feedback between the two of a pair.

## The choice

feedback-title = Feedback
feedback-waits = *{ $partner } asks you about “{ $about }”.*
feedback-ask = *Ask { $partner } for feedback.* One question about one thing gets the most useful answer.
feedback-give = { $role ->
    [mentor] *Give { $partner } feedback.* A moment that shone, one thing to try, and what you believe they can do.
   *[mentee] *Give { $partner } feedback.* What helps you, and what would help more. Mentors seldom hear it.
}
button-ask-feedback = Ask for it
button-give-feedback = Give feedback
button-answer-request = Answer

## The form that asks

feedback-ask-title = Ask for feedback
feedback-ask-intro = One specific question about one specific thing: { $partner } can then say something you can use.
feedback-about = What is it about?
    .hint = { read-by-pair } One thing that { $partner } saw or read, such as “my talk on Tuesday” or “the design note I sent you”.
    .placeholder = My talk on Tuesday
feedback-question = What would you like to know?
    .hint = { read-by-pair } Rather than “How was it?”, try “Where did you lose the thread?” or “What would you have cut?”
    .placeholder = Where did you lose the thread?
feedback-ask-submit = Ask

## To whoever asked. $about is what they called it, in their own words

feedback-ask-saved = You asked { $partner } for feedback about “{ $about }”:
feedback-became-open = { $partner } reads it in their working hours. You hear from me either way.
feedback-became-declined = { $partner } cannot answer this one.
feedback-became-answered = { $partner } has answered.
feedback-declined = { $partner } cannot give you feedback about “{ $about }” this time. That says nothing about you or your work; another question, or another moment, may fit better.

## To whoever is asked

feedback-asked = 💬 *{ $partner } asks for your feedback about “{ $about }”:*
feedback-asked-next = Read by the two of you. Declining needs no reason; { $partner } is told kindly.
feedback-asked-put-off = It waits for you here and in my Home tab. { $partner } is not told.
feedback-asked-declined = You declined, and { $partner } was told kindly, without a reason.
feedback-asked-answered = You have given { $partner } your feedback. Thank you.
feedback-asked-over = You and { $partner } are no longer a pair, so there is nothing you need to do.
feedback-after-all = Give it after all
button-later = Later
button-decline-request = Decline

## The form that gives

feedback-give-title = Give feedback
feedback-answers = *{ $partner } asks about “{ $about }”:*
feedback-answers-any = Answer in whichever of these fits; the others can stay empty.
feedback-mentor-shone = A moment that shone
    .hint = { read-by-pair } When was it, and what did you see them do? “In Tuesday’s demo you stopped, and asked Ana what she would miss.”
    .placeholder = What you saw
feedback-mentor-differently = One thing to try differently
    .hint = { read-by-pair } As a question or a suggestion: “What if you opened with the result?” Leave it empty if there is none.
    .placeholder = What if you …?
feedback-belief = What I believe you can do
    .hint = { read-by-pair } “You could run the next review on your own.”
    .placeholder = You could …
feedback-mentee-shone = What helps me
    .hint = { read-by-pair } When was it, and what did they do? “Last time you let me find the answer myself, and I did.”
    .placeholder = A moment that helped
feedback-mentee-differently = What would help more
    .hint = { read-by-pair } “It would help me to hear where you got stuck yourself.” Leave it empty if there is nothing.
    .placeholder = It would help me …
feedback-next = { $partner } reads it in their working hours, and nobody else does.
feedback-give-submit = Send it

## What is missing, asked for once. $by: mentor or mentee

feedback-gap-no-example = { $by ->
    [mentor] *Is there a moment you are thinking of?* When it was, and what you saw, tells them what to do again; praise on its own does not.
   *[mentee] *Is there a moment you are thinking of?* When it was, and what they did, tells them what to do again; thanks on their own do not.
}
feedback-gap-no-suggestion = *Could it be a question or a suggestion?* “What if you …?” or “Next time you could …” leaves the choice with them.
feedback-all-the-same = Nothing has been sent yet, and what you typed is here. You can also send it just as it is.

## To whom it was given. $asked: yes or no; $about: then what they had asked about

feedback-received = { $asked ->
    [yes] 🌱 *{ $partner } answers your question about “{ $about }”:*
   *[no] 🌱 *{ $partner } has feedback for you:*
}
feedback-readers = Read by you and { $partner } alone.

## To whoever gave it

feedback-saved = { $asked ->
    [yes] Your feedback to { $partner } about “{ $about }” is on its way:
   *[no] Your feedback is on its way to { $partner }:
}
feedback-saved-next = { $partner } reads it in their working hours, and nobody else does.

## What the receiver says of it. $reaction: fits, not-for-me or thanks

button-fits = This fits
button-not-for-me = Not for me
button-thanks = Thank you
button-meaning = What did you mean?
button-follow-up = Tell what came of it
feedback-i-said = { $reaction ->
    [fits] You said that this fits; { $partner } sees it. You can change your mind.
    [not-for-me] You said that this is not for you; { $partner } sees it. You can change your mind.
   *[thanks] You said thank you; { $partner } sees it.
}
feedback-they-said = { $reaction ->
    [fits] ✅ *{ $partner } says that this fits.*
    [not-for-me] *{ $partner } has read it and finds that it is not for them.* Feedback is an offer, and theirs to weigh.
   *[thanks] 🙏 *{ $partner } says thank you.*
}
feedback-i-did = *What you did with it*, which { $partner } reads too:
feedback-they-did = *What { $partner } did with it:*

## What did you mean?

feedback-meaning-title = What did you mean?
feedback-said = *{ $partner } wrote:*
feedback-meaning = What would you like to understand?
    .hint = { read-by-pair } { $partner } can answer with a line.
    .placeholder = Which moment do you have in mind?
feedback-send = Send it
feedback-unclear = 💬 *{ $partner } would like to know what you meant:*
feedback-unclear-about = It is about this feedback:
feedback-unclear-replied = *Your answer*, which { $partner } reads too:
button-reply = Answer
feedback-reply-title = What I meant
feedback-wondered = *{ $partner } asks what you meant:*
feedback-reply = What did you mean?
    .hint = { read-by-pair } An example helps most: when, and what you saw.
    .placeholder = I was thinking of …
feedback-explained = 💬 *{ $partner } answers what you asked about their feedback:*
feedback-explained-asked = You had asked:

## What came of it

feedback-follow-up-title = What came of it
feedback-follow-up = What did you do with it?
    .hint = { read-by-pair } A try that went wrong counts, and so does leaving it. { $partner } learns what their words were good for.
    .placeholder = I tried it on Monday, and …
feedback-came-of-it = 🌿 *{ $partner } tells you what came of your feedback:*

## Its parts

feedback-part-mentor-shone = *A moment that shone*
feedback-part-mentor-differently = *One thing to try differently*
feedback-part-mentee-shone = *What helps me*
feedback-part-mentee-differently = *What would help more*
feedback-part-mentor-belief = *What I believe you can do*

## In App Home

home-feedback = { $partner } asks for your feedback about “{ $about }”
home-more-feedback = { $count ->
    [one] One more request follows once this is answered.
   *[other] { $count } more requests follow once this is answered.
}

## A button in the menu

button-feedback = Feedback
