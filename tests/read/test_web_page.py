"""Saved web pages."""

from datetime import date

import pytest

from kg.document import Document
from kg.read import read

FIRST = (
    "Iran rejected any negotiations over its missile programme on Wednesday, hours before President "
    "Donald Trump received Benjamin Netanyahu at the White House."
)
SECOND = (
    "“We will not bargain,” said an adviser to the supreme leader in the café. The statement came five "
    "days after indirect talks in Muscat, which both sides had called useful."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Tehran rejects missile talks | The Daily Sample</title>
<meta property="og:site_name" content="The Daily Sample">
<meta property="og:title" content="Tehran rejects missile talks">
<link rel="canonical" href="https://news.example/world/tehran">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Tehran rejects missile talks", "datePublished": "2026-02-11T08:30:00Z",
"dateModified": "2026-02-12T08:30:00Z", "author": {{"@type": "Person", "name": "Jane Doe"}},
"publisher": {{"@type": "Organization", "name": "The Daily Sample"}}}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div id="cookie-banner">We use cookies to improve your experience. Accept all</div>
<article class="captioned"><h1>Tehran rejects missile talks</h1>
<p class="article__byline">By Jane Doe, Washington</p>
<figure><img src="x.jpg"><figcaption>Trump waves to reporters. Photograph: Ann Lens/Agency</figcaption></figure>
<p>{FIRST}</p>
<div class="image-caption">A missile on parade in Tehran last year.</div>
<p>{SECOND.replace("Muscat", '<a href="/muscat">Muscat</a>')}</p>
<div class="newsletter-signup">Sign up for our newsletter</div></article>
<section id="comments"><h2>Comments</h2><p>This is rubbish, says Bob from Leeds.</p></section>
<footer>© 2026 The Daily Sample. All rights reserved.</footer></body></html>"""

DOCUMENT = Document(
    id="tehran",
    text=f"{FIRST}\n\n{SECOND}",
    title="Tehran rejects missile talks",
    published=date(2026, 2, 11),
    publisher="The Daily Sample",
    url="https://news.example/world/tehran",
    author="Jane Doe",
)


def test_a_page_gives_its_article_and_nothing_else(tmp_path):
    (tmp_path / "tehran.html").write_text(PAGE, encoding="utf-8")
    assert list(read(tmp_path)) == [DOCUMENT]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8-sig"),
        ("utf-8", "utf-16"),
        ("iso-8859-1", "windows-1252"),
        ("windows-1252", "windows-1252"),
        ("gb18030", "gb18030"),
        ("windows-1252", "utf-8"),
    ],
)
def test_a_page_in_another_encoding_gives_the_same(tmp_path, charset, encoding):
    page = PAGE.replace('charset="utf-8"', f'charset="{charset}"')
    (tmp_path / "tehran.htm").write_bytes(page.encode(encoding))
    assert list(read(tmp_path)) == [DOCUMENT]


def test_a_page_without_metadata_has_no_guessed_date(tmp_path):
    body = "".join(f"<p>{text} It began on 3 March 2019.</p>" for text in (FIRST, SECOND))
    (tmp_path / "a.html").write_text(f"<html><body><article>{body}</article></body></html>", encoding="utf-8")
    (document,) = read(tmp_path)
    assert FIRST in document.text
    assert (document.published, document.publisher, document.author, document.url) == (None, "", "", "")


def test_a_page_without_an_article_prints_nothing(tmp_path, capfd):
    (tmp_path / "a.html").write_text("<html></html>", encoding="utf-8")
    (failure,) = read(tmp_path)
    assert failure.problem.startswith("holds no article")
    assert capfd.readouterr() == ("", "")
