/* Sveltia CMS forbids to enlarge the page with two fingers; who needs larger letters may. */

const FORBIDS = /,?\s*(?:maximum-scale|user-scalable)=[^,]*/g;

/** Keep the page free to be enlarged, whatever is written into its head later. */
export function letZoom(head) {
  const free = () => {
    for (const one of head.querySelectorAll("meta[name=viewport]")) {
      const content = one.content.replace(FORBIDS, "");
      if (one.content !== content) one.content = content;
    }
  };
  new MutationObserver(free).observe(head, { attributes: true, childList: true, subtree: true });
  free();
}
