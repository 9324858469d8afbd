"""Print the headings of the old version beside those of the new version that took over their content.

python examples/moved_sections.py seeds/xuchang-2020.txt seeds/xuchang-2021.txt
"""

import sys

import repdiff


def main(old_path: str, new_path: str) -> None:
    comparison = repdiff.compare(repdiff.read(old_path), repdiff.read(new_path))
    for section in comparison.old.sections:
        if not section.title:
            continue
        partners = [link for link in comparison.section_links if link.old == section.id]
        print("  " * (section.level - 1) + section.title)
        for link in partners:
            print("  " * section.level + f"-> {comparison.new.sections[link.new].title} ({link.score:.2f})")
        if not partners:
            print("  " * section.level + "-> no counterpart")


if __name__ == "__main__":
    main(*sys.argv[1:3])
