"""Time expressions: what is found, and what it means on Thursday, 12 February 2026."""

import itertools
from datetime import date

import pytest

from kg.analyse.dates import find_times
from tests.analyse.grammar import parsed

PUBLISHED = date(2026, 2, 12)

CASES = [
    # weekdays
    ("He said/VBD on Wednesday .", {"Wednesday": "2026-02-11"}),
    ("He said/VBD on Thursday .", {"Thursday": "2026-02-12"}),
    ("He said/VBD on Friday .", {"Friday": "2026-02-06"}),
    ("On Monday Iran said/VBD so .", {"Monday": "2026-02-09"}),
    ("Talks will/MD resume/VB on Friday .", {"Friday": "2026-02-13"}),
    ("Talks will/MD resume/VB on Wednesday .", {"Wednesday": "2026-02-18"}),
    ("They agreed/VBD to/TO meet/VB on Tuesday .", {"Tuesday": "2026-02-17"}),
    ("Parliament votes/VBZ on Monday .", {"Monday": "2026-02-16"}),
    ("Police arrested/VBD him late Monday night .", {"late Monday night": "2026-02-09"}),
    ("He died/VBD last Tuesday .", {"last Tuesday": "2026-02-10"}),
    ("He died/VBD last Thursday .", {"last Thursday": "2026-02-05"}),
    ("They meet/VBP next Thursday .", {"next Thursday": "2026-02-19"}),
    ("They met/VBD this Tuesday .", {"this Tuesday": "2026-02-10"}),
    ("He resigned/VBD on Tuesday last week .", {"Tuesday last week": "2026-02-03"}),
    ("Talks on Tuesday .", {"Tuesday": "2026-02-10"}),
    # not a weekday of one week
    ("Parliament meets/VBZ every Monday .", {}),
    ("The Sunday Times/NNP reported/VBD it .", {}),
    ("Sales rose/VBD on Black Friday .", {}),
    # near days
    ("It happened/VBD yesterday .", {"yesterday": "2026-02-11"}),
    ("It ends/VBZ tomorrow .", {"tomorrow": "2026-02-13"}),
    ("It began/VBD earlier today .", {"earlier today": "2026-02-12"}),
    ("He spoke/VBD this morning .", {"this morning": "2026-02-12"}),
    ("Shots rang/VBD out last night .", {"last night": "2026-02-11"}),
    ("It ended/VBD the day before yesterday .", {"the day before yesterday": "2026-02-10"}),
    # weeks, months, years
    ("He left/VBD last week .", {"last week": "2026-02-02/2026-02-08"}),
    ("He leaves/VBZ next week .", {"next week": "2026-02-16/2026-02-22"}),
    ("He left/VBD last month .", {"last month": "2026-01"}),
    ("He leaves/VBZ next month .", {"next month": "2026-03"}),
    ("He left/VBD earlier this month .", {"earlier this month": "2026-02"}),
    ("He left/VBD last year .", {"last year": "2025"}),
    ("It opens/VBZ this weekend .", {"this weekend": "2026-02-14/2026-02-15"}),
    ("It fell/VBD two days ago .", {"two days ago": "2026-02-10"}),
    ("It fell/VBD a week ago .", {"a week ago": "2026-02-02/2026-02-08"}),
    ("It fell/VBD 3 months ago .", {"3 months ago": "2025-11"}),
    ("It fell/VBD ten years ago .", {"ten years ago": "2016"}),
    # days of a month
    ("It began/VBD on February 11 .", {"February 11": "2026-02-11"}),
    ("It began/VBD on Feb. 11 _, 2025 .", {"Feb. 11, 2025": "2025-02-11"}),
    ("It began/VBD on 11 February 2025 .", {"11 February 2025": "2025-02-11"}),
    ("It began/VBD on the 11th of February .", {"the 11th of February": "2026-02-11"}),
    ("On Wednesday _, 11 February _, it began/VBD .", {"Wednesday, 11 February": "2026-02-11"}),
    ("It began/VBD on December 30 .", {"December 30": "2025-12-30"}),
    ("It will/MD begin/VB on January 5 .", {"January 5": "2027-01-05"}),
    ("It ran/VBD on February 11–13 .", {"February 11–13": "2026-02-11/2026-02-13"}),
    ("It ran/VBD on 2026-02-11 .", {"2026-02-11": "2026-02-11"}),
    ("It ran/VBD on February 31 _, 2025 .", {"2025": "2025"}),
    ("The September 11 attacks/NNS changed/VBD that .", {}),
    # months
    ("It was/VBD decided in May 2019 .", {"May 2019": "2019-05"}),
    ("It was/VBD decided in early May 2019 .", {"early May 2019": "2019-05"}),
    ("It was/VBD decided in March .", {"March": "2025-03"}),
    ("It will/MD end/VB in March .", {"March": "2026-03"}),
    ("It was/VBD decided last May .", {"last May": "2025-05"}),
    ("It ran/VBD between May and July 2019 .", {"May and July 2019": "2019-05/2019-07"}),
    # no months
    ("He may/MD march/VB in Washington .", {}),
    ("May said/VBD so .", {}),
    ("April Ryan asked/VBD him .", {}),
    ("He waited/VBD a second .", {}),
    # years
    ("He was/VBD elected in 2019 .", {"2019": "2019"}),
    ("He has/VBZ ruled since 2019 .", {"2019": "2019/.."}),
    ("He has/VBZ ruled since May 2019 .", {"May 2019": "2019-05/.."}),
    ("He will/MD rule/VB until 2030 .", {"2030": "../2030"}),
    ("He ruled/VBD from 2015 to 2018 .", {"2015 to 2018": "2015/2018"}),
    ("He ruled/VBD in 2015 _- _18 .", {"2015-18": "2015/2018"}),
    ("The 2019 elections/NNS failed/VBD .", {"2019": "2019"}),
    ("About 2000 soldiers/NNS died/VBD .", {}),
    ("He paid/VBD $ _2000 for it .", {}),
    ("It grew/VBD by 2000 percent .", {}),
    # coarser
    ("It fell/VBD in the 1990s .", {"the 1990s": "1990/1999"}),
    ("It fell/VBD in the ’90s .", {"the ’90s": "1990/1999"}),
    ("It rose/VBD in the late 19th century .", {"the late 19th century": "1800/1899"}),
    ("It fell/VBD in the first quarter of 2025 .", {"the first quarter of 2025": "2025-01/2025-03"}),
    ("It fell/VBD in the second half of 2025 .", {"the second half of 2025": "2025-07/2025-12"}),
    ("It fell/VBD in the summer of 2024 .", {"the summer of 2024": "2024"}),
]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0] for case in CASES])
def test_time_means(marked: str, expected: dict[str, str]) -> None:
    document, tokens, sentences = parsed(marked, PUBLISHED)
    found = find_times(document, tokens, sentences)
    texts = [document.text[tokens[t.tokens.start].span.start : tokens[t.tokens.end - 1].span.end] for t in found]
    assert dict(zip(texts, [time.value.iso for time in found], strict=True)) == expected


def test_without_a_date_of_publication_only_absolute_times_remain() -> None:
    document, tokens, sentences = parsed("He said/VBD on Wednesday that May 2019 and yesterday mattered .")
    assert [time.value.iso for time in find_times(document, tokens, sentences)] == ["2019-05"]


def test_times_are_in_order_and_apart() -> None:
    document, tokens, sentences = parsed(
        "In 2019 he said/VBD on May 4 _, 2018 that Monday was/VBD 11 June .", PUBLISHED
    )
    found = find_times(document, tokens, sentences)
    assert all(a.tokens.end <= b.tokens.start for a, b in itertools.pairwise(found))
    assert len(found) == 4
