"""The joint model: encoder, heads, decoding, and the Stanza processor around them."""
