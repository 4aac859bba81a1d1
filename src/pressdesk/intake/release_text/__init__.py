"""How the plain text of a release is understood, one idea in each module."""
