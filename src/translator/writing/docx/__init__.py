"""The Word document: :mod:`translator.writing.docx.document` writes it, from the template in ``data/``."""
