### The questions for a private reflection after a session: one each time, in turn, by what somebody is in the pair.
### Nobody but the writer reads the answer, and it stays with its question.

## To a mentor

reflection-mentor-1 = What did you learn from { $partner }?
reflection-mentor-2 = Where did you talk when you could have asked?
reflection-mentor-3 = What did you hear that was not said?
reflection-mentor-4 = What are you holding back from saying, and what for?
reflection-mentor-5 = What does { $partner } do better now than when you began?
reflection-mentor-6 = Whose problem did you work on, theirs or yours?
reflection-mentor-7 = Which experience of your own helped, and which got in the way?
reflection-mentor-8 = What would you like to ask next time?

## To a mentee

reflection-mentee-1 = What will you do differently because of this hour?
reflection-mentee-2 = What did you leave unsaid, and would you like to say it?
reflection-mentee-3 = What could you give back to { $partner }?
reflection-mentee-4 = Which moment do you want to remember?
reflection-mentee-5 = What was hard to talk about?
reflection-mentee-6 = What do you see now that you did not see this morning?
reflection-mentee-7 = Where did you surprise yourself?
reflection-mentee-8 = What would have made this hour better for you?
