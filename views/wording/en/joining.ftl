### Those who would like to be in a pair.

## In the Home of somebody in no pair

join-question = { $which ->
    [another] *Would you like to be in another pair?*
   *[first] *Would you like to take part?*
} Say so here: the organisers see it, and for how long you have been waiting; nobody else does. They look for somebody who fits, and nothing starts until you have both accepted.
join-wish = { $role ->
    [mentor] I would like to mentor
   *[mentee] I would like to be mentored
}
# $which: first, or another after an earlier pair
join-said = { $role ->
    [mentor] *You would like to mentor { $which ->
        [another] somebody else
       *[first] somebody
    }.*
   *[mentee] *You would like to have { $which ->
        [another] another mentor
       *[first] a mentor
    }.*
} The organisers see this, and nobody else. As soon as they have found somebody, you will hear from me.
join-no-longer = Not any more

## The organiser’s list

join-list = Who would like to join
join-waiting = *{ $person }* would like to { $role ->
    [mentor] { $which ->
        [another] mentor somebody else
       *[first] mentor
    }
   *[mentee] { $which ->
        [another] have another mentor
       *[first] be mentored
    }
} · { $days ->
    [0] since today
    [1] for a day
   *[other] for { $days } days
}
join-pair = Find a partner
join-list-more = { $count ->
    [one] And one more person.
   *[other] And { $count } more.
}
