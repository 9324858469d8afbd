"""Every word that a report says by itself, in one place: a second language is a second set of these."""

from typing import Final

from repdiff.model import Kind, Role, Shape

OLD: Final = "old"
NEW: Final = "new"

SUMMARY: Final = (
    "Of {commitments} of {old}, {identical} unchanged{identical_moved}, {reworded} reworded{reworded_moved}, "
    "{dropped} dropped; {added} new in {new}."
)
NO_COMMITMENTS: Final = "No commitments were found in {old}; {added} in {new}."
NO_DIFFERENCE: Final = "No differences: all {count} sentences of {old} stand unchanged in {new}."
NOTHING_SHOWN: Final = "Nothing to show under these filters."
MOVED_OF_THESE: Final = " ({count} moved)"
MOST_CHANGED: Final = "Most changed"
NOTE: Final = "note: "
MARKS: Final = "marks: "
SIGNS: Final = ("~ reworded", "+ added", "- dropped", "> moved")
MARK_DELETE: Final = "[-words dropped-]"
MARK_INSERT: Final = "{+words added+}"
MARK_MOVE: Final = "[>words moved>] {>words moved>}"

COMMITMENTS: Final = "commitments"
OTHERS: Final = "other sentences"
COLUMNS: Final = ("unchanged", "reworded", "moved", "split", "merged", "dropped", "added")

KINDS: Final = {
    Kind.IDENTICAL: "unchanged",
    Kind.REWORDED: "reworded",
    Kind.DROPPED: "dropped",
    Kind.ADDED: "added",
}
SHAPES: Final = {
    Shape.ONE: "",
    Shape.SPLIT: "split in {count}",
    Shape.MERGED: "merged from {count}",
    Shape.REGROUPED: "{old} old sentences share their content with {count} new ones",
}
ROLES: Final = {
    Role.HEADING: "heading",
    Role.COMMITMENT: "commitment",
    Role.STATEMENT: "statement",
    Role.FORMULA: "formula",
}
MOVED_FROM: Final = "moved from {place}"
MOVED: Final = "moved"
OPENING: Final = "(opening)"
SECTION_WAS: Final = "was: {title}"
SECTION_NEW: Final = "new section"
SECTION_DROPPED: Final = "only in {old}"
SECTION_MOVED: Final = "section moved"
UNCHANGED: Final = "… {count} unchanged"
REASON: Final = "why paired: {reason} (score {score:.2f})"

NUMBERS: Final = "{count} with a number on both sides: {up} up, {down} down, {same} the same; in {requalified} the qualifier changed."
NO_NUMBERS: Final = "No number of one indicator stands on both sides."
INDICATOR: Final = "indicator"
CHANGE: Final = "change"
UNNAMED: Final = "(not named)"
POINTS: Final = "{difference} points"

CHECKED: Final = "Of {promises}: {said}."
VERDICT: Final = "verdict"
PROMISED: Final = "promised"
REPORTED: Final = "reported"
WHY: Final = "why"
PROMISES: Final = "Promises"
UNPROMISED: Final = "Results that answer no measurable promise"
SUGGESTED: Final = "Promises without a number, and what most likely answers them (suggestions)"
TRACKED: Final = (
    "{versions}: {lives}, {throughout} of them in every version; {series} targets with a number in two or more."
)
TARGETS: Final = "Targets"
LIVES: Final = "Commitments"
LIFE_MARKS: Final = (
    "marks: + first seen  = kept  ~ reworded  > moved  - dropped  < back again; — named without a number"
)
GAP: Final = "—"

OUTLINE_HEAD: Final = "{name}: {headings}, {sentences} ({commitments})"
OUTLINE_NONE: Final = "no headings were found"


def counted(count: int, noun: str) -> str:
    """`1 heading`, `2 headings`: the number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
