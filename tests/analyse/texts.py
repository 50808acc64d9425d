"""Texts that any analyser must survive."""

from datetime import date

from kg.document import Document, DocumentId

NEWS = """Tehran rejects talks over missiles

Tehran rejected negotiations over its missile programme, Foreign Minister Abbas Araghchi said on Wednesday. "We will \
not discuss missiles," he told reporters in the U.S. capital.

The United Nations has condemned the attack."""

TEXTS = {
    "news": NEWS,
    "empty": "",
    "blank": " \n\t\r\n ",
    "one word": "Iran",
    "one mark": ".",
    "combining marks": "Cafe\u0301 Olé's owner Zoe\u0308 left A\u030angstro\u0308m.",
    "line ends of Windows": "Iran rejected it.\r\nTalks failed.\r\n\r\nHe left.",
    "emoji": "He won 👩‍👩‍👧‍👦 🇮🇷 in Tehran 🎉.",
    "no-break spaces": "He\u00a0left Paris\u202ffor\u2009Rome.",
    "right to left": "قال الوزير إن طهران ترفض. שלום עולם.",
    "control characters": "\x00\x01\x02\x07\x1b[31m\x7f\u200b\ufeff",
    "half pairs": "\ud800 He left \udfffParis.",
    "one endless word": "x" * 200_000,
    "one endless line": "and so on " * 3_000,
    "capitals": "IRAN REJECTS TALKS, SAYS MINISTER",
}


def document(text: str) -> Document:
    return Document(DocumentId("test"), text, published=date(2026, 2, 12))
