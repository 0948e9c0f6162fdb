"""Names that XLIFF or this tool gives to things in XLIFF files."""

CORE = "urn:oasis:names:tc:xliff:document:2.0"  # also of 2.1
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"

CATEGORY = "translator"  # of the metadata about a file
PREFIX = "translator:"  # of unit types and sub-states of our own
QUESTION = PREFIX + "question"

PRIORITIES = frozenset(map(str, range(1, 11)))  # of notes, as written
