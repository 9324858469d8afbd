"""Everything about a number: cut out of a text, and paired with that of another one."""
