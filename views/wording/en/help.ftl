### What somebody can do now, and who reads what.

menu-title = What would you like to do?
menu-awaits-answer = *You are invited to be one of a pair.* Accept or decline in the message you have from me, or in my Home tab.
menu-no-pair = You are in no mentoring pair at the moment. My Home tab says how to join one.
menu-help = `/mentoring help` says it in words.

help-title = Here is what I can do for you:
help-unknown = I do not know “{ $word }”. Here is what I can do:
help-to-a-message = Thank you for writing. I am a bot, so I cannot chat, and I have not kept what you wrote. Here is what I can do:
help-check-in = • `/checkin` – log a session; if you have several pairs, `/checkin @partner`
help-plan = • `/mentoring plan` – plan your next session, move it, or propose times
help-promises = • `/mentoring promises` – your open promises: by when, done or dropped
help-goals = • `/mentoring goals` – what you would like to reach: each of you writes alone, then you read both; and how far you are
help-agreement = • `/mentoring agreement` – what you two expect of each other: propose it, change it, agree
help-feedback = • `/mentoring feedback` – ask your partner a question, or tell them what you saw
help-horizon = • `/mentoring horizon` – five questions to each of you alone; where you differ, you both get the same way to talk about it
help-review = • `/mentoring review` – look back: at half-way, at a goal you reached, at the end; only you read it
help-pause = • `/mentoring pause` – let your pair rest for a while
help-resume = • `/mentoring resume` – end the pause
help-win = • `/win` – celebrate something that went well, however small
help-pair = • `/mentoring pair` – introduce two people to each other
help-programme = • `/mentoring programme` – its name, organisers, channel, rhythm and hours
help-report = • `/mentoring report` – how the pairs are doing, in figures by month
help-journal = • `/mentoring journal` – your story so far: sessions, wins, goals, feedback
help-settings = • `/mentoring settings` – your working days and hours, what I ask you, and how you like to celebrate
help-privacy = • `/mentoring privacy` – who reads what
help-home = Your pairs, promises and wins are in my Home tab.
help-home-organiser = { $has_pair ->
    [yes] Your pairs, promises and wins are in my Home tab, and so is the board of your programme’s pairs.
   *[no] The board of your programme’s pairs is in my Home tab.
}

no-pair = You are in no mentoring pair at the moment. { $count ->
    [one] { $organisers } brings pairs together: send them a message and say what you would like to learn or to share.
   *[other] { $organisers } bring pairs together: send one of them a message and say what you would like to learn or to share.
}
no-pair-no-organiser = You are in no mentoring pair at the moment, and nobody brings pairs together here so far. An owner or admin of this workspace can begin with `/mentoring programme`.
no-pair-awaits-answer = You have accepted, so your pair begins as soon as your partner has, too. You hear from me then.
no-pair-begins = As soon as you have both accepted, you begin, and this works.
no-pair-organiser = You are in no mentoring pair at the moment. You bring pairs together here, and you may be one of the two.
no-pair-wish = You can also say in my Home tab that you would like to take part.
not-a-pair-with = You and { $person } are not a mentoring pair at the moment, so nothing has been logged. { $count ->
    [one] Your pair is with:
   *[other] Your pairs are with:
}
no-pair-win = Meanwhile you can keep wins of your own.

## Who reads what

privacy-title = *Who reads what*
privacy-alone = *You alone:* private reflections, goals until you have both said that you are ready, how confident you feel or how it is going, whether a session was worth it to you, which cards you look at, wins you keep to yourself, what you answer in a horizon check, what you write when you look back, until you share it, and that your partner does not reply, if you tell me so. They are stored encrypted and never posted as a message.
privacy-pair = *You and your partner:* what you note about a session, promises, goals, once you are both ready, with their checkpoints and what they were before, your agreement and how it came about, when you meet next, what you bring to that session, what you share between two sessions, feedback that one of you asks for or gives, on what you differ after a horizon check, notes of thanks, and the wins you share.
privacy-organiser = *The organiser:* that your pair exists and how it stands, that you met, when and how often, and on which days I asked you to; how many nudges, other than the horizon check, were sent to all pairs and answered; and that you would like to join, or would like another match, if you say so. Never what you wrote; only what you write to them yourself when something is not working, and that your partner does not see.
privacy-channel = *Everyone in the celebrations channel:* a post, after everyone it names has said yes.
privacy-server = *Whoever runs the server* that Rapport is on, and holds its key, could read everything. Nobody else in Slack can. What is sent as a message, Slack keeps like any other.
