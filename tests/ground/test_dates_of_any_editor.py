"""Dates as editors of other countries, crafts and centuries type them: each is told with what it may be."""

import pytest
from dateline.ground.dates import DateError, parse

CURES = {
    # --- eras ---
    "circa 490 or 489 BC": 'write "[-0489~,-0488]"',
    "1 March 44 or 3 April 43 BC": 'write "[-0043-03-01,-0042-04-03]"',
    "March 1 or April 3, 44 BC": 'write "[-0043-03-01,-0043-04-03]"',
    "44 and 43 B.C.E.": 'write "{-0043,-0042}"',
    "from 431 to 404 B.C.": "write -0430/-0403;",
    # --- clocks ---
    "~2031-03-02T12:10": 'write "2031-03-02T12:10~"',
    "?2031-03-~02T12:10": 'write "2031-03-02T12:10%"',
    "2031-03-02T12:10:05.250Z": 'write "2031-03-02T12:10:05Z"',
    "2017-11-17T14:30:00,5+02:00": 'write "2017-11-17T14:30:00+02:00"',
    "2016-12-31T23:59:60Z": 'write "2016-12-31T23:59:59Z"',
    "2017-01-01T02:59:60+03:00": 'write "2017-01-01T02:59:59+03:00"',
    "2017-01-01T05:29:60+05:30": 'write "2017-01-01T05:29:59+05:30"',
    "2016-12-31T22:59:60Z": "correct the time",
    # --- two years that look like a month or a season ---
    "2030–31": 'write 2030/2031; if it was some time within, "[2030..2031]"',
    "1999–01": "write 1999-01 for January 1999; if it lasted so many years, 1999/2001",
    "2010–11": "write 2010-11 for November 2010; if it lasted so many years, 2010/2011",
    "1731/2-02-11": "the year is 1732 as it is counted now: write 1732-02-11",
    "201711": "if it is a month, write 2017-11 for November 2017; if it is a day, 2020-11-17",
    # --- what nobody knows ---
    "17 November 20??": "write 20XX-11-17",
    "November 201-": "write 201X-11 for",
    "17 Nov 201?": "write 201X-11-17",
    "November 19--": "write 19XX-11",
    "17 November ????": "write XXXX-11-17",
    "????-11-17": "write XXXX-11-17",
    "19--": "write 19XX for",
    "18--?": "write 18XX for",
    "??/11/2017": "write 2017-11-XX",
    "xx.11.2017": "write 2017-11-XX",
    "00/11/2017": "write 2017-11-XX",
    "17.??.2017": "write 2017-XX-17",
    "2017--17": "write 2017-XX-17",
    "00.00.2017": "write 2017-XX for",
}


@pytest.mark.parametrize("typed", CURES)
def test_a_date_of_any_editor_is_told_with_what_to_write(typed: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(typed, "Asia/Damascus")
    assert CURES[typed] in refused.value.cure
