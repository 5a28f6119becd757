"""The views of the database, which answer what is asked most often."""

from typing import Final

VIEWS: Final = (
    # Who said what of which event, where: a report a row, with names and the words by which its paragraph is found.
    """CREATE VIEW said AS
SELECT e.id AS event, e.title, e.earliest AS happened, c.id AS claim, c.text, c.outcome, r.stance, r.modality,
  r.speaker, a.name AS speaker_name, r.voice, r.counts, s.publisher, p.name AS publisher_name, r.source,
  s.title AS source_title, s.published, coalesce(r.passage, r.paragraph) AS spot, g.begins, r.url
FROM reports r JOIN claims c ON c.id = r.claim JOIN events e ON e.id = c.event JOIN sources s ON s.id = r.source
LEFT JOIN actors a ON a.id = r.speaker LEFT JOIN actors p ON p.id = s.publisher
LEFT JOIN paragraphs g ON g.source = r.source AND g.spot = coalesce(r.passage, CAST(r.paragraph AS TEXT))""",
    # What is claimed of each event, with the day and the outcome.
    """CREATE VIEW claimed AS
SELECT c.id AS claim, c.text, c.outcome, c.standing, c.reports, c.voices, c.sides, c.disputes,
  e.id AS event, e.title, e.date, e.earliest AS happened, c.url
FROM claims c JOIN events e ON e.id = c.event""",
    # What each speaker did to claims, counted.
    """CREATE VIEW speakers AS
SELECT r.speaker, a.name AS speaker_name, count(*) AS reports, count(DISTINCT r.claim) AS claims,
  sum(r.stance = 'asserts') AS said, sum(r.stance = 'denies') AS denied, sum(r.stance = 'doubts') AS doubted,
  sum(r.stance = 'unconfirmed') AS unconfirmed, sum(r.stance = 'concedes') AS conceded,
  sum(r.stance = 'retracts') AS took_back
FROM reports r LEFT JOIN actors a ON a.id = r.speaker WHERE r.speaker IS NOT NULL GROUP BY r.speaker""",
    # Each place with all that it lies in, itself too.
    """CREATE VIEW places_within AS
WITH RECURSIVE wider(place, within) AS (
  SELECT id, id FROM places UNION SELECT w.place, p.within FROM wider w JOIN place_parts p ON p.place = w.within)
SELECT place, within FROM wider""",
    # The events at each place, or at a place within it.
    """CREATE VIEW happened_at AS
SELECT DISTINCT w.within AS place, p.name, e.id AS event, e.title, e.date, e.earliest AS happened, e.url
FROM event_places ep JOIN places_within w ON w.place = ep.place JOIN places p ON p.id = w.within
JOIN events e ON e.id = ep.event""",
    # Numbers of one measure about one event, with who gives them.
    """CREATE VIEW counted AS
SELECT c.event, c.id AS claim, f.measure, f.whose, f.item, f.scope, f.min, f.max, f.unit, f.currency, f.approximate,
  f.wording, r.speaker, a.name AS speaker_name, r.source, s.published, r.url
FROM figures f JOIN reports r ON r.claim = f.claim AND r.number = f.report JOIN claims c ON c.id = f.claim
JOIN sources s ON s.id = r.source LEFT JOIN actors a ON a.id = r.speaker""",
    # How much rests on each source.
    """CREATE VIEW sources_used AS
SELECT s.id AS source, s.title, s.publisher, s.published, s.paragraphs, count(r.claim) AS reports,
  count(DISTINCT r.claim) AS claims, s.url
FROM sources s LEFT JOIN reports r ON r.source = s.id GROUP BY s.id""",
    # Paragraphs on which no report rests, and why, where the editors say so.
    """CREATE VIEW paragraphs_not_used AS
SELECT g.source, s.title, g.spot, g.begins, g.unused AS why
FROM paragraphs g JOIN sources s ON s.id = g.source
LEFT JOIN reports r ON r.source = g.source AND coalesce(r.passage, CAST(r.paragraph AS TEXT)) = g.spot
WHERE r.claim IS NULL""",
    # The positions of each dispute with the claims that state them.
    """CREATE VIEW disputed AS
SELECT d.id AS dispute, d.question, d.status, d.would_settle, p.position, p.label, p.stance AS of_position,
  p.claim, c.text, c.outcome, d.url
FROM disputes d JOIN positions p ON p.dispute = d.id LEFT JOIN claims c ON c.id = p.claim""",
    # Who was in which event, and as what.
    """CREATE VIEW took_part AS
SELECT a.id AS actor, a.name, x.role, e.id AS event, e.title, e.date, e.earliest AS happened, e.url
FROM event_actors x JOIN actors a ON a.id = x.actor JOIN events e ON e.id = x.event""",
)
