### Wins, milestones and the celebrations channel.

## To the author of a win

win-kept = 🎉 Kept in your journal, for you alone. You find it in my Home tab.
win-saved-partner = 🎉 Saved. { $partner } will read it in their working hours:
win-saved-asking = 🎉 Saved. First, { $people } will see how the post would look and can say yes, yes without names, or no. Once everyone has said yes, it goes to { $channel }. Without an answer from everyone within three days, it is not posted.
consent-second-thoughts = Until { $day } at { $time } you can still change your mind.
# $state: asking, agreed, posted or not_posted
win-saved-channel = { $state ->
    [posted] 🎉 Your win is in { $channel }:
    [not_posted] Your win was not posted in { $channel }. It stays in your journal:
    [agreed] 🎉 Saved. It will be in { $channel } soon:
   *[asking] 🎉 Saved. Once everyone it names has said yes, it goes to { $channel }:
}
win-saved-digest = 🎉 Saved. There is a lot to celebrate just now, so it will be in { $channel } on { $day }, together with other good news:
win-not-posted = Your win was not posted in the channel. It stays in your journal, and it is just as much a win:

button-share-win = Share with { $partner }
button-post-win = Celebrate in the channel
button-widen-win = Share…

journal-empty = Your journal is still empty. Whatever went well belongs in it, however small: `/win` and a few words are enough.
button-wins = All wins

## To the partner

win-shared = 🎉 { $author } shares a win with you:

## The message in Slack that a win, or something for the next session, is about

about-message-link = this message
about-message = About { $message }
about-message-by = About { $message } by { $author }

## Asking those whom a post names

consent-win = { $author } would like to celebrate a win in { $channel }, and the post names you. Is that all right with you?
consent-milestone = Your pair has reached a milestone. Would you like it to be celebrated in { $channel }?
consent-named = With names, it would read:
consent-unnamed = Without names:
consent-yes = Yes
consent-yes-unnamed = Yes, without names
consent-no = No
consent-until = It is posted only if everyone it names says yes; if one of you prefers no names, none appear. Nobody is told who said what. Without an answer by { $day } at { $time }, it is not posted.
# $answer: yes, unnamed or no
consent-said = { $answer ->
    [yes] *You said yes.* Thank you.
    [unnamed] *You said yes, without names.* Thank you.
   *[no] *You said no.* That is quite all right: it will not be posted, and nobody is told why.
}
# $state: asking, agreed, posted or not_posted
consent-state = { $state ->
    [posted] It has been posted.
    [not_posted] It has not been posted.
    [agreed] Everyone has agreed. It will be posted soon.
   *[asking] The others it names are still to answer.
}

consent-no-longer = I had asked about a milestone of your pair. A session has changed since, so the milestone is still to come, and there is nothing to answer.

## Posts in the channel

shout-out = 🎉 { $post }
# Several posts as one message
digest = 🎉 *There is more to celebrate.* Here is what else went well:
post-win = *A win from { $author }*
post-win-unnamed = *A win from one of our mentoring pairs*
post-thanks = With thanks to { $people }.
post-first-session = { $people } have had their first mentoring session.
post-first-session-unnamed = One of our mentoring pairs has had its first session.
post-goal = { $people } have reached a goal that they had set for their mentoring.
post-goal-unnamed = One of our mentoring pairs has reached a goal that it had set.
post-half-way = { $people } are half-way through their time as a mentoring pair.
post-half-way-unnamed = One of our mentoring pairs is half-way through its time.
post-year = { $people } have been a mentoring pair for a year.
post-year-unnamed = One of our mentoring pairs has been going for a year.
post-graduation = { $people } have completed their mentoring together. Congratulations to both!
post-graduation-unnamed = One of our mentoring pairs has completed its time together. Congratulations to both!
post-sessions = { $people } have now met { $count } times for mentoring.
post-sessions-unnamed = One of our mentoring pairs has now met { $count } times.

## To an organiser

channel-closed = I cannot post in { $channel }, the celebrations channel of { $programme }.
    .how = To let me in, open { $channel } and type `/invite @Rapport`. Posts that are agreed wait for up to two weeks. You can also choose another channel.
