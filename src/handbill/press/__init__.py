"""What print shops work with: units, boxes, imposition, tickets, preflight."""
