"""The tricks that make pages fast and change no byte of them, behind one door.

| trick | where, and why | gains (2,000 events) |
|---|---|---|
| HTML blocks | `ground/blocks.py`: Python-Markdown looks for ends that are known | 5.2 ms a page |
| fragments | `site/speed/fragments.py`: the theme says the same on page after page | 1.6 ms a page |
| compiled templates | `pages/rendering/compiled.py`: Jinja calls and escapes by detours | 1.2 ms a page |
| emptied contexts | `pages/rendering/emptied.py`: Jinja leaves views to the garbage collector | 1.4 ms a page |
| the theme's files | `site.speed.theme_files.py`: of its folder of icons no file is on the site | 0.1 s a build |
| kept records | `records/loading/record_cache.py`, `codec.py`: most files say what they said | 0.6 of 1.3 ms an event |
| only what changed | `site/building`: a page is made of what it looked at | nearly all of an edit |
| processes | `ground/processes.py`: copies of this one share the work | as many as there are cores |

With all of them, a page takes some 7.6 ms.  `benchmarks/RESULTS.md` has the figures.

`dateline build --plain` does without all of them, so a page that looks wrong is held against
the same page made plainly.  The first three rest on the inside of Jinja, of the theme and of
Python-Markdown.  So each is tried out on something tiny before it is used; where it does not
give what is given without it, pages are made without it, and a user is told once.
"""

from dateline.site.speed.choosing import PLAIN, Speed, speed_of
from dateline.site.speed.fragments import FragmentWatch, keep_fragments
from dateline.site.speed.theme_files import list_by_folder

__all__ = ["PLAIN", "FragmentWatch", "Speed", "keep_fragments", "list_by_folder", "speed_of"]
