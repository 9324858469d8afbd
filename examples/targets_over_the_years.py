"""Print how each target moved through several versions of a report, oldest first.

python examples/targets_over_the_years.py seeds/xuchang-2017.txt seeds/xuchang-2020.txt seeds/xuchang-2021.txt
"""

import sys

import repdiff


def main(paths: list[str]) -> None:
    found = repdiff.track([repdiff.read(path) for path in paths])
    for series in found.series:
        points = [point for point in series.points if point.quantity is not None]
        if len(points) < 2:
            continue
        print(series.name)
        for point in points:
            document, quantity = found.documents[point.version], point.quantity
            print(f"  {found.labels[point.version]}  {document.source.quote(quantity.span)}")


if __name__ == "__main__":
    main(sys.argv[1:])
