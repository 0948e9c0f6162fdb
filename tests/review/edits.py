"""A reviewer's work on a document of our own writer, done in its XML as Word does it with Track Changes on."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REVIEWER = "Anna Bianchi"
WHEN = "2026-11-20T10:00:00Z"


class Reviewing:
    """An open document."""

    def __init__(self, data):
        archive = zipfile.ZipFile(io.BytesIO(data))
        self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = etree.fromstring(self.parts["word/document.xml"])
        self._changes = 9000

    def saved(self):
        """The bytes of the document as it is now."""
        self.parts["word/document.xml"] = etree.tostring(self.document, encoding="UTF-8", xml_declaration=True, standalone=True)
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        return data.getvalue()

    def control(self, tag):
        """The content control with this tag."""
        return next(item for item in self.document.iter(W + "tag") if item.get(W + "val") == tag).getparent().getparent()

    def replace(self, segment, old, new, *, by=REVIEWER, column="en"):
        """In the cell of ``segment``, put ``new`` in the place of ``old``, which must lie inside one run."""
        for text in self.control(f"{column}:{segment}").iter(W + "t"):
            before, found, after = (text.text or "").partition(old)
            if found:
                run = text.getparent()
                place = run.getparent()
                at = place.index(run)
                pieces = [
                    self._run(run, before),
                    self._change("del", run, old, by),
                    self._change("ins", run, new, by),
                    self._run(run, after),
                ]
                place[at : at + 1] = [piece for piece in pieces if piece is not None]
                return
        raise AssertionError(f"{old!r} is not in {column}:{segment}")

    def empty(self, segment, *, by=REVIEWER):
        """Delete all English of ``segment``."""
        for run in list(self.control(f"en:{segment}").iter(W + "r")):
            text = "".join(item.text or "" for item in run.iter(W + "t"))
            if text:
                run.getparent().replace(run, self._change("del", run, text, by))

    def retype(self, segment, text):
        """Put ``text`` in the place of all English, with Track Changes off."""
        runs = [run for run in self.control(f"en:{segment}").iter(W + "r") if run.find(W + "t") is not None]
        for run in runs[1:]:
            run.getparent().remove(run)
        for item in runs[0].findall(W + "t")[1:]:
            runs[0].remove(item)
        runs[0].find(W + "t").text = text

    def choose(self, segment, status):
        """Choose from the list in the Status column."""
        next(self.control(f"status:{segment}").iter(W + "t")).text = status

    def note(self, segment, text):
        """Write into the Notes cell."""
        paragraph = list(self.row(segment).iter(W + "p"))[-1]
        paragraph.append(self._change("ins", None, text, REVIEWER))

    def row(self, segment):
        """The row of ``segment``."""
        return next(self.control(f"it:{segment}").iterancestors(W + "tr"))

    def delete_row(self, segment, *, by=REVIEWER):
        """Delete the whole row, tracked: as Word does it, with all that stands in it."""
        row = self.row(segment)
        for run in [run for run in row.iter(W + "r") if run.find(W + "t") is not None]:
            text = "".join(item.text or "" for item in run.iter(W + "t"))
            run.getparent().replace(run, self._change("del", run, text, by))
        properties = row.find(W + "trPr")
        if properties is None:
            properties = etree.Element(W + "trPr")
            row.insert(0, properties)
        properties.append(self._element("del", by))

    def comment(self, segment, words, text, *, by=REVIEWER):
        """Comment on ``words``, which must lie inside one run."""
        comments = etree.fromstring(self.parts["word/comments.xml"])
        number = str(len(comments))
        comment = etree.SubElement(comments, W + "comment")
        for name, value in {"id": number, "author": by, "date": WHEN, "initials": "AB"}.items():
            comment.set(W + name, value)
        paragraph = etree.SubElement(comment, W + "p")
        etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = text
        self.parts["word/comments.xml"] = etree.tostring(comments, encoding="UTF-8", xml_declaration=True, standalone=True)
        for item in self.control(f"en:{segment}").iter(W + "t"):
            before, found, after = (item.text or "").partition(words)
            if found:
                run = item.getparent()
                place = run.getparent()
                at = place.index(run)
                reference = etree.Element(W + "r")
                etree.SubElement(reference, W + "commentReference").set(W + "id", number)
                start, end = etree.Element(W + "commentRangeStart"), etree.Element(W + "commentRangeEnd")
                for mark in (start, end):
                    mark.set(W + "id", number)
                pieces = [self._run(run, before), start, self._run(run, words), end, reference, self._run(run, after)]
                place[at : at + 1] = [piece for piece in pieces if piece is not None]
                return
        raise AssertionError(f"{words!r} is not in en:{segment}")

    def _element(self, tag, by):
        self._changes += 1
        element = etree.Element(W + tag)
        for name, value in {"id": str(self._changes), "author": by, "date": WHEN}.items():
            element.set(W + name, value)
        return element

    def _change(self, tag, run, text, by):
        element = self._element(tag, by)
        if not text:
            return None
        element.append(self._run(run, text, "delText" if tag == "del" else "t"))
        return element

    def _run(self, like, text, tag="t"):
        if not text:
            return None
        run = etree.Element(W + "r")
        properties = None if like is None else like.find(W + "rPr")
        if properties is not None:
            run.append(etree.fromstring(etree.tostring(properties)))
        item = etree.SubElement(run, W + tag)
        item.text = text
        item.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return run
