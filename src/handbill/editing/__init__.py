"""Writing campaign files: their canonical form, and the forms of an editor without YAML."""
