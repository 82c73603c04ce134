"""The rule language: packs of rules read, adjusted, described and tried on their pages."""
