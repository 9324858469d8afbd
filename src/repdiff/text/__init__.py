"""What needs no document: keys, clauses, words, the grammar of quantities."""
