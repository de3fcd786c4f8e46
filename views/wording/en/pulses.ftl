### Whether a session was worth its hour: for whoever says so alone, until they share it.

## Asked in a message. $kind: session, coffee_chat or written

pulse-asked = { $kind ->
    [session] *One tap, for you alone:* was this hour worth it?
   *[other] *One tap, for you alone:* was it worth your time?
}
pulse-asked-readers = { $partner } is not told, nor is anybody else.
# $worth: well, partly or hardly
pulse-worth = { $worth ->
    [well] Well worth it
    [partly] Partly
   *[hardly] Not this time
}
# $shared: yes or no
pulse-noted = { $shared ->
    [yes] Noted. { $partner } reads what you shared of it; the rest only you can read.
   *[no] Noted; only you can read it.
}
button-pulse-words = Add words
button-share-pulse = Share with { $partner }

## The form for words

pulse-title = For you alone
pulse-about = Your session with { $partner } on { $day }
pulse-field-worth = Was it worth your time?
    .hint = { read-by-me }
pulse-field-words = In a few words
    .hint = { read-by-me } It is stored encrypted and never posted in Slack, unless you share it.
    .placeholder = What made it so?

## The form for sharing

share-pulse-title = Share with your partner
share-pulse-about = *About your session with { $partner } on { $day }.* What you do not share, only you can read.
share-pulse-field = What may { $partner } read?
    .hint = You see it before it goes.
# $share: all, worth or words
share-pulse-choice = { $share ->
    [all] My tap and my words
    [worth] My tap alone
   *[words] My words alone
}
share-pulse-next = Preview
share-pulse-preview = *This is what { $partner } reads*, in their working hours, and nothing else:
share-pulse-consent = Sharing it means that { $partner } may read it, from now on. What you wrote stays with you as well.
share-pulse-submit = Share it
share-pulse-changed = *You have changed it since.* This is how it reads now; nothing has been sent yet.

## To the partner

pulse-news = 💬 *{ $partner } shares a word on your session of { $day }:*
# $worth: well, partly or hardly
pulse-news-worth = { $worth ->
    [well] 💬 *{ $partner } lets you know:* your session of { $day } was well worth it for them.
    [partly] 💬 *{ $partner } lets you know:* your session of { $day } was partly worth it for them.
   *[hardly] 💬 *{ $partner } lets you know:* your session of { $day } was not worth it for them this time.
}
pulse-news-readers = { $partner } chose to share this; it is read by the two of you. You need not answer here: your next session is a good place.
