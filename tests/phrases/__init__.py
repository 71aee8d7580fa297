"""The cases of the phrase book: short news texts, with whoever speaks in them."""
