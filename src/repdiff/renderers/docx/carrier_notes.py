"""Comments in a user's Word file: those that are there stay, ours are put behind them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from repdiff.renderers.docx.carrier_blocks import Place
from repdiff.renderers.docx.carrier_marks import Marks
from repdiff.sources.docx_trace import Traced
from repdiff.sources.docx_xml import attribute, name_of, parsed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KINDS: Final = "[Content_Types].xml"
_HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_AUTHOR: Final = {"author": "repdiff", "initials": "rd"}


class Notes:
    """Puts comments into one file: `parts` are those of it that change, or are new, by their names."""

    def __init__(self, traced: Traced, marks: Marks) -> None:
        self.parts: dict[str, bytes] = {}
        self._traced = traced
        self._marks = marks
        self._known = {entry.filename: data for entry, data in traced.parts}
        folder, _, file = traced.main.rpartition("/")
        self._folder = folder + "/" if folder else ""
        self._relations = f"{self._folder}_rels/{file}.rels"
        self._name = self._found()
        self._root = self._comments()
        self._next = (
            max((int(key) for each in self._root if (key := attribute(each, "id")).isdecimal()), default=-1) + 1
        )

    def put(self, lines: Sequence[str], place: Place) -> "Element":
        """A comment in front of the run that holds a character, each line a paragraph; the comment, to be gone on with by `more`."""
        marks, key = self._marks, str(self._next)
        self._next += 1
        comment = marks.element("comment", id=key, date=marks.date, **_AUTHOR)
        self.more(comment, lines)
        self._root.append(comment)
        run = next(each for each in place.element.iterancestors() if name_of(each) == "r")
        reference = marks.element("r")
        reference.append(marks.element("commentReference", id=key))
        for each in (marks.element("commentRangeStart", id=key), marks.element("commentRangeEnd", id=key), reference):
            run.addprevious(each)
        return comment

    def more(self, comment: "Element", lines: Iterable[str]) -> None:
        """Put further lines below a comment."""
        for line in lines:
            paragraph = self._marks.element("p")
            paragraph.append(self._marks.run(line))
            comment.append(paragraph)

    def finish(self) -> None:
        """Fill `parts`."""
        from lxml import etree

        name = self._name or f"{self._folder}comments.xml"
        self.parts[name] = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        if self._name:
            return
        kinds = self._tree(_KINDS, f'<Types xmlns="{_PACKAGE}/content-types"/>')
        self._add(_KINDS, kinds, "Override", PartName=f"/{name}", ContentType=_KIND)
        relations = self._tree(self._relations, f'<Relationships xmlns="{_PACKAGE}/relationships"/>')
        taken = {each.get("Id") for each in relations}
        key = next(f"repdiff{n}" for n in range(len(taken) + 1) if f"repdiff{n}" not in taken)
        kind = f"{_STRICT if self._marks.strict else _TYPES}/comments"
        self._add(self._relations, relations, "Relationship", Id=key, Type=kind, Target="comments.xml")

    def _add(self, name: str, tree: "Element", tag: str, **values: str) -> None:
        from lxml import etree

        made = tree.makeelement(tree.tag.rpartition("}")[0] + "}" + tag)
        for key, value in values.items():
            made.set(key, value)
        tree.append(made)
        self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _tree(self, name: str, empty: str) -> "Element":
        return parsed(self._known.get(name, (_HEADER + empty).encode()), self._traced.main, name)

    def _found(self) -> str:
        """The name of the part that holds comments; empty where there is none."""
        for each in self._tree(self._relations, "<none/>"):
            if (each.get("Type") or "").endswith("/comments"):
                target = each.get("Target") or ""
                name = target.lstrip("/") if target.startswith("/") else self._folder + target
                if name in self._known:
                    return name
        return ""

    def _comments(self) -> "Element":
        if self._name:
            return self._tree(self._name, "")
        return self._marks.element("comments")
