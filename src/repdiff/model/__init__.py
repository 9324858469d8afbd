"""The nouns of repdiff: what one stage hands to the next. Plain frozen data; imports nothing of ours."""
