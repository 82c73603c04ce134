"""Phrases: the rules that read a figure, one file a family. A member has NAME, ORDER, KINDS,
EXAMPLES it reads, and QUIET texts it must leave alone.

It takes part by what it defines: `start(line, i)` begins a figure at a token of its KINDS, `extend(line, amount)`
takes in units, `join(line, amount)` makes a range, `wrap(line, amount)` takes in hedges and directions.
"""
