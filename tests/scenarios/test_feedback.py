"""Feedback between two people: asked for, given, declined, and asked about once more."""

from tests.scenarios.office import Office


async def test_a_question_is_asked_and_answered(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    await tom.open_home()
    choice = await office.opens("maya", "/mentoring feedback", "Feedback")
    await choice.press("Ask for it")
    form = await maya.modal("Ask for feedback")
    await form.fill("What is it about?", "my talk on Tuesday")
    await form.fill("What would you like to know?", "Where did you lose the thread?")
    assert (await form.submit()).result == "closed"
    await office.sees("maya", "You asked Tom for feedback about “my talk on Tuesday”:")
    asked = await office.sees("tom", "*Maya asks for your feedback about “my talk on Tuesday”:*")
    assert "Where did you lose the thread?" in asked
    assert "Maya asks for your feedback about “my talk on Tuesday”" in await office.sees_at_home("tom")
    await tom.press("Later", in_="app")
    await office.sees("tom", "It waits for you here and in my Home tab.")

    await tom.press("Give feedback", in_="app")
    form = await tom.modal("Give feedback")
    assert "*Maya asks about “my talk on Tuesday”:*" in form.text
    await form.fill("A moment that shone", "Good job!")
    await form.fill("What I believe you can do", "You could lead the next one.")
    assert (await form.submit()).result == "updated"
    form = await tom.modal("Give feedback")
    assert "Is there a moment you are thinking of?" in form.text
    assert form.value("What I believe you can do") == "You could lead the next one."
    await form.fill("A moment that shone", "You stopped when Ana frowned, and asked her what she would miss.")
    assert (await form.submit()).result == "closed"
    answered = await office.sees("maya", "*Tom answers your question about “my talk on Tuesday”:*")
    assert "You stopped when Ana frowned" in answered
    assert "Read by you and Tom alone." in answered
    await maya.press("This fits", in_="app")
    await office.sees("maya", "You said that this fits; Tom sees it.")
    assert "*Maya says that this fits.*" in await office.sees("tom", "is on its way")
    await maya.press("What did you mean?", in_="app")
    form = await maya.modal("What did you mean?")
    await form.fill("What would you like to understand?", "Which slide was it?")
    assert (await form.submit()).result == "closed"
    assert "Which slide was it?" in await office.sees("tom", "*Maya would like to know what you meant:*")
    await tom.press("Answer", in_="app")
    form = await tom.modal("What I meant")
    assert "Which slide was it?" in form.text
    await form.fill("What did you mean?", "The third one.")
    assert (await form.submit()).result == "closed"
    assert "The third one." in await office.sees("maya", "*Tom answers what you asked about their feedback:*")
    await maya.press("Tell what came of it", in_="app")
    form = await maya.modal("What came of it")
    await form.fill("What did you do with it?", "I asked all of them.")
    assert (await form.submit()).result == "closed"
    assert "I asked all of them." in await office.sees("tom", "*Maya tells you what came of your feedback:*")
    assert "You have given Maya your feedback." in await office.sees("tom", "asks for your feedback")
    assert "Tom has answered." in await office.sees("maya", "You asked Tom for feedback")
    assert "asks for your feedback" not in await office.sees_at_home("tom")


async def test_it_is_declined_and_vague_thanks_are_sent_all_the_same(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    choice = await office.opens("tom", "/mentoring feedback", "Feedback")
    await choice.press("Ask for it")
    form = await tom.modal("Ask for feedback")
    await form.fill("What is it about?", "our last session")
    await form.fill("What would you like to know?", "What should I have left out?")
    assert (await form.submit()).result == "closed"
    await office.sees("maya", "What should I have left out?")
    await maya.press("Decline", in_="app")
    declined = await office.sees("tom", "cannot give you feedback about “our last session” this time")
    assert "nothing about you or your work" in declined
    assert "Tom was told kindly" in await office.sees("maya", "What should I have left out?")
    # Later she has a word for him after all.
    choice = await office.opens("maya", "/mentoring feedback", "Feedback")
    await choice.press("Give feedback")
    form = await maya.modal("Give feedback")
    await form.fill("What helps me", "Thank you, always great")
    assert (await form.submit()).result == "updated"
    form = await maya.modal("Give feedback")
    assert (await form.submit()).result == "closed"
    assert "*What helps me*\nThank you, always great" in await office.sees("tom", "*Maya has feedback for you:*")


async def test_who_has_not_answered_is_asked_once_more_and_declines_from_there(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    choice = await office.opens("maya", "/mentoring feedback", "Feedback")
    await choice.press("Ask for it")
    form = await maya.modal("Ask for feedback")
    await form.fill("What is it about?", "my design note")
    await form.fill("What would you like to know?", "What would you have cut?")
    assert (await form.submit()).result == "closed"
    await office.sees("tom", "What would you have cut?")
    # Two working days after a Wednesday.
    await office.days_pass(days=2)
    nudge = await office.sees("tom", "*Maya would still like your feedback about “my design note”:*")
    assert "What would you have cut?" in nudge
    await tom.press("Decline", in_="app")
    await office.sees("tom", "*Declined,* and Maya was told kindly, without a reason.")
    assert "Maya was told kindly" in await office.sees("tom", "*Maya asks for your feedback about")
    await office.sees("maya", "Tom cannot give you feedback about “my design note” this time.")
