"""Numbers, dates, times, sums and shares of the Italian in the English."""

from translator.quality.numbers.comparison import mismatches

__all__ = ["mismatches"]
