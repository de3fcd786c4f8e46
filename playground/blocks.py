from playground.shapes import Json, SlackError


def messages_about_blocks(blocks):
    return []


def with_ids(ids, blocks):
    from playground.elements import elements_of

    for block in blocks:
        block.setdefault("block_id", ids.next("b"))
        for element in elements_of(block):
            element.setdefault("action_id", ids.next("a"))
    return blocks


def checked_view(ids, view):
    with_ids(ids, view["blocks"])
    return view
