"""The log: every enquiry ever kept, found by words and filters."""
