"""Kinds of material: each is a folder of templates/, read here by its kind.yml."""
