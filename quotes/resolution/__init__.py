"""The parts of the speakers stage: mentions, clusters, pronouns, descriptions, groups and titles."""
