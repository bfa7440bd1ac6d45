"""Handbill: one public-awareness campaign in YAML, made into a website and print-ready sheets."""

__version__ = "0.1.0"
