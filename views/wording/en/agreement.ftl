### The agreement of a pair: proposed by one, changed by the other, agreed to by both.

button-agreement = Our agreement
button-agree = Agree
button-change-agreement = Change it…
button-withdraw-agreement = Withdraw it
button-read-agreement = Read all of it
button-propose-agreement = Propose an agreement
button-still-right = Still right
button-agreement-history = How it came about
button-older-versions = Older
button-newer-versions = Newer

## The form. $stands: none, mine, theirs or agreed

agreement-title = Our agreement
agreement-intro = { $stands ->
    [mine] *Your proposal waits for { $partner }.* What you change here takes its place.
    [theirs] *{ $partner } proposes this.* Change what you would like to be otherwise: it goes back to { $partner }, who sees each change.
    [agreed] *You and { $partner } agreed on this.* Change what no longer fits: { $partner } sees each change, and until they agree, this holds.
   *[none] *Say early what you each expect.* Two minutes are enough: all but the rhythm may stay empty. { $partner } reads it in their working hours; they agree or change it, and once you both agree, it holds.
}
agreement-rhythm = How often we meet
agreement-term-channel = How we talk between sessions
    .hint = { read-by-pair }
    .placeholder = By message, with an answer within two days
agreement-term-focus = Topics in focus
    .hint = { read-by-pair }
    .placeholder = Speaking up in meetings, and what comes after this role
agreement-term-stays-out = What stays out
    .hint = { read-by-pair }
    .placeholder = Pay, and the yearly review
agreement-term-confidentiality = What we keep to ourselves
    .hint = { read-by-pair }
    .placeholder = What may be told to others, and what may not
agreement-confidentiality-suggested = What we tell each other stays between us, unless we both say otherwise.
agreement-term-feedback = How we give each other feedback
    .hint = { read-by-pair }
    .placeholder = Soon, just the two of us, and with an example
agreement-term-busy = When life gets busy
    .hint = { read-by-pair }
    .placeholder = We say so, and meet for half an hour or less often
agreement-submit = Propose
agreement-clash = *Not proposed yet.* In the meantime this has changed. It now says what stands here; your words are below. Propose again to put yours in its place.
agreement-clash-form = *What you entered*

## What it says, and what a version says otherwise

agreement-says-rhythm = *How often we meet:* { $rhythm }
agreement-says-rhythm-otherwise = *How often we meet:* { $rhythm }; so far { $now }
# In one line, of a message that is to stay short
agreement-short = • { $term }: { $words }
agreement-changed-rhythm = *How often we meet*
# Before what was said, and what is to be said
agreement-was = Was:
agreement-was-nothing = Was: nothing said
agreement-now = Now:
agreement-now-nothing = Now: left out
agreement-same = Nothing else has changed.
agreement-new = { $by ->
    [me] *What you changed:*
   *[partner] *What { $partner } changed:*
}
agreement-in-full = *All of it:*
agreement-readers = Read by you and { $partner } alone. Whoever organises does not see it.

## How it stands. $kind: as of a proposal, below; a change wherever something holds until both agree on another

agreement-waits-for-me = { $kind ->
    [change] *{ $partner } proposed a change on { $day }.* Until you agree to it, what you agreed on before holds.
    [answer] *{ $partner } changed what you proposed, on { $day }.* It holds once you agree. Changing it again is as welcome as agreeing.
   *[new] *{ $partner } proposed this on { $day }.* It holds once you agree. Changing it is as welcome as agreeing.
}
agreement-waits-for-partner = { $kind ->
    [change] *You proposed a change on { $day }.* Until { $partner } agrees to it, what you agreed on before holds.
    [answer] *You changed what { $partner } proposed, on { $day }.* It holds once they agree. There is nothing you need to do.
   *[new] *You proposed this on { $day }.* It holds once { $partner } agrees. There is nothing you need to do.
}
agreement-holds-meanwhile = *What holds until then:*
agreement-holds = *You and { $partner } agreed on this on { $day }.*
agreement-held = *You and { $partner } agreed on this on { $day }.* Your time as a pair is over, so it stays as it is.
agreement-never-held = *This was proposed on { $day },* and not agreed to while you and { $partner } were a pair.
agreement-confirmed = { $by ->
    [me] You said on { $day } that it is still right.
   *[partner] { $partner } said on { $day } that it is still right.
}
agreement-rhythm-since = How often you meet has changed since: you now mean to meet { $rhythm }.
agreement-nothing = You and { $partner } have no agreement in writing.
agreement-has-changed = In the meantime this has changed. Here is how it stands now.

## How it came about

agreement-history-title = How it came about
agreement-version = { $by ->
    [me] *You, on { $day }:*
   *[partner] *{ $partner }, on { $day }:*
}
# What has become of a version. $state: waiting, changed, withdrawn, agreed or replaced; $by: who had proposed it
agreement-version-state = { $state ->
    [waiting] { $by ->
        [me] This waits for { $partner }.
       *[partner] This waits for you.
    }
    [changed] Changed again on { $settled }.
    [withdrawn] { $by ->
        [me] You withdrew it on { $settled }.
       *[partner] { $partner } withdrew it on { $settled }.
    }
    [replaced] { $by ->
        [me] { $partner } agreed on { $settled }. A newer one holds by now.
       *[partner] You agreed on { $settled }. A newer one holds by now.
    }
   *[agreed] { $by ->
        [me] { $partner } agreed on { $settled }. This holds.
       *[partner] You agreed on { $settled }. This holds.
    }
}
agreement-range = { $first } to { $last } of { $count }, the newest first.

## To both: a proposal. $kind: new, answer to the other's proposal, or change of what was agreed on

agreement-proposed = { $kind ->
    [answer] *{ $partner } changed what you proposed.* What is new:
    [change] *{ $partner } would like to change your agreement.* What is new:
   *[new] *{ $partner } proposes an agreement for the two of you:*
}
agreement-proposed-next = There is no hurry. If something should be otherwise, change it: that is as welcome as agreeing. { agreement-readers }
agreement-proposed-mine = { $kind ->
    [answer] *Sent back:* { $partner } reads your changes in their working hours. Your agreement holds once they agree.
    [change] *Proposed:* { $partner } reads your changes in their working hours. Until they agree, what you agreed on before holds.
   *[new] *Proposed:* { $partner } reads your agreement in their working hours. It holds once they agree.
}
agreement-became-agreed = { $by ->
    [me] *Agreed:* { $partner } agreed on { $day } to what you proposed.
   *[partner] *Agreed:* you agreed on { $day } to what { $partner } proposed.
}
agreement-became-replaced = *Agreed on { $day }.* By now you and { $partner } have agreed on another one.
agreement-became-changed = *Changed since:* the newer proposal has a message of its own.
agreement-became-withdrawn = { $by ->
    [me] *Withdrawn,* as you wished: { $partner } is not asked about it any more.
   *[partner] *Withdrawn:* { $partner } has taken this proposal back. There is nothing you need to do.
}
agreement-became-over = This was not agreed to while you and { $partner } were a pair. There is nothing you need to do.

## To both: they agree; and to one: the other says that it is still right

agreement-made = { $by ->
    [me] 🤝 *You and { $partner } have an agreement.* { $partner } hears of it in their working hours.
   *[partner] 🤝 *{ $partner } agreed to what you proposed:* you two have an agreement.
}
agreement-made-rhythm = From now on you mean to meet { $rhythm }. What I remind you of goes by that.
agreement-made-next = It holds until you both agree on another one. In eight weeks I ask you both whether it is still right; `/mentoring agreement` shows it at any time.
agreement-still-right = { $partner } says that your agreement is still right. If you see that differently, change it.
agreement-still-right-next = In eight weeks I ask you both again.
