"""The script that a preview adds to its pages: it loads a page again when what it was made from has changed."""

import re
from typing import Final

ADDRESS: Final = "/_dateline/changes/"
"""Where a browser waits for a change; addresses of a site never begin with an underscore."""
_SCRIPT: Final = """<script data-dateline="preview">
(() => {
  const shown = "EDITION";
  let waiting = null;
  async function wait() {
    waiting = new AbortController();
    let pause = 1000;
    try {
      const answer = await fetch("ADDRESS" + shown, { signal: waiting.signal, cache: "no-store" });
      const now = answer.ok ? await answer.text() : "";
      if (now && now !== shown) return location.reload();
      if (answer.ok) pause = 0;
    } catch (error) {
      if (error.name === "AbortError") return;
    }
    setTimeout(() => { if (document.visibilityState === "visible") wait(); }, pause);
  }
  const follow = () => {
    waiting?.abort();
    if (document.visibilityState === "visible") wait();
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("pageshow", follow);
  addEventListener("pagehide", () => waiting?.abort());
})();
</script>"""
_END: Final = re.compile(rb"</body>", re.IGNORECASE)


def following(html: bytes, edition: str) -> bytes:
    """Return a page that loads itself again as soon as `edition` is not what pages are made from."""
    script = _SCRIPT.replace("EDITION", edition).replace("ADDRESS", ADDRESS).encode()
    ends = [match.start() for match in _END.finditer(html)]
    at = ends[-1] if ends else len(html)
    return html[:at] + script + html[at:]
