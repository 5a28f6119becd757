"""Dates as editors of other countries, crafts and centuries type them: each is told with what it may be."""

import pytest
from dateline.ground.dates import DateError, in_words, parse

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
    # --- EDTF that is not taken, or with a slip ---
    "1950S2": "write 19XX for",
    "1950S3": "write 195X for",
    "Y171010000S3": 'write "[Y171000000..Y171999999]"',
    "Y-3388E2S3": 'write "[Y-338999..Y-338000]"',
    "2001-38": (
        'write "[2001-05..2001-08]" for some time from May to August 2001; if it lasted so many years, 2001/2038'
    ),
    "2001-41": 'write "[2001-07..2001-12]"',
    "1985-02-X9": 'write "[1985-02-09,1985-02-19]"',
    "1984-X2": 'write "[1984-02,1984-12]"',
    "19X4": 'write "[1904,1914,1924,1934,1944,1954,1964,1974,1984,1994]"',
    "XX84": "X stands for the last digits",
    "[1984,1985]~": 'write "[1984~,1985~]"',
    "{1984..1986}?": 'write "{1984?..1986?}"',
    "xxxx-12-25": "write XXXX-12-25",
    "2017-11-08t14:30z": 'write "2017-11-08T14:30Z"',
    "open/2004": 'write "[..2004]"',
    "1985-04-12/unknown": "nobody knows how long, write 1985-04-12/..",
    "Y999999999999": "a year has at most 11 digits",
    "[,1984]": "write 1984",
    "2031-03-01/P2D": "write 2031-03-01/2031-03-02, if the first one counts",
    "2031-03-01/P1W": "write 2031-03-01/2031-03-07",
    "R3/2031-03-01/P1D": "write both days",
    # --- as machines and sheets write it ---
    "2017.0": "write 2017",
    "+002017-11-17": "write 2017-11-17",
    "-000043-03-15": 'write "-0043-03-15"',
    "+012025-01-01": "write Y12025",
    "2031-03-02T05:40+01:00[Europe/Berlin]": 'write "2031-03-02T05:40+01:00"',
    "2031-03-02T05:40 Europe/Berlin": 'write "2031-03-02T05:40+01:00"',
    "2031-07-02T05:40[Europe/Berlin]": 'write "2031-07-02T05:40+02:00"',
    "2031-03-30T02:30 Europe/Berlin": "correct the time",
    "2031-03-02T12:5": 'write "2031-03-02T12:05"',
    "2031-03-02T12:10~Z": 'write "2031-03-02T12:10Z~"',
    "Nov-17": "if it is the month of a year, write 2017-11 or 1917-11; if it is a day, the year is missing",
    "Nov-76": "write 1976-11 or 1876-11",
    "79-08-24": 'write 1979-08-24 for 24 August 1979, or 1879-08-24 for 24 August 1879, or "0079-08-24"',
    # --- years of few digits ---
    "4.9.476": 'write "0476-09-04"',
    "98-117": "write 0098/0117",
    "431-404": "write -0430/-0403",
    "-0043/3/15": 'write "-0043-03-15"',
    "12025 AD": "write Y12025",
    # --- spans ---
    "5-3 March 2031": "it ends before it begins: write 2031-03-03/2031-03-05",
    "30 December – 2 January 2031": "if it began in the year before, write",
    "December 30 – January 2, 2031": '"[2030-12-30..2031-01-02]"',
    "30 December 2031 – 2 January 2031": "write 2031-01-02/2031-12-30 if the two are exchanged",
    "late 1990s to early 2000s": 'write "[1997..2003]"',
    "late 19th to early 20th century": 'write "[1867..1933]"',
    "early to mid 1990s": 'write "[1990..1996]"',
    "between late March and early April 2031": 'write "[2031-03-21..2031-04-10]"',
    "Q3-Q4 2030": "write 2030-35/2030-36",
    "Q5 2030": "the quarters of a year are Q1 to Q4",
    "17/17/2017": "there is no month 17",
    "week ending 9 March 2031": 'write "[2031-03-03..2031-03-09]"',
    "w/c 3 March 2031": 'write "[2031-03-03..2031-03-09]"',
    "weekend of 2 March 2031": 'write "[2031-03-01..2031-03-02]"',
    # --- hours ---
    "between 2 and 3 pm on 2 March 2031": 'write "2031-03-02T14:00/2031-03-02T15:00"',
    "11-2 pm on 2 March 2031": 'write "2031-03-02T11:00/2031-03-02T14:00"',
    "11 to 12 pm, 2 March 2031": 'write "2031-03-02T11:00/2031-03-02T12:00"',
    "shortly before midnight on 2 March 2031": "write 2031-03-02, and shortly before midnight into date_wording",
    "early hours of 2 March 2031": "write 2031-03-02, and the early hours into date_wording",
    # --- what is counted from elsewhere ---
    "the same day": "reckon the day from that of the source",
    "ibid.": "reckon the day from that of the source",
    "the next morning": "reckon the day from that of the source",
}


@pytest.mark.parametrize("typed", CURES)
def test_a_date_of_any_editor_is_told_with_what_to_write(typed: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(typed, "Asia/Damascus")
    assert CURES[typed] in refused.value.cure


@pytest.mark.parametrize(
    "written, words",
    [
        ("2004-06-~01/2004-06-~20", "1 June 2004 (the day approximate) to 20 June 2004 (the day approximate)"),
        ("2004?-06/..", "from June 2004 (the year uncertain)"),
        ("../2004?-06", "until June 2004 (the year uncertain)"),
        ("[2004-06~-11,2004-06-20]", "11 June 2004 (the month and year approximate) or 20 June 2004"),
        ("[2004-06-20,2004-06~-11]", "20 June 2004 or 11 June 2004 (the month and year approximate)"),
        ("2004-06~-11", "11 June 2004, the month and year approximate"),
        ("2004-06-11~/2004-06-20", "from about 11 to 20 June 2004"),
    ],
)
def test_what_is_said_of_the_parts_of_a_side_stands_in_brackets(written: str, words: str) -> None:
    assert in_words(parse(written)) == words
