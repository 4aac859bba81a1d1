"""Use cases: one class per feature, one public method per act."""
