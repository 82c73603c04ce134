"""A draft held against its sources: the ledger."""
