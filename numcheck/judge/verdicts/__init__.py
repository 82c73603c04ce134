"""What rules find: the kinds of subject, the conditions, and the findings that they make."""
