"""The forms of dates that were agreed on: what each means, its bounds and words; and what is said of every other."""

import pytest
from dateline.ground.dates import ANY_ZONE, DateError, Day, Edtf, Meaning, Precision, in_words, parse, period_named
from hypothesis import given
from hypothesis import strategies as st
from test_dates import EDTF_LIKE, dates, singles

LASTED = 'write 2031-03-01/2031-03-05; if it was some time within, "[2031-03-01..2031-03-05]"'
EACH = 'write "{2031-03-01,2031-03-05}"; if on one of them, "[2031-03-01,2031-03-05]"'
TAKEN = """
2017-11-17                    point  2017-11-17  2017-11-17  17 November 2017
2017-11                       doubt  2017-11-01  2017-11-30  November 2017
0476-09-04                    point  0476-09-04  0476-09-04  4 September 476
0476                          doubt  0476-01-01  0476-12-31  476
16XX~                         doubt  1600-01-01  1699-12-31  about the 1600s
18XX/19XX                     lasts  1800-01-01  1999-12-31  the 1800s to the 1900s
1921/197X~                    lasts  1921-01-01  1979-12-31  1921 to about the 1970s
2031-03-01/2031-03-03         lasts  2031-03-01  2031-03-03  1 to 3 March 2031
2030-12-30/2031-01-02         lasts  2030-12-30  2031-01-02  30 December 2030 to 2 January 2031
2031-03-01/..                 lasts  2031-03-01  open        from 1 March 2031
../2031-03-02                 lasts  open        2031-03-02  until 2 March 2031
[2031-03-01..2031-03-03]      doubt  2031-03-01  2031-03-03  some time from 1 to 3 March 2031
[2031-03-01,2031-03-05]       doubt  2031-03-01  2031-03-05  1 or 5 March 2031
[..2031-03-04]                doubt  open        2031-03-04  some time until 4 March 2031
{2031-03-01,2031-03-03}       each   2031-03-01  2031-03-03  1 and 3 March 2031
{2031-03-01..2031-03-03}      each   2031-03-01  2031-03-03  each day from 1 to 3 March 2031
2004-06~-11                   point  2004-06-11  2004-06-11  11 June 2004, the month and year approximate
2001-21                       doubt  2001-03-01  2001-05-31  spring 2001
2001-24                       doubt  2001-12-01  2002-02-28  winter 2001–2002
1999-24~                      doubt  1999-12-01  2000-02-29  about winter 1999–2000
2001-25                       doubt  2001-03-01  2001-05-31  spring 2001 (northern hemisphere)
2001-29                       doubt  2001-09-01  2001-11-30  spring 2001 (southern hemisphere)
2001-30                       doubt  2001-12-01  2002-02-28  summer 2001–2002 (southern hemisphere)
2001-32                       doubt  2001-06-01  2001-08-31  winter 2001 (southern hemisphere)
0033-22                       doubt  0033-06-01  0033-08-31  summer 33 CE
2001-33                       doubt  2001-01-01  2001-03-31  the first quarter of 2001
2001-36?                      doubt  2001-10-01  2001-12-31  perhaps the fourth quarter of 2001
2001-21/2001-23               lasts  2001-03-01  2001-11-30  spring 2001 to autumn 2001
2001-03/2001-22               lasts  2001-03-01  2001-08-31  March 2001 to summer 2001
[2001-21,2001-24]             doubt  2001-03-01  2002-02-28  spring 2001 or winter 2001–2002
{2001-21..2003-21}            each   2001-03-01  2003-05-31  each season from spring 2001 to spring 2003
-0430                         doubt  -0430-01-01  -0430-12-31  431 BCE
0000                          doubt  0000-01-01   0000-12-31   1 BCE
-0043-03-15                   point  -0043-03-15  -0043-03-15  15 March 44 BCE
-0043-03                      doubt  -0043-03-01  -0043-03-31  March 44 BCE
-0012-02-29                   point  -0012-02-29  -0012-02-29  29 February 13 BCE
-04XX                         doubt  -0499-01-01  -0400-12-31  the 5th century BCE (500 to 401 BCE)
-04XX~                        doubt  -0499-01-01  -0400-12-31  about the 5th century BCE (500 to 401 BCE)
-00XX                         doubt  -0099-01-01  0000-12-31   the 1st century BCE (100 to 1 BCE)
-20XX                         doubt  -2099-01-01  -2000-12-31  the 21st century BCE (2100 to 2001 BCE)
-01XX                         doubt  -0199-01-01  -0100-12-31  the 2nd century BCE (200 to 101 BCE)
-11XX                         doubt  -1199-01-01  -1100-12-31  the 12th century BCE (1200 to 1101 BCE)
-043X                         doubt  -0439-01-01  -0430-12-31  the years 440 to 431 BCE
00XX                          doubt  0000-01-01   0099-12-31   the years 1 BCE to 99 CE
1XXX                          doubt  1000-01-01   1999-12-31   the years 1000 to 1999
-1XXX                         doubt  -1999-01-01  -1000-12-31  the years 2000 to 1001 BCE
-0430/-0403                   lasts  -0430-01-01  -0403-12-31  431 to 404 BCE
-0057/-0049                   lasts  -0057-01-01  -0049-12-31  58 to 50 BCE
-0026/0014                    lasts  -0026-01-01  0014-12-31   27 BCE to 14 CE
-04XX/-0300                   lasts  -0499-01-01  -0300-12-31  the 5th century BCE (500 to 401 BCE) to 301 BCE
-0043-03-15/-0043-03-17       lasts  -0043-03-15  -0043-03-17  15 to 17 March 44 BCE
[-0430,-0428]                 doubt  -0430-01-01  -0428-12-31  431 or 429 BCE
[-0001..0000]                 doubt  -0001-01-01  0000-12-31   2 or 1 BCE
{-0430..-0403}                each   -0430-01-01  -0403-12-31  each year from 431 to 404 BCE
[..-0430]                     doubt  open         -0430-12-31  some time until 431 BCE
-0430-21                      doubt  -0430-03-01  -0430-05-31  spring 431 BCE
-0430-24                      doubt  -0430-12-01  -0429-02-28  winter 431–430 BCE
0000-24                       doubt  0000-12-01   0001-02-28   winter 1 BCE–1 CE
-0430-33                      doubt  -0430-01-01  -0430-03-31  the first quarter of 431 BCE
-0430-~03                     doubt  -0430-03-01  -0430-03-31  March 431 BCE, the month approximate
-0430-XX                      doubt  -0430-01-01  -0430-12-31  some time in 431 BCE
-0430-03-XX                   doubt  -0430-03-01  -0430-03-31  some day in March 431 BCE
Y12025                        doubt  Y12025-01-01 Y12025-12-31 12025
Y-17000~                      doubt  Y-17000-01-01 Y-17000-12-31 about 17001 BCE
Y170000002                    doubt  Y170000002-01-01 Y170000002-12-31 170000002
9999-24                       doubt  9999-12-01   Y10000-02-29 winter 9999–10000
XXXX-01-05                    doubt  open         open         5 January of an unknown year
XXXX-01-05~                   doubt  open         open         about 5 January of an unknown year
XXXX-12-XX                    doubt  open         open         December of an unknown year
XXXX-02-29                    doubt  open         open         29 February of an unknown year
2031-XX-02                    doubt  2031-01-02   2031-12-02   day 2 of an unknown month of 2031
2031-XX-31                    doubt  2031-01-31   2031-12-31   day 31 of an unknown month of 2031
-0430-XX-02                   doubt  -0430-01-02  -0430-12-02  day 2 of an unknown month of 431 BCE
156X-12-25                    doubt  1560-12-25   1569-12-25   25 December of a year from 1560 to 1569
-043X-12-25                   doubt  -0439-12-25  -0430-12-25  25 December of a year from 440 to 431 BCE
15XX-02-29                    doubt  1504-02-29   1596-02-29   29 February of a year from 1500 to 1599
1XXX-12                       doubt  1000-12-01   1999-12-31   December of a year from 1000 to 1999
2017-1X                       doubt  2017-10-01   2017-12-31   some time from October to December 2017
2017-11-1X                    doubt  2017-11-10   2017-11-19   some time from 10 to 19 November 2017
2017-02-2X                    doubt  2017-02-20   2017-02-28   some time from 20 to 28 February 2017
2031-11-3X                    point  2031-11-30   2031-11-30   30 November 2031
156X-1X                       doubt  1560-10-01   1569-12-31   some time from 1 October 1560 to 31 December 1569
1582-10-10                    point  1582-10-10  1582-10-10  10 October 1582
"""

REFUSED = {
    # years before the Common Era and beyond 9999
    "44 BC": 'write "-0043" for 44 BCE',
    "431 BCE": 'write "-0430" for 431 BCE',
    "431 B.C.": 'write "-0430" for 431 BCE',
    "BC 431": 'write "-0430" for 431 BCE',
    "15 March 44 BC": 'write "-0043-03-15" for 15 March 44 BCE',
    "March 15, 44 BC": 'write "-0043-03-15"',
    "5th century BC": 'write "-04XX" for the 5th century BCE',
    "the 1st century BC": 'write "-00XX"',
    "430s BC": 'write "[-0438..-0429]" for some time from 439 to 430 BCE',
    "spring 431 BC": 'write "-0430-21" for spring 431 BCE',
    "c. 431 BC": 'write "-0430~" for about 431 BCE',
    "431-404 BC": "write -0430/-0403",
    "431 to 404 BC": "write -0430/-0403",
    "from 1 to 3 March 44 BC": "write -0043-03-01/-0043-03-03",
    "1 or 5 March 44 BC": 'write "[-0043-03-01,-0043-03-05]"',
    "27 BC to 14 AD": "write -0026/0014",
    "early 5th century BC": 'write "[-0499..-0466]" for some time from 500 to 467 BCE',
    "before 431 BC": 'write "[..-0431]"',
    "after -0430": 'write "[-0429..]"',
    "-0430/-0431": 'write "-0431/-0430" if the two are exchanged',
    "-430": 'write "-0430" for 431 BCE, or "-0429" for 430 BCE',
    "-43-03-15": 'write "-0043-03-15" for 15 March 44 BCE',
    "31 November 44 BC": "November has 30 days",
    "10000 BC": 'write "-9999" for 10000 BCE',
    "17001 BC": "write Y-17000",
    "12025": "write Y12025",
    "12025-01-01": "write Y12025",
    "Y2017": "write 2017",
    "Y-17E7": "write Y-170000000",
    "--01-05": "write XXXX-01-05 for 5 January of an unknown year",
    "XXXX-XX-05": "neither the year nor the month",
    # times and other calendars
    "2001-37": "there is no month 37",
    "2001-21-05": "write 2001-05-21",
    "2001-21-XX": "not a date in a form that is taken",
    "12:10 on 2 March 2031": 'write "2031-03-02T12:10" for 12:10 on 2 March 2031',
    "Julian 1917-10-25": 'write date: "1917-10-25" and calendar: julian, for 25 October 1917 (Julian), 7 November',
    "25 October 1917 (O.S.)": 'write date: "1917-10-25" and calendar: julian',
    "1700-02-29": 'if the source dates by the Julian calendar, write date: "1700-02-29" and calendar: julian',
    "27 Safar 1439": 'write date: "1439-02-27" and calendar: hijri, for 27 Safar 1439 AH, about 17 November 2017',
    # what people type
    "17/11/2017": "write 2017-11-17 for 17 November 2017",
    "02/03/2031": "write 2031-03-02 for 2 March 2031, or 2031-02-03 for 3 February 2031",
    "03/15/2031": "write 2031-03-15",
    "02-03-2031": "or 2031-02-03",
    "02.03.31": "write 2031-03-02 for 2 March 2031, or 1931-03-02",
    "17.11.2017": "write 2017-11-17",
    "Nov 17, 2017": "write 2017-11-17",
    "Friday, 17th of November 2017": "write 2017-11-17",
    "17-Nov-2017": "write 2017-11-17",
    "Nov. 2017": "write 2017-11 for",
    "20310305": "write 2031-03-05",
    "2031-13-01": "write 2031-01-13",
    "476": 'write "0476"',
    "AD 476": 'write "0476"',
    "2031-03-01..2031-03-03": 'write 2031-03-01/2031-03-03; if it was some time within, "[2031-03-01..2031-03-03]"',
    "2031-03-01 - 2031-03-03": "write 2031-03-01/2031-03-03",
    "2031-03-01–2031-03-03": "write 2031-03-01/2031-03-03",
    "2031-03-01/03": "write 2031-03-01/2031-03-03",
    "from 1 to 3 March 2031": "write 2031-03-01/2031-03-03",
    "March 1-3, 2031": "write 2031-03-01/2031-03-03",
    "28 February to 2 March 2031": "write 2031-02-28/2031-03-02",
    "March–May 2031": "write 2031-03/2031-05",
    "1914-18": "write 1914/1918",
    "1/3/2031 - 3/3/2031": "write 2031-03-01/2031-03-03",
    "between 1 and 5 March 2031": 'write "[2031-03-01..2031-03-05]"',
    "2031-03-01/": "write 2031-03-01/..",
    "2031-03-01 - present": "write 2031-03-01/..",
    "since March 2031": "write 2031-03/..",
    "before 2031-03-05": 'write "[..2031-03-04]"',
    "before 2031": 'write "[..2030]"',
    "after March 2031": 'write "[2031-04..]"',
    "before 199X": 'write "[..1989]"',
    "before the 1990s": 'write "[..1989]"',
    "after the 1990s": 'write "[2000..]"',
    "after 20XX": 'write "[2100..]"',
    "after 2031-02-XX": 'write "[2031-03..]"',
    "before 1 January 0001": 'write "[..0000-12-31]"',
    "after 9999-12-31": 'write "[Y10000..]"',
    "1 March 2031 -": "if it goes on since then, write 2031-03-01/..",
    "2017-ongoing": "write 2017/..",
    "ongoing": "as 2031-03-06/..",
    "199-": "write 199X",
    "199?": 'write 199X for the 1990s, or "0199?"',
    "1731/2": "write 1731-02 for that month; if it lasted from the one year to the other, write 1731/1732",
    "10 February 1731/2": 'write 1732-02-10; write date: "1732-02-10" and calendar: julian',
    "by 5 March 2031": '"[..2031-03-05]"',
    "until 2031-03-05": "../2031-03-05",
    "1 or 5 March 2031": 'write "[2031-03-01,2031-03-05]"',
    "1 and 3 March 2031": 'write "{2031-03-01,2031-03-03}"',
    "1990s": "write 199X",
    "1900s": "write 190X for the years 1900 to 1909, or 19XX for the 1900s",
    "5th century": 'write "04XX"',
    "1st century": 'write "[0001..0099]"',
    "circa 2030": "write 2030~",
    "c. 2030": "write 2030~",
    "2030 (?)": "write 2030?",
    "early March 2031": 'write "[2031-03-01..2031-03-10]"',
    "mid-2030": 'write "[2030-05..2030-08]"',
    "late February 2032": 'write "[2032-02-21..2032-02-29]"',
    "Q3 2030": "write 2030-35 for the third quarter of 2030",
    "2030-Q3": "write 2030-35",
    "spring 2030": "write 2030-21 for spring 2030",
    "winter 2030": "write 2030-24 for winter 2030–2031, or 2029-24 for winter 2029–2030",
    "unknown": '"[..2031-03-06]"',
    "n.d.": '"[..2031-03-06]"',
    "yesterday": "date_basis: relative",
    "٢٠٣١-٠٣-٠٢": "write 2031-03-02",
    "۲۰۳۱-۰۳-۰۲": "write 2031-03-02",
    "2031–03–02": "write 2031-03-02",
    "..2031-03-01": 'write "[..2031-03-01]"; if it lasted until then, ../2031-03-01',
    "2031-03-01..": 'write 2031-03-01/..; if it was once, then or later, "[2031-03-01..]"',
    "2017/...": "write 2017/..",
    "…/2017": "write ../2017",
    "?/2017": 'write "[..2017]"',
    "476-09-04": 'write "0476-09-04"',
    "early 1990s": 'write "[1990..1993]"',
    "mid-1990s": 'write "[1994..1996]"',
    "late 1990s": 'write "[1997..1999]"',
    "early 19th century": 'write "[1800..1833]"',
    "first half of the 19th century": 'write "[1800..1849]"',
    "last quarter of 2030": "write 2030-36",
    "Q3 of 2030": "write 2030-35",
    "2030 third quarter": "write 2030-35",
    "first half 2030": 'write "[2030-01..2030-06]"',
    "first half of March 2031": 'write "[2031-03-01..2031-03-15]"',
    "winter 2001-2002": "write 2001-24",
    "winter 2001/02": "write 2001-24",
    "summer 2001/02": "write 2001-30 for summer 2001–2002 (southern hemisphere)",
    "late summer 2017": "write 2017-08",
    "17/11/2017-18/11/2017": "write 2017-11-17/2017-11-18",
    "12 Nov 17": "write 2017-11-12 for 12 November 2017, or 1917-11-12",
    "17-Nov-17": "write 2017-11-17",
    "2017/11/17 00:00:00": 'write "2017-11-17T00:00:00"',
    "17 November 2017, evening": "write 2017-11-17, and the evening into date_wording",
    "night of 17 November 2017": "write 2017-11-17, and the night into date_wording",
    "2017-present": "write 2017/..",
    "2031-03-05 -> 2031-03-07": "write 2031-03-05/2031-03-07",
    "pre-2031": 'write "[..2030]"',
    "post-2031": 'write "[2032..]"',
    "as from 2017": "write 2017/..",
    "through 2017": 'write "[..2017]"',
    "[2031-03-01/2031-03-03]": 'write 2031-03-01/2031-03-03; if it was some time within, "[2031-03-01..2031-03-03]"',
    "{2031-03-01/2031-03-03}": 'if it was on each day of them, "{2031-03-01..2031-03-03}"',
    "[2031-03-01 2031-03-05]": 'write "[2031-03-01,2031-03-05]" for 1 or 5 March 2031',
    "[2031-03-01:2031-03-05]": 'write "[2031-03-01,2031-03-05]" for 1 or 5 March 2031',
    "[2031-03-01,2031-03-05": 'write "[2031-03-01,2031-03-05]" for 1 or 5 March 2031',
    "2031-03-01,2031-03-05]": 'write "[2031-03-01,2031-03-05]" for 1 or 5 March 2031',
    "[2031-03-01,,2031-03-05]": 'write "[2031-03-01,2031-03-05]" for 1 or 5 March 2031',
    "[2031-03-01,2031-03-05,]": 'write "[2031-03-01,2031-03-05]" for 1 or 5 March 2031',
    "[[2031-03-01,2031-03-05]]": 'write "[2031-03-01,2031-03-05]" for 1 or 5 March 2031',
    "[2031-03-01,05]": 'write "[2031-03-01,2031-03-05]" for 1 or 5 March 2031',
    "[2031-03-01.2031-03-05]": 'write "[2031-03-01..2031-03-05]" for some time from 1 to 5 March 2031',
    "[2031-03-01..05]": 'write "[2031-03-01..2031-03-05]" for some time from 1 to 5 March 2031',
    "[..;2031-03-05]": 'write "[..2031-03-05]" for some time until 5 March 2031',
    "[2031-03-01;..]": 'write "[2031-03-01..]" for some time from 1 March 2031 on',
    "{2031-03-01+2031-03-05}": 'write "{2031-03-01,2031-03-05}" for 1 and 5 March 2031',
    "2031-03-01//2031-03-05": LASTED,
    "2031-03-01\\2031-03-05": LASTED,
    "2031-03-01--2031-03-05": LASTED,
    "2031-03-01~2031-03-05": LASTED,
    "2031-03-01:2031-03-05": LASTED,
    "2031-03-01_2031-03-05": LASTED,
    "2031-03-01 bis 2031-03-05": LASTED,
    "1.-5.3.2031": LASTED,
    "1.3.-5.3.2031": LASTED,
    "March 1st-5th, 2031": LASTED,
    "2031-03-01+2031-03-05": EACH,
    "2031-03-01,2031-03-05": EACH,
    "Mar 1 and 5, 2031": EACH,
    "<2031-03-05>": "write 2031-03-05 for 5 March 2031",
    "'2031-03-05'": "write 2031-03-05 for 5 March 2031",
    "2031_03_05": "write 2031-03-05 for 5 March 2031",
    "2031,03,05": "write 2031-03-05 for 5 March 2031",
    "2031-03-O5": "write 2031-03-05 for 5 March 2031",
    "2O31-03-05": "write 2031-03-05 for 5 March 2031",
    "2031--03-05": "write 2031-03-05 for 5 March 2031",
    "2031-03--05": "write 2031-03-05 for 5 March 2031",
    "2031-0305": "write 2031-03-05 for 5 March 2031",
    "203103-05": "write 2031-03-05 for 5 March 2031",
    "2031-W10-3": "write 2031-03-05 for 5 March 2031",
    "2031-064": "write 2031-03-05 for 5 March 2031",
    "2031年3月5日": "write 2031-03-05 for 5 March 2031",
    "2031-W10": 'write "[2031-03-03..2031-03-09]" for some time from 3 to 9 March 2031',
    "\uff12\uff10\uff13\uff11\uff0d\uff10\uff13\uff0d\uff10\uff15": "write 2031-03-05, in plain digits and hyphens",
    "[2031-03-01;2031-03-03]": 'write "[2031-03-01,2031-03-03]"',
    "[1 or 3 March 2031]": 'write "[2031-03-01,2031-03-03]"',
    "(2031-03-01..2031-03-03)": 'write "[2031-03-01..2031-03-03]"',
    "[17/11/2017..18/11/2017]": 'write "[2017-11-17..2017-11-18]"',
    "2030?~": "write 2030%",
    "2030~?": "write 2030%",
    "circa 1850-1860": 'write "[1850~..1860~]"',
    "2031±5": 'write "[2026..2036]"',
    "some time in 2030": "write 2030",
    "during 2031": "write 2031",
    "201x": "write 201X",
    "2017-11-xx": "write 2017-11-XX",
    "20??": "write 20XX",
    "199u": "write 199X",
    "199x-200x": "write 199X/200X",
    "31/11/2017": "November has 30 days: correct the day or the month",
    "31 November 2017": "November has 30 days",
    "30 February 2031": "February 2031 has 28 days",
    "29 February 1700": 'write date: "1700-02-29" and calendar: julian, for 29 February 1700 (Julian), 11 March',
    "29 Feb 1900": 'write date: "1900-02-29" and calendar: julian',
    "31.11.2017 - 02.12.2017": "November has 30 days",
    "(2017)": "write 2017",
    "5 January": "the year is missing: put it before the month and the day, as 2031-01-05",
    "January 5": "the year is missing",
    "either 1 or 5 March 2031": 'write "[2031-03-01,2031-03-05]"',
    "1, 5 or 9 March 2031": 'write "[2031-03-01,2031-03-05,2031-03-09]"',
    "+2017-11-17": "write 2017-11-17",
    "2017-11-31": "November has 30 days",
    "2031-02-29": "write 2031-02-28 or 2031-03-01",
    "2031-03-03/2031-03-01": "ends before it begins",
}


def rows() -> list[list[str]]:
    return [line.split(maxsplit=4) for line in TAKEN.strip().splitlines()]


@pytest.mark.parametrize("text, meaning, first, last, words", rows(), ids=[row[0] for row in rows()])
def test_a_form_means_what_was_agreed(text: str, meaning: str, first: str, last: str, words: str) -> None:
    when = parse(text)
    assert when.meaning.value == meaning
    assert (str(when.earliest or "open"), str(when.latest or "open")) == (first, last)
    assert in_words(when) == words


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_taken_is_shown_whole_and_answered_with_what_to_write(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(text)
    assert f"'{text}'" in refused.value.problem
    assert REFUSED[text] in str(refused.value)


@given(st.one_of(st.text(max_size=60), EDTF_LIKE, st.from_regex(r"[a-z0-9 .,/'–-]{0,40}", fullmatch=True)))
def test_any_text_is_a_date_or_is_told_what_to_write(text: str) -> None:
    try:
        when = parse(text)
    except DateError as error:
        assert error.problem  # noqa: PT017 - either end is right
        assert error.cure  # noqa: PT017 - the same
    else:
        assert in_words(when).strip()


WORDS = [
    "c.",
    "ca.",
    "about",
    "perhaps",
    "before",
    "after",
    "since",
    "until",
    "between",
    "and",
    "or",
    "to",
    "early",
    "mid",
    "late",
    "spring",
    "winter",
    "Q3",
    "1990s",
    "5th",
    "century",
    "March",
    "Nov",
    "3",
    "17",
    "2031",
    "2031-03-05",
    "..",
    "/",
    "-",
    "?",
    "~",
    "BC",
    "AD",
    "Safar",
    "unknown",
    "first",
    "half",
    "of",
    "T12:30",
    "[",
    "]",
    "{",
    "}",
    ",",
    "XXXX",
    "0000",
]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_what_is_offered_for_any_words_is_itself_taken(text: str) -> None:
    try:
        parse(text)
    except DateError as error:
        # "Winter 2031–2032" and "20:31 on 5 March 2017" are what a date is called, not what to write.
        words = (word.strip('",;:()') for word in error.cure.split() if "\N{EN DASH}" not in word)
        offers = [word for word in words if ":" not in word or "T" in word]
        for offer in offers:
            if offer[:1].isdigit() and len(offer) > 3 and not offer.isdigit() and offer[-1] in "0123456789X~?.":
                assert parse(offer, ANY_ZONE).text == offer  # a time may need a zone


@given(dates())
def test_the_bounds_hold_all_parts_and_what_is_certain(text: str) -> None:
    when = parse(text)
    for member in when.members:
        assert when.order[0] <= member.order[0]
        assert member.order[1] <= when.order[1]
    if when.begin is not None:
        assert when.earliest == when.begin.earliest
    if when.end is not None:
        assert when.latest == when.end.latest
    for first, last in when.certain:
        assert when.order[0] <= first <= last <= when.order[1]
    assert not (when.certain and when.meaning is Meaning.DOUBT)


@given(singles(), singles())
def test_a_span_and_a_range_share_their_days_and_not_their_meaning(one: str, other: str) -> None:
    first, last = sorted([parse(one), parse(other)], key=lambda when: when.order)
    if first.order[0] > last.order[1]:
        return
    lasts, doubt, each = (parse(form.format(first, last)) for form in ("{}/{}", "[{}..{}]", "{{{}..{}}}"))
    assert len({(when.earliest, when.latest) for when in (lasts, doubt, each)}) == 1
    assert [when.meaning for when in (lasts, doubt, each)] == [Meaning.LASTS, Meaning.DOUBT, Meaning.EACH]
    assert not doubt.certain


@given(dates())
def test_a_date_is_filed_under_a_time_that_holds_its_first_day(text: str) -> None:
    when: Edtf = parse(text)
    period = when.period
    if period and when.filed.earliest is not None:
        named = period_named(period)
        assert named is not None
        assert named.first <= max(when.filed.earliest, Day(1, 1, 1)) or when.filed.earliest.year < 1
        assert when.filed.earliest <= named.last
        assert (when.day is not None) == (named.unit is Precision.DAY)


@pytest.mark.parametrize("text, told", [("2017-11-31", 0), ("31/11/2017", 1)])
def test_what_is_impossible_is_told_once(text: str, told: int) -> None:
    with pytest.raises(DateError) as refused:
        parse(text)
    assert refused.value.cure.count("has no day") == told


def test_each_of_several_quarters_is_told_as_such() -> None:
    assert in_words(parse("{2001-33..2002-33}")) == (
        "each quarter from the first quarter of 2001 to the first quarter of 2002"
    )
