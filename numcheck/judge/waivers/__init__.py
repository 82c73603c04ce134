"""What a house has looked at: suppressions, the baseline, and the fingerprints they go by."""
