"""Content controls: the fields that Word keeps apart from the text around them, and can lock.

Source: ECMA-376, part 1, 17.5.2 (structured document tags); ``w15:appearance``: [MS-DOCX] 2.5.3, Office 2013.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from translator.writing.docx.xml import ENGLISH, legal, run, w

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD_2013 = "http://schemas.microsoft.com/office/word/2012/wordml"

STATUSES = {"initial": "To review", "approved": "Approved", "changed": "Changed", "question": "Question"}
"""What the Status column offers: the value that stands in the file, and what the reviewer reads."""


class Controls:
    """Makes the content controls of one document, each with a number of its own.

    All of them are parts of a paragraph: LibreOffice 7.4 loses text and formatting of controls around paragraphs and cells.
    A control without content would be shown with Word's prompt in it; where there is none, there is no control.
    """

    def __init__(self) -> None:
        self._numbers = count(1)

    def locked(self, tag: str, runs: Iterable[etree._Element]) -> list[etree._Element]:
        """Text that cannot be changed."""
        return self._control(tag, runs, lock="sdtContentLocked")

    def editable(self, tag: str, runs: Iterable[etree._Element]) -> list[etree._Element]:
        """Text that can be changed, in a control that cannot be deleted."""
        return self._control(tag, runs, lock="sdtLocked")

    def free(self, tag: str, runs: Iterable[etree._Element]) -> list[etree._Element]:
        """Text that can be changed and deleted."""
        return self._control(tag, runs)

    def status(self, tag: str) -> etree._Element:
        """The choice of a status; it starts with the first of :data:`STATUSES`."""
        items = [w("listItem", displayText=text, value=value) for value, text in STATUSES.items()]
        value, text = next(iter(STATUSES.items()))
        choice = w("dropDownList", *items, lastValue=value)
        # Word shows the arrow of the list at the edge of the box: this one must not be hidden.
        properties = w("sdtPr", w("alias", val="Status"), *self._identity(tag), w("lock", val="sdtLocked"), choice)
        return w("sdt", properties, w("sdtContent", run(text, language=ENGLISH)))

    def _identity(self, tag: str) -> tuple[etree._Element, etree._Element]:
        return w("tag", val=legal(tag)), w("id", val=str(next(self._numbers)))

    def _control(self, tag: str, runs: Iterable[etree._Element], *, lock: str = "") -> list[etree._Element]:
        content = w("sdtContent", *runs)
        if not len(content):
            return []
        properties = w("sdtPr", *self._identity(tag))
        if lock:
            properties.append(w("lock", val=lock))
        properties.append(_hidden_box())
        return [w("sdt", properties, content)]


def _hidden_box() -> etree._Element:
    """No frame around the control on the screen: there would be four in each row of the table."""
    element = etree.Element(f"{{{WORD_2013}}}appearance", nsmap={"w15": WORD_2013})
    element.set(f"{{{WORD_2013}}}val", "hidden")
    return element
