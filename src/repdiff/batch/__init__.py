"""Many pairs at once: which files belong together, the processes that compare them, and the folder of pages that they make."""
