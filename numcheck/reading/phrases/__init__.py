"""Phrases: the rules that read a figure, one file a family (see `reading.phrase`).

A member takes part by what it defines: `start(line, i)` begins a figure at a token of its KINDS, `extend(line, amount)`
takes in units, `join(line, amount)` makes a range, `wrap(line, amount)` takes in hedges and directions. The step that it
adds to a figure's trail begins with its own name.
"""
