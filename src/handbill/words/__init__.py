"""Every word that the generator itself says."""
