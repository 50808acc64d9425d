"""Small gold files, written by hand."""

import json


def rows(*words: tuple[str, str, int, str]) -> str:
    """Rows of one sentence: form, part of speech, head, relation; a space follows every word."""
    return "".join(
        f"{number}\t{form}\t{form.lower()}\t{upos}\t{upos}\t_\t{head}\t{relation}\t_\t_\n"
        for number, (form, upos, head, relation) in enumerate(words, start=1)
    )


def lines(*records: object) -> str:
    """JSON lines."""
    return "".join(json.dumps(record) + "\n" for record in records)


CONLLU = """# newdoc id = news
# sent_id = news-1
1	Ann	Ann	PROPN	NNP	_	2	nsubj	_	_
2	owns	own	VERB	VBZ	_	0	root	_	_
3	a	a	DET	DT	_	4	det	_	_
4	firm	firm	NOUN	NN	_	2	obj	_	SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

# sent_id = news-2
1	"	"	PUNCT	``	_	5	punct	_	Gloss=mark|SpaceAfter=No
2	We	we	PRON	PRP	_	5	nsubj	_	_
3-4	don't	_	_	_	_	_	_	_	_
3	do	do	AUX	VBP	_	5	aux	_	_
4	n't	not	PART	RB	_	5	advmod	_	_
4.1	ever	ever	ADV	RB	_	_	_	_	_
5	sell	sell	VERB	VB	_	0	root	_	SpaceAfter=No
6	,	,	PUNCT	,	_	5	punct	_	SpaceAfter=No
7	"	"	PUNCT	''	_	5	punct	_	_
8	she	she	PRON	PRP	_	9	nsubj	_	_
9	said	say	VERB	VBD	_	5	parataxis	_	SpaceAfter=No
10	.	.	PUNCT	.	_	5	punct	_	_

# newpar
# sent_id = news-3
1	Talks	talk	NOUN	NNS	_	2	nsubj	_	_
2	failed	fail	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# newdoc id = notes
# newpar
# sent_id = notes-1
1	Go	go	VERB	VB	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_
"""
"""Two documents; the first has two paragraphs, a range and an empty word."""

TEXT = "Ann owns a firm. She left."


def _token(form: str, start: int, upos: str, head: int, deprel: str) -> dict[str, object]:
    """A word as GUM's JSON has it."""
    place = {"start": start, "end": start + len(form)}
    return {"form": form, "lemma": form.lower(), "upos": upos, "xpos": upos, "head": head, "deprel": deprel, **place}


def _mention(
    sentence: int, first: int, words: tuple[int, int], head: int, kind: str, cluster: int
) -> dict[str, object]:
    """A mention as GUM's JSON has it; `words` and `head` are counted in its sentence."""
    span = [first + words[0], first + words[1]]
    return {"sent": sentence, "doc_tok": span, "head_tok": head, "etype": kind, "cluster": cluster}


DOCUMENT = {
    "id": "ann",
    "genre": "news",
    "text": TEXT,
    "sentences": [
        {
            "sent_id": "ann-1",
            "tokens": [
                _token("Ann", 0, "PROPN", 2, "nsubj"),
                _token("owns", 4, "VERB", 0, "root"),
                _token("a", 9, "DET", 4, "det"),
                _token("firm", 11, "NOUN", 2, "obj"),
                _token(".", 15, "PUNCT", 2, "punct"),
            ],
        },
        {
            "sent_id": "ann-2",
            "tokens": [
                _token("She", 17, "PRON", 2, "nsubj"),
                _token("left", 21, "VERB", 0, "root"),
                _token(".", 25, "PUNCT", 2, "punct"),
            ],
        },
    ],
    "mentions": [
        _mention(0, 0, (0, 1), 0, "person", 1),
        _mention(0, 0, (2, 4), 3, "object", 2),
        _mention(0, 0, (0, 5), 3, "event", 3),
        _mention(1, 5, (0, 1), 0, "person", 1),
    ],
}
"""A document of two sentences; "a firm" and the longer mention around it share a head, and the shorter one decides."""
