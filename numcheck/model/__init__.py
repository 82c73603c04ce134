"""The nouns of numcheck: small frozen values that each stage takes and returns. Standard library only."""

VERSION = "0.1.0"
