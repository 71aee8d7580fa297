"""What made the weights; never imported when articles are read."""
