"""The definition of what a duplicate is: SQL that DuckDB and Spark both run, word for word.

Input, per level: `units_LEVEL(doc, unit, lo, hi, h1, h2)`, and `documents(doc, site, chars)`. Each statement defines one
table by a query over those before it; all of them are deterministic: every order is total.

- `sizes_L`: how many units there are.
- `groups_L`: the keys that occur more than once; groups are numbered by their first place.
- `flags_L`: each occurrence of such a key: its group, how many copies, on how many documents, the first copy's place.
- `runs_L`: maximal runs of consecutive units that stand in the same order elsewhere: in an earlier document, or
  (`other` = `doc`) `shift` units before in the same one. Units that lead from one place to another nominate
  alignments (`links_L`); along each of them all equal units are taken (`matches_L`), whichever copy came first; what
  lies within a longer run of the same document is left out.
- `sites_L`: on how many documents of each site a group stands.
- `near`: pairs of documents by the characters of the units that they have in common.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from repdiff.duplicates.settings import Level, Settings

_LINKS_PER_DOCUMENT = 64
"""How many alignments of one document are followed, the best first: a bound for pages put together of crumbs."""


class Table(NamedTuple):
    """A table of the definition: its name and the query that gives its rows."""

    name: str
    query: str


def tables(settings: Settings) -> Iterator[Table]:
    """All tables for these settings, each after those that it reads."""
    for level in settings.levels:
        yield from _flags(level)
        if level is not Level.DOCUMENT:
            yield from _runs(level, settings)
    for level in boilerplate_levels(settings.levels):
        yield _sites(level, settings)
    if settings.near:
        yield from _near(settings)


def boilerplate_levels(levels: Sequence[Level]) -> tuple[Level, ...]:
    """The level at which boilerplate is looked for: lines where lines are units, else sentences."""
    return tuple(level for level in (Level.PARAGRAPH, Level.SENTENCE) if level in levels)[:1]


def _flags(level: str) -> Iterator[Table]:
    yield Table(f"sizes_{level}", f"SELECT CAST(count(*) AS BIGINT) AS units FROM units_{level}")
    place = "CAST(doc AS BIGINT) * 4294967296 + unit"
    yield Table(
        f"groups_{level}",
        f"""
SELECT h1, h2, copies, place, CAST(row_number() OVER (ORDER BY place) - 1 AS INT) AS grp
FROM (SELECT h1, h2, CAST(count(*) AS INT) AS copies, min({place}) AS place
      FROM units_{level} GROUP BY h1, h2 HAVING count(*) > 1) AS repeated""",
    )
    yield Table(
        f"members_{level}",
        f"""
SELECT u.doc, u.unit, u.lo, u.hi, g.grp, g.copies, CAST(u.doc AS BIGINT) * 4294967296 + u.unit = g.place AS is_first
FROM units_{level} AS u JOIN groups_{level} AS g ON u.h1 = g.h1 AND u.h2 = g.h2""",
    )
    yield Table(
        f"heads_{level}",
        f"""
SELECT grp, CAST(count(DISTINCT doc) AS INT) AS documents, max(CASE WHEN is_first THEN doc END) AS first_doc,
  max(CASE WHEN is_first THEN unit END) AS first_unit, max(CASE WHEN is_first THEN lo END) AS first_lo,
  max(CASE WHEN is_first THEN hi END) AS first_hi
FROM members_{level} GROUP BY grp""",
    )
    yield Table(
        f"flags_{level}",
        f"""
SELECT m.doc, m.unit, m.lo, m.hi, m.grp, m.copies, h.documents, h.first_doc, h.first_unit, h.first_lo, h.first_hi
FROM members_{level} AS m JOIN heads_{level} AS h ON m.grp = h.grp""",
    )


def _runs(level: str, settings: Settings) -> Iterator[Table]:
    yield Table(
        f"links_{level}",
        f"""
SELECT doc, other, shift FROM (
  SELECT doc, other, shift, row_number() OVER (PARTITION BY doc ORDER BY anchors DESC, other, shift) AS place
  FROM (
    SELECT doc, other, shift, count(*) AS anchors, sum(CASE WHEN documents < {settings.few} THEN 1 ELSE 0 END) AS rare
    FROM (
      SELECT doc, first_doc AS other, unit - first_unit AS shift, documents FROM flags_{level} WHERE first_doc < doc
      UNION ALL
      SELECT doc, doc AS other, unit - before AS shift, 1 AS documents FROM (
        SELECT doc, unit, lag(unit) OVER (PARTITION BY grp, doc ORDER BY unit) AS before FROM flags_{level}
      ) AS inside WHERE before IS NOT NULL
    ) AS pairs GROUP BY doc, other, shift
  ) AS counted WHERE rare >= 2 OR anchors >= 5 OR other = doc
) AS ranked WHERE place <= {_LINKS_PER_DOCUMENT}""",
    )
    yield Table(
        f"matches_{level}",
        f"""
SELECT k.doc, k.other, k.shift, u.unit, u.lo, u.hi, v.lo AS other_lo, v.hi AS other_hi
FROM links_{level} AS k
JOIN flags_{level} AS u ON u.doc = k.doc
JOIN flags_{level} AS v ON v.doc = k.other AND v.unit = u.unit - k.shift AND v.grp = u.grp""",
    )
    yield Table(
        f"stretches_{level}",
        f"""
SELECT doc, other, shift, min(unit) AS unit, CAST(count(*) AS INT) AS units, min(lo) AS lo, max(hi) AS hi,
  min(other_lo) AS other_lo, max(other_hi) AS other_hi
FROM (SELECT doc, other, shift, unit, lo, hi, other_lo, other_hi,
        unit - row_number() OVER (PARTITION BY doc, other, shift ORDER BY unit) AS island
      FROM matches_{level}) AS marked
GROUP BY doc, other, shift, island HAVING (other <> doc AND count(*) >= 2) OR (other = doc AND count(*) >= shift)""",
    )
    yield Table(
        f"lengths_{level}",
        f"""
SELECT doc, CAST(count(*) AS INT) AS units FROM units_{level}
WHERE doc IN (SELECT doc FROM stretches_{level} UNION SELECT other FROM stretches_{level}) GROUP BY doc""",
    )
    yield Table(
        f"runs_{level}",
        f"""
SELECT r.doc, r.other, r.shift, r.unit, r.units, r.lo, r.hi, r.other_lo, r.other_hi,
  CASE WHEN r.other = r.doc THEN 'repeat'
       WHEN r.units = mine.units AND r.units = theirs.units THEN 'copy'
       WHEN r.units = theirs.units THEN 'contains'
       WHEN r.units = mine.units THEN 'within'
       ELSE 'passage' END AS kind
FROM (SELECT *, max(unit + units) OVER (PARTITION BY doc, other = doc ORDER BY unit, units DESC, other, shift
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
      FROM stretches_{level}) AS r
JOIN lengths_{level} AS mine ON mine.doc = r.doc
JOIN lengths_{level} AS theirs ON theirs.doc = r.other
WHERE r.reach IS NULL OR r.unit + r.units > r.reach""",
    )


def _sites(level: str, settings: Settings) -> Table:
    return Table(
        f"sites_{level}",
        f"""
SELECT f.grp, d.site, CAST(count(DISTINCT f.doc) AS INT) AS pages
FROM flags_{level} AS f JOIN documents AS d ON d.doc = f.doc
WHERE f.documents >= {settings.boilerplate}
GROUP BY f.grp, d.site HAVING count(DISTINCT f.doc) >= {settings.boilerplate}""",
    )


def _near(settings: Settings) -> Iterator[Table]:
    # A clause counts once per document; one on many documents says nothing about two of them, so it counts nowhere.
    yield from _flags("clause")
    yield Table(
        "shared_clauses",
        f"""
SELECT grp, doc, min(hi - lo) AS chars FROM flags_clause WHERE documents > 1 AND documents < {settings.few} GROUP BY grp, doc""",
    )
    yield Table(
        "own_clauses",
        f"""
SELECT doc, sum(chars) AS chars FROM (
  SELECT u.doc, u.h1, u.h2, min(u.hi - u.lo) AS chars FROM units_clause AS u
  LEFT JOIN (SELECT h1, h2 FROM groups_clause AS g JOIN heads_clause AS h ON h.grp = g.grp WHERE h.documents >= {settings.few})
    AS common ON common.h1 = u.h1 AND common.h2 = u.h2
  WHERE common.h1 IS NULL GROUP BY u.doc, u.h1, u.h2
) AS kept GROUP BY doc""",
    )
    yield Table(
        "near",
        f"""
SELECT p.doc, p.other, CAST(p.shared AS BIGINT) AS shared, CAST(p.clauses AS INT) AS clauses, CAST(p.shared AS DOUBLE) / a.chars AS share,
  CAST(p.shared AS DOUBLE) / b.chars AS other_share
FROM (
  SELECT u.doc, v.doc AS other, sum(u.chars) AS shared, count(*) AS clauses
  FROM shared_clauses AS u JOIN shared_clauses AS v ON u.grp = v.grp AND v.doc < u.doc
  GROUP BY u.doc, v.doc
) AS p
JOIN own_clauses AS a ON a.doc = p.doc JOIN own_clauses AS b ON b.doc = p.other
WHERE 2.0 * p.shared >= {settings.alike} * (a.chars + b.chars)""",
    )
