"""Which evidence decides: the features of the second look, by how much the probability of a link depends on them."""

from collections import defaultdict

import numpy as np

from repdiff.pair.judge import Trees, load_models

_MOST = 40  # features that are shown


def tabulate(trees: Trees | None = None) -> str:
    """A line for each feature: its share, 0..1, of what the answers to all questions change, and whether more of it speaks for a link."""
    trees = trees or load_models().second
    change: dict[str, float] = defaultdict(float)
    lean: dict[str, float] = defaultdict(float)
    for asked, leaves in zip(trees.questions, trees.leaves, strict=True):
        places = np.arange(len(leaves))
        for bit, name in enumerate(asked.tolist()):
            above, below = leaves[places >> bit & 1 == 1], leaves[places >> bit & 1 == 0]
            change[trees.names[name]] += float(np.abs(above - below).mean())
            lean[trees.names[name]] += float((above - below).mean())
    total = sum(change.values())
    ranked = sorted(change, key=lambda name: -change[name])[:_MOST]
    return "\n".join(f"{change[name] / total:6.3f}  {'+' if lean[name] > 0 else '-'}  {name}" for name in ranked)
