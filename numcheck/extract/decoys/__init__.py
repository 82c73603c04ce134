"""Decoys: numerals that are no quantity. A member has NAME, ORDER, KINDS of tokens, EXAMPLES, and `claim(line, i)`."""
