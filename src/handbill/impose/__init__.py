"""Finished sheets laid out anew for the paper there is: tiles, several up, booklets.

`grid` holds the arithmetic, in mm; `pages` draws pages of one PDF on pages of another. Imposed files
are for a printer: they have no tags.
"""
