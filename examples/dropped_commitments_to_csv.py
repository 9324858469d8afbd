"""Write the commitments that the new version no longer has, with their place, as CSV for a spreadsheet.

python examples/dropped_commitments_to_csv.py seeds/xuchang-2020.txt seeds/xuchang-2021.txt > dropped.csv
"""

import csv
import sys

import repdiff


def main(old_path: str, new_path: str) -> None:
    comparison = repdiff.compare(repdiff.read(old_path), repdiff.read(new_path))
    old = comparison.old
    rows = csv.writer(sys.stdout)
    rows.writerow(["line", "column", "heading", "text"])
    for i in comparison.dropped:
        sentence = old.sentences[i]
        if sentence.role is repdiff.Role.COMMITMENT:
            line, column = old.source.place(sentence.span.start)
            rows.writerow([line, column, old.sections[sentence.section].title, old.text(i)])


if __name__ == "__main__":
    main(*sys.argv[1:3])
