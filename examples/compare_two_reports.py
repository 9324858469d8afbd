"""Compare two versions of a report and print how many commitments were kept, dropped and added.

python examples/compare_two_reports.py seeds/xuchang-2020.txt seeds/xuchang-2021.txt
"""

import sys

import repdiff


def main(old_path: str, new_path: str) -> None:
    comparison = repdiff.compare(repdiff.read(old_path), repdiff.read(new_path))
    old, new = comparison.old, comparison.new
    commitments = {s.id for s in old.sentences if s.role is repdiff.Role.COMMITMENT}
    dropped = commitments & set(comparison.dropped)
    added = [i for i in comparison.added if new.sentences[i].role is repdiff.Role.COMMITMENT]
    print(
        f"{len(commitments)} commitments, {len(commitments - dropped)} kept, {len(dropped)} dropped, {len(added)} new"
    )
    for group in comparison.groups:
        if group.moved and group.kind is repdiff.Kind.REWORDED and commitments & set(group.old):
            print(f"\nmoved, probability {group.score:.2f}")
            print("  old:", " / ".join(old.text(i) for i in group.old))
            print("  new:", " / ".join(new.text(i) for i in group.new))


if __name__ == "__main__":
    main(*sys.argv[1:3])
