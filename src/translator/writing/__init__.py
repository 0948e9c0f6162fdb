"""Finished articles out: one module per format, and the safe way to put a file in its place."""

from translator.writing.files import OutputRecord, check_place, write_file
from translator.writing.formats import FORMATS, output_date, render

__all__ = ["FORMATS", "OutputRecord", "check_place", "output_date", "render", "write_file"]
