"""Methods that upload files."""

from playground.files import MOST_BYTES
from playground.shapes import Json, SlackError
from playground.web_api.call import Call
from playground.web_api.chat import place_for


def files_get_upload_url_external(call: Call) -> Json:
    """files.getUploadURLExternal: the first step: where the content goes.

    Raises:
        SlackError: `invalid_arguments` where the length is none, `file_upload_size_restricted` where it is too much.
    """
    name, length = call.text("filename"), call.text("length")
    if not length.isdigit() or not int(length):
        raise SlackError("invalid_arguments", messages=["[ERROR] must be a number of bytes [json-pointer:/length]"])
    if int(length) > MOST_BYTES:
        raise SlackError("file_upload_size_restricted")
    file, address = call.files.announce(name, int(length), call.text("alt_txt", ""))
    return {"upload_url": address, "file_id": file.id}


def files_complete_upload_external(call: Call) -> Json:
    """files.completeUploadExternal: the last step: the uploaded files are shared.

    Raises:
        SlackError: A file is not there, or the bot cannot post in the channel.
    """
    wanted = call.structure("files")
    if not isinstance(wanted, list) or not wanted or not all(isinstance(one, dict) and "id" in one for one in wanted):
        raise SlackError("invalid_arguments", messages=["[ERROR] missing required field: files"])
    channel = call.text("channel_id", "")
    conversation = place_for(call, channel) if channel else None
    files = [call.files.complete(str(one["id"]), str(one.get("title") or "")) for one in wanted]
    shown = [call.files.payload(file) for file in files]
    if conversation:
        call.workspace.post(
            conversation,
            call.workspace.app.bot_user_id,
            call.text("initial_comment", ""),
            from_app=True,
            files=shown,
            thread_ts=call.text("thread_ts", "") or None,
            subtype="file_share",
        )
    return {"files": shown}
