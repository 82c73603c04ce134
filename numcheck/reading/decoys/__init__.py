"""Decoys: numerals that are no quantity. A member has NAME, ORDER, KINDS of tokens, and `claim(line, i)`; EXAMPLES it
claims with their value, and QUIET texts it must leave alone.
"""
