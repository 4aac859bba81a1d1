"""The window in which an enquiry is logged while the journalist is on the phone."""
