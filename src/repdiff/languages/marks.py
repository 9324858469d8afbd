"""Punctuation: what ends a clause or a sentence, what opens and closes, what a list item begins with.

Evened text (`repdiff.cut.paragraphs.evened`) has the half-width forms alone, and `。` between East Asian letters.
"""

import re
from typing import Final

PAUSES: Final = "，、；：,;:"
"""Between clauses, in any width."""
ENDS: Final = "。！？!?"
"""At the end of a sentence, beside a full stop of alphabetic scripts."""
WIDE_ENDS: Final = "。！？｡।॥؟۔։።፧፨။។៕།༎༑᠃᠉꓿⸮"
"""Marks that end a sentence whatever stands beside them, of all scripts."""
SENTENCE_ENDS: Final = WIDE_ENDS + ".．!?…‼⁇⁈⁉"
GREEK_QUESTION: Final = ";\u037e"
"""Question marks behind a Greek letter."""
WORD_DOTS: Final = "፡"
"""What parts words in old Ethiopic texts; two of them end a sentence."""
STROKES: Final = "།"
"""Tibetan strokes: ends of sentences and of clauses."""
NO_END_AFTER: Final = re.compile("དང་?\\Z")
"""Pattern of what stands before a Tibetan stroke that only parts two things."""
NOTE_LETTERS: Final = "注註"
"""What stands before the number of a note."""
EVEN_ENDS: Final = "。!?"
"""At the end of a sentence of evened text."""
EVEN_PAUSES: Final = ",、;"
"""Between clauses of evened text: what stands there tells prose from titles."""
CLAUSE_ENDS: Final = frozenset(PAUSES + ENDS)

CLAUSE_MARKS: Final = re.compile(r"[,、。;:!?،؛।॥؟۔։።፣፤፥፧፡၊။។៕།༎]|\.(?:\s|$)")
"""Pattern of a mark in evened text that parts clauses or sentences, in any script: what prose has and a list may lack."""

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
NEVER_FIRST: Final = frozenset("，、；：,;:。！？!?.…%‰）)】》」』”’»›&+=")
"""Marks that no sentence begins with."""
LEADERS: Final = r"(?:(?:[.·•_‥・‧]\s?){3,}|[…⋯]+[\s.…⋯]*)"
"""Pattern of the dots that lead from a title to its page, in a table of contents."""
