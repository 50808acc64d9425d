"""A saved web page → its article, without navigation, captions, bylines and comments."""

import logging
from collections.abc import Iterator

from kg.document import Document
from kg.errors import UnreadableInput
from kg.read.encoding import decode_page, file_bytes
from kg.read.fields import article
from kg.read.sources import SourceFile

# Elements that are no prose. What has several paragraphs or is long is rather an article in a
# container whose class has the word in it (<article class="captioned">).
_NOT_PROSE = [
    "//figcaption",
    "//*[@rel = 'author' or @itemprop = 'author']",
    *(
        f"//*[contains(@class, '{word}') and count(.//p) < 2 and string-length(.) < 600]"
        for word in ("caption", "byline", "dateline")
    ),
]

_FIELDS = {"title": "title", "published": "date", "publisher": "sitename", "author": "author", "url": "url"}
"""Our names of the fields, and trafilatura's."""

# Without the extensive search no date is guessed from the prose; the fixed upper limit makes the
# result independent of the day on which it is read.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_web_page(file: SourceFile) -> Iterator[Document]:
    """The article of a page; its paragraphs are separated by blank lines.

    Headline, date, author, publisher and address come from the page's metadata (JSON-LD,
    OpenGraph, meta elements). Nothing is fetched.

    Raises:
        UnreadableInput: empty, binary, too large, in a wrong encoding, or without an article.
    """
    page = _page(decode_page(file_bytes(file.path)))
    text = _paragraphs(page.get("text", ""), page.get("title", ""))
    if not text:
        raise UnreadableInput("holds no article that can be told from the rest of the page; save its text as .txt")
    fields = {field: page.get(name, "") for field, name in _FIELDS.items()}
    yield article(text, fields, file.id_for(text))


def _page(html: str) -> dict[str, str]:
    """Text and metadata as trafilatura calls them; empty if it finds no article."""
    import trafilatura

    # What it cannot use is reported by us, so keep it from printing to stderr.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    page = trafilatura.bare_extraction(
        html,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=_DATES,
        prune_xpath=_NOT_PROSE,
    )
    names = ("text", *_FIELDS.values())
    return {name: str(getattr(page, name, None) or "") for name in names}


def _paragraphs(text: str, title: str) -> str:
    """Paragraphs of extracted text, without the headline if it comes first."""
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    if paragraphs and paragraphs[0].casefold() == title.strip().casefold():
        del paragraphs[0]
    return "\n\n".join(paragraphs)
