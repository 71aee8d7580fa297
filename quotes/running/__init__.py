"""Many articles on many processors: batches, workers, what survives when something dies, and what it all came to."""
