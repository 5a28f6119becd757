"""How much of everything there is in the chronology, counted apart from what the exports made of it."""

from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition


@derivation
def counts_of_all(edition: Edition) -> dict[str, int]:
    """Return how many events, claims, reports and so on are published."""
    graph = edition.chronology
    claims = [claim for event in graph.events.values() for claim in event.claims]
    reports = [report for claim in claims for report in claim.reports]
    return {
        "events": len(graph.events),
        "claims": len(claims),
        "reports": len(reports),
        "figures": sum(len(report.figures) for report in reports),
        "sources": len(graph.sources),
        "actors": len(graph.actors),
        "places": len(graph.places),
        "disputes": len(graph.disputes),
    }
