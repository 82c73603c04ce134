"""English: its tables, and the forms of its words."""
