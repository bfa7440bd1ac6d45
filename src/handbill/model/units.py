"""Lengths: a PDF counts in points, 72 to the inch; people and print shops in mm."""

MM_PER_INCH = 25.4
MM_PER_PT = MM_PER_INCH / 72
PT = 72 / MM_PER_INCH
"""Points of one mm: 210 * PT is 210 mm."""
