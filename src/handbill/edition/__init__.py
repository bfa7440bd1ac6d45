"""campaign × place × language → Edition."""
