"""Punctuation: what ends a clause or a sentence, what opens and closes, what a list item begins with.

Evened text (`repdiff.cut.paragraphs.evened`) has the half-width forms alone, and `。` between East Asian letters.
"""

from typing import Final

PAUSES: Final = "，、；：,;:"
"""Between clauses, in any width."""
ENDS: Final = "。！？!?"
"""At the end of a sentence, beside a full stop of alphabetic scripts."""
WIDE_ENDS: Final = "。！？｡।॥؟۔։።"
"""Marks that end a sentence whatever stands beside them, of all scripts."""
SENTENCE_ENDS: Final = WIDE_ENDS + ".．!?…‼⁇⁈⁉"
EVEN_ENDS: Final = "。!?"
"""At the end of a sentence of evened text."""
EVEN_PAUSES: Final = ",、;"
"""Between clauses of evened text: what stands there tells prose from titles."""
CLAUSE_ENDS: Final = frozenset(PAUSES + ENDS)

BULLETS: Final = "-*+•●○■□◆◇▪▲△★☆◎·‧∙➢✓"
"""What a list item begins with; inside a character class it stands first, as it begins with a hyphen."""

QUOTES: Final = {"“": "”", "‘": "’", "「": "」", "『": "』", "«": "»", "„": "“”", "‚": "‘’"}
"""Quotation marks, with those that close them: one that closes in one language opens in another."""
NAMES: Final = {"《": "》", "〈": "〉"}
"""Marks around the name of a work or a law."""
BRACKETS: Final = {"（": "）)", "(": ")）", "【": "】", "[": "]", "〔": "〕"}
PAIRS: Final = {**QUOTES, **NAMES, **BRACKETS}
CLOSERS: Final = "”’」』»›）)】]〕〉》\"'*_"
"""What belongs to the sentence that it stands behind, Markdown's emphasis among it."""
FOLDED_ENDS: Final = "。!?।؟۔።"
"""Ends of sentences after folding to NFKC, each one code there and of a code of its own: the search for duplicates counts on it."""
FOLDED_CLOSERS: Final = "”’」』）》】〉〕）］｝)]}\"'»"
"""Closers in the texts of that search, which reads no Markdown."""
NEVER_FIRST: Final = frozenset("，、；：,;:。！？!?.…%‰）)】》」』”’»›")
"""Marks that no sentence begins with."""
LEADERS: Final = r"(?:(?:[.·•_‥・‧]\s?){3,}|[…⋯]+[\s.…⋯]*)"
"""Pattern of the dots that lead from a title to its page, in a table of contents."""
