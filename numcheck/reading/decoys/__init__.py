"""Decoys: numerals that are no quantity, one file a family; `claim(line, i)` marks one (see `reading.phrase`)."""
