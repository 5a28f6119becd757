"""Which sources may be sent to a web archive, where all the world can read what they give."""

from dateline.records.types import Source


def why_not_archived(source: Source) -> str | None:
    """Return why the address of a source is never sent to an archive; None where the record has nothing against it.

    Whoever sends an address asks this first, of every source. What the address itself gives away (a login page, a
    secret in it) is looked at where it is sent.
    """
    if source.url is None:
        return "it has no address"
    if source.withheld is not None:
        return "it is withheld"
    if source.access == "login":
        return "a login guards it (access: login)"
    return None
