"""The web page: :mod:`translator.writing.html.document` writes it."""
