"""The translation memory (:mod:`translator.translation.memory.store`): an SQLite file and what is done with it."""
