### Who organises a programme.

## To somebody who was named

organiser-named = { $by } has named you an organiser of { $programme }. Thank you for helping people to find each other.
organiser-named-sees = In my Home tab you now find the board of its pairs: that they meet, when and how often, and never what anybody writes. You can introduce two people to each other whenever you like.
organiser-named-over = This has changed since: you no longer organise it, and there is nothing you need to do.

## To somebody who organises it no longer

organiser-released = { $by } has changed who organises { $programme }, and you no longer do. Thank you for bringing people together.
organiser-released-self = You no longer organise { $programme }. Thank you for bringing people together.
organiser-released-stays = The board has left your Home tab. Your own pairs, and all that you wrote, stay as they are.
