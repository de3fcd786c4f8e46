"""Pictures of what people see, small enough to be kept: docs/screens.md shows them."""

import base64
import struct
import zlib
from pathlib import Path
from typing import NamedTuple

from playwright.async_api import Locator

# Without edges that cut what it shows: a form and a main pane scroll, as long as the window is not higher than they.
_HEIGHT = """
(part) => {
  const inside = part.querySelector(".dialog-body, .scroller");
  const above = part.id === "main" ? part.getBoundingClientRect().top : 0;
  return Math.ceil(above + part.offsetHeight + (inside ? inside.scrollHeight - inside.clientHeight : 0));
}
"""
_ALONE = """
(form, alone) => {
  form.style.maxHeight = alone ? "none" : "";
  document.querySelector(".workspace").style.visibility = alone ? "hidden" : "";
}
"""
# How much more of the page there is above and below a form, a main pane and a message.
_AROUND = {"DIALOG": 48, "MAIN": 0, "ARTICLE": 400}
_LOWEST = 320

# A palette of 256 colours, and the nearest of them for each pixel: half are those there is most of, since a page has a
# few colours and their shades; each of the others is the one least like any before, so that an emoji keeps its own.
_COLOURS = """
async (png) => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
  const count = new Map();
  for (const pixel of pixels) count.set(pixel, (count.get(pixel) ?? 0) + 1);
  const ranked = [...count.keys()].sort((one, other) => count.get(other) - count.get(one));
  const parts = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  const colours = ranked.map(parts);
  const far = colours.map(() => Infinity);
  const nearest = new Uint8Array(colours.length);
  const palette = [];
  while (palette.length < Math.min(256, colours.length)) {
    const colour = colours[palette.length < 128 ? palette.length : far.indexOf(Math.max(...far))];
    colours.forEach((other, at) => {
      const distance = other.reduce((sum, part, which) => sum + (part - colour[which]) ** 2, 0);
      if (distance < far[at]) [far[at], nearest[at]] = [distance, palette.length];
    });
    palette.push(colour);
  }
  const index = new Map(ranked.map((pixel, at) => [pixel, nearest[at]]));
  const indexes = Uint8Array.from(pixels, (pixel) => index.get(pixel));
  let text = "";
  for (let at = 0; at < indexes.length; at += 8192) text += String.fromCharCode(...indexes.subarray(at, at + 8192));
  return { width, height, palette: palette.flat(), indexes: btoa(text) };
}
"""


class Picture(NamedTuple):
    """A picture with a palette: of each pixel, row by row, which colour it has."""

    width: int
    height: int
    palette: bytes
    indexes: bytes

    def png(self) -> bytes:
        """The picture as a file."""
        size = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        rows = (self.indexes[at : at + self.width] for at in range(0, len(self.indexes), self.width))
        data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
        chunks = (b"IHDR", size), (b"PLTE", self.palette), (b"IDAT", data), (b"IEND", b"")
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


async def keep_picture(part: Locator, file: Path) -> None:
    """Keep a picture of a form, or of another part of a page, as high as what it shows."""
    page = part.page
    before = page.viewport_size
    assert before
    kind = await part.evaluate("(part) => part.tagName")
    # Neither the pointer nor the focus is part of the picture.
    await page.mouse.move(0, 0)
    await page.evaluate("document.activeElement.blur()")
    if kind == "DIALOG":
        await part.evaluate(_ALONE, True)
    if kind in _AROUND:
        await page.set_viewport_size({**before, "height": _LOWEST})
        height = await part.evaluate(_HEIGHT) + _AROUND[kind]
        await page.set_viewport_size({**before, "height": max(height, _LOWEST)})
    if kind == "ARTICLE":
        await part.evaluate("(part) => part.scrollIntoView({ block: 'center' })")
    taken = await part.screenshot(animations="disabled")
    picture = await page.evaluate(_COLOURS, base64.b64encode(taken).decode())
    indexes = base64.b64decode(picture["indexes"])
    png = Picture(picture["width"], picture["height"], bytes(picture["palette"]), indexes).png()
    file.write_bytes(png)  # noqa: ASYNC240 - nothing else runs meanwhile
    if kind == "DIALOG":
        await part.evaluate(_ALONE, False)
    await page.set_viewport_size(before)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
