"""An article held against itself: its sums, shares, changes and dates."""
