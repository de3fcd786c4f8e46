### The question bank: conversation cards by stage. Each is a question to open with, its subject, and one way to begin.
### Both of a pair read the same, so every card has to be fit to be asked by either.

## Somebody looks for a card: what is it about?

button-card = A question to talk about
card-title = A conversation card
card-about = *What is it about?* You get a question, and a way to begin.
card-about-readers = What you choose here is for you alone; { $partner } is not told that you looked.
situation-stuck = The same subject comes back, or nothing moves.
    .button = Stuck
situation-self-doubt = I doubt myself, and it gets in the way.
    .button = Self-doubt
situation-pace = One of us would like more, or sooner, than the other.
    .button = Different pace
situation-half-way = Time to look at what this has become.
    .button = Half-way
situation-goodbye = We are coming to the end, and would like to end well.
    .button = Goodbye
situation-light = An hour without a problem to solve.
    .button = Something light

## The card

card-shown = *{ $question }*
card-shown-begin = One way to begin: { $begin }
card-another = Another one
card-about-else = About something else
card-readers = If you bring it, { $partner } sees this question on your list, brought by you, and nothing else. “Just for me” tells nobody.
card-bring = Bring it to the session
card-keep = Just for me

## The first session

bank-first-1 = Half a year from now, what would make each of you say that this was worth it?
    .subject = What would make it worth it
    .begin = One sentence each. Then ask the other how they would notice it on an ordinary Tuesday.
bank-first-2 = When did you last do really good work, and what was around you that made it possible?
    .subject = How you work best
    .begin = Tell of the place and the people before you tell of the result.
bank-first-3 = When somebody sees you going wrong, how do you want them to tell you?
    .subject = How you like to hear things
    .begin = Each of you recalls a remark that reached you, and how it was said.
bank-first-4 = What made you say yes to this?
    .subject = What brought you here
    .begin = Start with the day on which you decided, and with the doubt that you had.
bank-first-5 = What should this not turn into?
    .subject = What to keep out of it
    .begin = Think of an hour with somebody that was a waste. What happened in it?
bank-first-6 = Which turn in your working life had nobody planned, and where did it take you?
    .subject = The road so far
    .begin = Whoever has been at it longer goes first, and leaves in what went wrong.
bank-first-7 = What do people tend to get wrong about you at first?
    .subject = Who you are behind the title
    .begin = Say what they see, then what they miss.

## Getting to know each other

bank-early-1 = What is taking up more of your head than it should?
    .subject = What is on your mind
    .begin = Two minutes without a word from the other, who then says back what they heard.
bank-early-2 = What did you try since you last met, and what surprised you?
    .subject = Something you tried
    .begin = Begin with what you had expected to happen.
bank-early-3 = What are you good at that hardly anybody here knows of?
    .subject = Hidden strengths
    .begin = If it is hard to say of yourself: what do people come to you for?
bank-early-4 = Where do you hold back, and what would happen if you did not?
    .subject = Holding back
    .begin = Take one meeting of the last two weeks. What did you not say in it?
bank-early-5 = Whom do you watch in order to learn, and what is it that they do?
    .subject = People you learn from
    .begin = Describe one thing they did the way a camera would have seen it.
bank-early-6 = What do you say yes to, though you would rather say no?
    .subject = Saying no
    .begin = Open last week’s calendar and pick one entry.
bank-early-7 = What is the best advice that you never followed?
    .subject = Advice
    .begin = Say why you did not. There was a good reason, and it is worth hearing.

## Under way

bank-under-way-1 = What do you see about your work now that you could not see when you two began?
    .subject = What has changed
    .begin = Take something that was hard in the first month, and look at it again.
bank-under-way-2 = Which decision is in front of you, and what makes it hard?
    .subject = A decision
    .begin = Say which way you lean before you give the reasons. For ten minutes the other only asks.
bank-under-way-3 = What would you stop doing if nobody noticed for a month?
    .subject = What to stop
    .begin = Each names the three things that took up most of last week.
bank-under-way-4 = When were you last proud of something that nobody saw?
    .subject = Work that nobody sees
    .begin = Tell it as if the other had never heard of your job.
bank-under-way-5 = Which conversation are you putting off?
    .subject = A conversation you put off
    .begin = Say its first sentence out loud, here. The other answers as that person would.
bank-under-way-6 = Which mistake taught you most in the last year?
    .subject = A useful mistake
    .begin = Whoever has made more of them goes first.
bank-under-way-7 = If one hour a week belonged to you alone, what would you do with it?
    .subject = Your time
    .begin = Then look at what stands in its place this week.
bank-under-way-8 = What do you know about your work that your manager does not?
    .subject = What is not seen from above
    .begin = Decide together whether they should know, and how you would say it.
bank-under-way-9 = Whose door would you like opened, and what would you say once you are inside?
    .subject = Doors
    .begin = Name the person. The other says whether they know somebody who knows them.
bank-under-way-10 = What are you getting better at that you are not good at yet?
    .subject = Getting better
    .begin = Say what gives it away: what takes you less time, or less courage, than three months ago?
bank-under-way-11 = What would you try if it could never go wrong in public?
    .subject = A safe place to try
    .begin = Find a version of it small enough that only you two would know.
bank-under-way-12 = What have you changed your mind about lately?
    .subject = Changing your mind
    .begin = Say what you thought before, as fairly as you can, and what tipped it.

## Half-way

bank-half-way-1 = What do you do differently today because of these months?
    .subject = Looking back
    .begin = Name one thing about yourself, and one that you noticed in the other.
bank-half-way-2 = Which of your goals still pulls you, and which do you carry only because it is written down?
    .subject = Your goals
    .begin = Read them aloud, one after the other. You may let one go.
bank-half-way-3 = Which of your sessions was the best one, and what made it so?
    .subject = How you meet
    .begin = Both write down which before either tells. Then plan the next one like it.
bank-half-way-4 = What have you not brought here yet?
    .subject = What was left out
    .begin = You need not bring it today. Say only what would make it easier.
bank-half-way-5 = If only the second half counted, what would you use it for?
    .subject = The second half
    .begin = Choose one thing, and put a day to its first step.
bank-half-way-6 = What does each of you get out of this, and what would you like more of?
    .subject = Give and take
    .begin = Start with something that you got and had not expected.

## Saying goodbye

bank-goodbye-1 = Which sentence from these months do you still hear?
    .subject = What stays
    .begin = Each brings one, and says where you were when it helped.
bank-goodbye-2 = What can you do now that you could not when you began, and who would confirm it?
    .subject = How far you have come
    .begin = Go back to your first session. What did you ask for then?
bank-goodbye-3 = What would you tell somebody who starts where you started?
    .subject = To whoever comes next
    .begin = Three sentences at most, as if they had to fit on a postcard.
bank-goodbye-4 = What is still open, and who could help with it?
    .subject = What is unfinished
    .begin = Before you part, put a person’s name to each open thing.
bank-goodbye-5 = What would each of you do differently from the start?
    .subject = Another time
    .begin = Begin with yourself; only then say what you would have liked from the other.
bank-goodbye-6 = How would you like to stay in touch, if at all?
    .subject = Afterwards
    .begin = Say what you would really do, not what would be nice. One message in half a year is a good promise.
bank-goodbye-7 = What did the other do that helped you, though they may not know it?
    .subject = Thanks
    .begin = Name the day, the words, and what you did next.

## Stuck

bank-stuck-1 = What have you two been talking around?
    .subject = What goes unsaid
    .begin = Each writes down one sentence. Then read them to each other.
bank-stuck-2 = What is the smallest thing that could be different by next week?
    .subject = The next small step
    .begin = Cut it in half, and then once more, until it fits into twenty minutes.
bank-stuck-3 = What have you tried already, and what did each try tell you?
    .subject = What you have tried
    .begin = List the tries without judging any. Only then ask what they have in common.
bank-stuck-4 = Who would see this quite differently, and what would they say?
    .subject = Somebody else’s eyes
    .begin = Pick a real person, and speak as that person for five minutes.
bank-stuck-5 = What is good about leaving it as it is?
    .subject = What holds it in place
    .begin = Take the question seriously: there is always something. Then ask what it costs.
bank-stuck-6 = How could you two meet differently, just for once?
    .subject = How you meet
    .begin = Walk instead of sitting, half an hour instead of a whole one, or one piece of real work on the table.
bank-stuck-7 = Do you need an idea right now, or somebody to think with?
    .subject = Advice or company
    .begin = Say which before you say what it is about. The other keeps to it for ten minutes.

## Self-doubt

bank-self-doubt-1 = What would a fair witness say about how you did this month?
    .subject = A fair witness
    .begin = Tell only what a camera could have seen. What it means comes afterwards.
bank-self-doubt-2 = What does the doubt say, word for word?
    .subject = The voice
    .begin = Say its sentence out loud, and ask whose voice that is.
bank-self-doubt-3 = When were you out of your depth, and it went well all the same?
    .subject = Out of your depth
    .begin = Whoever mentors goes first, with a time when it could have gone either way.
bank-self-doubt-4 = Whom do you compare yourself with, and what do you not see of them?
    .subject = Comparing
    .begin = Then compare yourself, for five minutes, with who you were a year ago.
bank-self-doubt-5 = What would good enough look like here, and who would notice the difference?
    .subject = Good enough
    .begin = Take one piece of work that you cannot let go of, and say when it is done.
bank-self-doubt-6 = What have you not asked for because you think you should manage alone?
    .subject = Asking for help
    .begin = Name the person and the question, and write the message together.

## Different pace

bank-pace-1 = How far apart should two sessions be, if neither of you had to be polite?
    .subject = How often you meet
    .begin = Both write down a number of weeks, and show it at the same moment.
bank-pace-2 = What is going faster than you would like, and what slower?
    .subject = Faster and slower
    .begin = One example each, from the last month.
bank-pace-3 = What can each of you really do between two sessions, in an ordinary week?
    .subject = Between two sessions
    .begin = Look at next week’s calendar first. Then promise half of what comes to mind.
bank-pace-4 = Where do you want to be pushed, and where left alone?
    .subject = Push or patience
    .begin = One of each from both of you. It may differ from subject to subject.
bank-pace-5 = How can each of you tell that the other has had enough for today?
    .subject = Enough for today
    .begin = Say what you do yourself when it gets too much: you know it best.
bank-pace-6 = What does “soon” mean to each of you?
    .subject = What “soon” means
    .begin = Take one thing that is agreed, and both say a date. Talk about the gap, not about who is right.

## Something light

bank-light-1 = What made you laugh at work lately?
    .subject = Something that was fun
    .begin = Take a coffee each. No list, no notes.
bank-light-2 = What could you talk about for an hour without preparing?
    .subject = What you know by heart
    .begin = Ten minutes each. The other only asks.
bank-light-3 = Which small thing made a day better this month?
    .subject = Small good things
    .begin = The smaller it is, the better.
bank-light-4 = At the age of ten, what did you want to become, and what is left of it?
    .subject = At the age of ten
    .begin = Start with what you played when nobody told you what to play.
bank-light-5 = Where do you go when you want to think?
    .subject = Places to think
    .begin = If you can, have this session there, or on a walk.
bank-light-6 = What have you read, watched or listened to that you would pass on?
    .subject = Something to pass on
    .begin = Each brings one thing, and one sentence on why.

## To a mentor: something of their own to tell first, by stage

struggle-first = { $number ->
    [1] *One thing from you:* something that was hard for you when you began. It makes it easier for { $partner } to be open.
    [2] *One thing from you:* what you got wrong in your first year, and who noticed. { $partner } may be afraid of just that.
   *[other] *One thing from you:* what you would have needed to hear back then, and nobody said. { $partner } may need it now.
}
struggle-early = { $number ->
    [1] *One thing from you:* a time when you did not know what to do, and what came of it. { $partner } will find it easier to tell theirs.
    [2] *One thing from you:* advice you gave that turned out wrong. It leaves { $partner } free to think for themselves.
   *[other] *One thing from you:* a day on which you wanted to give it all up, and what made you stay.
}
struggle-under-way = { $number ->
    [1] *One thing from you:* something that you struggle with right now. { $partner } learns from seeing how you think about it.
    [2] *One thing from you:* a decision that you would take back, and when you noticed.
   *[other] *One thing from you:* something for which you still ask others for help, and how you ask.
}
struggle-half-way = { $number ->
    [1] *One thing from you:* what you would do differently if these months began again.
    [2] *One thing from you:* a moment in which you found it hard to be the mentor here. { $partner } has probably had one, too.
   *[other] *One thing from you:* a goal of your own that you let go of, and how that felt.
}
struggle-goodbye = { $number ->
    [1] *One thing from you:* what you are still learning yourself. It is good to hear that it does not end.
    [2] *One thing from you:* a moment with { $partner } when you did not know what to say.
   *[other] *One thing from you:* what you would ask a mentor of your own right now.
}

## Now and then, to each: it is a two-way street

both-ways-mentor = *And for you:* what have you learnt from { $partner } lately? Say it in the session; hardly anybody expects it.
both-ways-mentee = *And for you:* what could you give back to { $partner }? What you see from where you are is news to them.
