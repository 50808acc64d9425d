"""Whether an office was held on a day."""

from datetime import date

import pytest

from kg.document import DocumentId, Period, Span
from kg.knowledge import Certainty, CueKind, Evidence, Polarity, StatementId
from kg.query.tenure import Known, Standing, known, verdict

DAY = date(2026, 2, 11)


def evidence(**reading):
    return Evidence(StatementId("s"), DocumentId("a"), Span(0, 1), "q", "hold", "title", **reading)


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ({}, Known(DAY, DAY)),
        ({"status": "acting"}, Known(DAY, DAY)),
        ({"status": "former"}, Known(gone=DAY)),
        ({"status": "elect"}, Known(before=DAY)),
        ({"status": "nominee", "time": Period("2026-02-10", "2026-02-10")}, Known(before=DAY)),
        ({"time": Period("2026-02-10", "2026-02-10")}, Known(date(2026, 2, 10), date(2026, 2, 10))),
        ({"time": Period("2019", "2019")}, Known(date(2019, 1, 1), date(2019, 12, 31), is_throughout=False)),
        ({"time": Period("2019-05", "")}, Known(date(2019, 5, 31), DAY, before=date(2019, 4, 30))),
        ({"time": Period("2027", "")}, Known(date(2027, 12, 31), date(2027, 12, 31), before=date(2026, 12, 31))),
        ({"time": Period("", "2026-05")}, Known(DAY, date(2026, 5, 1), gone=date(2026, 6, 1))),
        (
            {"status": "former", "time": Period("", "2019")},
            Known(date(2019, 1, 1), date(2019, 1, 1), gone=date(2020, 1, 1)),
        ),
        (
            {"status": "former", "time": Period("2013", "2021-08-25")},
            Known(date(2013, 12, 31), date(2021, 8, 25), before=date(2012, 12, 31), gone=date(2021, 8, 26)),
        ),
        ({"time": Period("long ago", "long ago")}, Known(is_throughout=True)),
        ({"time": Period("2026-02-30", "2026-02-30")}, Known()),
        ({"time": Period("2026-13", "2026-13")}, Known()),
    ],
    ids=str,
)
def test_what_a_piece_of_evidence_tells(reading, expected):
    assert known(evidence(**reading), DAY) == expected


@pytest.mark.parametrize(
    "reading",
    [
        {"polarity": Polarity.NEGATIVE},
        {"polarity": Polarity.NEGATIVE, "status": "former"},
        {"certainty": Certainty.PLANNED},
        {"cue_kind": CueKind.DENY},
    ],
    ids=str,
)
def test_denied_and_unsure_evidence_tells_nothing(reading):
    assert known(evidence(**reading), DAY) is None


def test_an_article_without_a_date_tells_only_of_stated_times():
    assert known(evidence(), None) == Known()
    assert known(evidence(status="elect"), None) is None
    assert known(evidence(time=Period("2013", "2021")), None).last == date(2021, 1, 1)


def in_office(year):
    return Known(date(year, 6, 1), date(year, 6, 1))


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ([in_office(2020)], Standing.HELD),
        ([Known(date(2019, 1, 1), date(2021, 1, 1))], Standing.HELD),
        ([in_office(2019), in_office(2021)], Standing.HELD),
        ([in_office(2019)], Standing.UNKNOWN),
        ([in_office(2021)], Standing.UNKNOWN),
        ([Known(date(2020, 1, 1), date(2020, 12, 31), is_throughout=False)], Standing.UNKNOWN),
        ([Known(gone=date(2021, 1, 1))], Standing.UNKNOWN),
        ([Known(before=date(2019, 1, 1))], Standing.UNKNOWN),
        ([Known(gone=date(2020, 6, 1))], Standing.NOT_HELD),
        ([in_office(2018), Known(gone=date(2019, 1, 1))], Standing.NOT_HELD),
        ([Known(before=date(2020, 6, 1))], Standing.NOT_HELD),
        ([Known(before=date(2020, 7, 1)), in_office(2021)], Standing.NOT_HELD),
        ([in_office(2018), Known(gone=date(2019, 1, 1)), in_office(2021)], Standing.NOT_HELD),
        ([in_office(2018), Known(gone=date(2020, 8, 1)), in_office(2021)], Standing.UNKNOWN),
        ([Known(gone=date(2018, 1, 1)), in_office(2019)], Standing.UNKNOWN),
        ([], Standing.UNKNOWN),
    ],
    ids=str,
)
def test_the_standing_on_a_day(facts, standing):
    assert verdict(facts, date(2020, 6, 1)).standing is standing


def test_a_verdict_names_the_nearest_days_of_which_more_is_known():
    facts = [
        in_office(2015),
        in_office(2018),
        in_office(2022),
        Known(gone=date(2025, 1, 1)),
        Known(gone=date(2021, 1, 1)),
    ]
    found = verdict(facts, date(2020, 6, 1))
    assert (found.earlier, found.later, found.gone) == (date(2018, 6, 1), date(2022, 6, 1), date(2021, 1, 1))
    assert found.before is None
