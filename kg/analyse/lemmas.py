"""Lemmas as edit scripts: a small set of rules that turn a form into its dictionary form.

A script is `case|prefix|suffix` or `case|=|lemma`:

    lower|0>|3>        walking → walk        cut three letters from the end
    lower|0>|3>y       tries → try           cut three, add "y"
    keep|0>|1>         Greens → Green        same, the form's case stays
    lower|=|go         went → go             nothing in common
"""

from functools import lru_cache

IDENTITY = "lower|0>|0>"
"""The script of a word that is its own lemma; what is used where no script fits."""

_CASES = ("lower", "keep", "title", "upper")


def noun_lemma(form: str, script: str) -> str:
    """Give the lemma of a noun by dictionary, where a script of which the network is sure does not know better.

    It does if it leaves the noun as it is or makes an abbreviation of it; "President" as a noun is "president" all the
    same.

    Example:
        thanks, "lower|0>|0>" → thanks; IQ, "keep|0>|0>" → IQ; etc, "lower|0>|0>." → etc.; witnesses → witness
    """
    found = apply_script(script, form)
    if found and (script.endswith("|0>|0>") or found.endswith(".")) and not (form.istitle() and found[0].isupper()):
        return found
    return dictionary_lemma(form.lower(), "NOUN")


@lru_cache(maxsize=50_000)
def dictionary_lemma(form: str, upos: str) -> str:
    """Give the lemma of a word in lower case, by dictionary and by rule for words that it lacks.

    Source: lemminflect (NIH SPECIALIST lexicon); right for 97.2 % of the nouns and verbs of EWT dev, 97.7 % of GUM dev.
    """
    from lemminflect import getLemma

    found = getLemma(form, upos=upos, lemmatize_oov=True)
    return str(found[0]) if found else form


def positive_form(form: str, upos: str) -> str | None:
    """Give the lemma of an adjective or adverb in "-er" or "-est", None for any other form of one.

    Example:
        larger → large; easiest → easy; better, later, more → None
    """
    if not form.lower().endswith(("er", "est")):
        return None
    found = dictionary_lemma(form.lower(), upos)
    return found if found != form.lower() and form.lower().startswith(found[:-1]) else None


def script_of(form: str, lemma: str) -> str:
    """Give the script that turns `form` into `lemma`."""
    edit = _edit(form.lower(), lemma.lower())
    for case in _CASES:
        script = f"{case}|{edit}"
        if apply_script(script, form) == lemma:
            return script
    return f"exact|=|{lemma}"


@lru_cache(maxsize=50_000)
def apply_script(script: str, form: str) -> str | None:
    """Give the lemma that a script makes of a form, None where it does not fit.

    A script that cuts more than the form has does not fit.
    """
    case, first, second = script.split("|", 2)
    word = form if case == "keep" else form.lower()
    if first == "=":
        return second if case == "exact" else _cased(second, case, form)
    cut_front, _, front = first.partition(">")
    cut_back, _, back = second.partition(">")
    stop = len(word) - int(cut_back)
    if stop < int(cut_front) or stop == 0:
        return None
    return _cased(front + word[int(cut_front) : stop] + back, case, form)


def _edit(form: str, lemma: str) -> str:
    """Give the caseless part of a script."""
    start, length, in_lemma = _longest_common(form, lemma)
    if length == 0:
        return f"=|{lemma}"
    tail = len(form) - start - length
    return f"{start}>{lemma[:in_lemma]}|{tail}>{lemma[in_lemma + length :]}"


def _longest_common(form: str, lemma: str) -> tuple[int, int, int]:
    """Give start in the form, length and start in the lemma of the longest common substring, leftmost first."""
    best = (0, 0, 0)
    for start in range(len(form)):
        for in_lemma in range(len(lemma)):
            length = 0
            while form[start : start + length + 1] == lemma[in_lemma : in_lemma + length + 1]:
                if start + length >= len(form) or in_lemma + length >= len(lemma):
                    break
                length += 1
            if length > best[1]:
                best = (start, length, in_lemma)
    return best


def _cased(word: str, case: str, form: str) -> str:
    """Give a word in the case that a script asks for."""
    if case == "title":
        return word[:1].upper() + word[1:]
    if case == "upper":
        return word.upper()
    if case == "keep" and form.isupper():
        return word.upper()
    return word
