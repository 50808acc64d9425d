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
    "piled marks": "He" + "\u0301\u0323" * 2_000 + " left Paris. " + "\u0301" * 3_000,
    "emoji": "He won 👩‍👩‍👧‍👦 🇮🇷 in Tehran 🎉.",
    "no-break spaces": "He\u00a0left Paris\u202ffor\u2009Rome.",
    "right to left": "قال الوزير إن طهران ترفض. שלום עולם.",
    "direction marks": "He \u202eleft\u202c Paris \u200f\u2067Rome\u2069.",
    "another language": "Teheran lehnte am Mittwoch Verhandlungen ab. Le ministre a refusé toute négociation.",
    "no spaces": "伊朗外交部长星期三在维也纳表示，德黑兰拒绝就其导弹计划进行任何谈判。" * 20,
    "control characters": "\x00\x01\x02\x07\x1b[31m\x7f\u200b\ufeff",
    "half pairs": "\ud800 He left \udfffParis.",
    "half pairs alone": "\udfff\ud800" * 100,
    "controls inside words": "I\x00ran re\x07jected \x1b[2Jtalks\x7f. " * 20,
    "quotation marks": '"' * 600,
    "brackets": "(" * 400 + ")" * 400,
    "one endless word": "x" * 200_000,
    "one endless line": "and so on " * 3_000,
    "capitals": "IRAN REJECTS TALKS, SAYS MINISTER",
}


def document(text: str) -> Document:
    return Document(DocumentId("test"), text, published=date(2026, 2, 12))
