"""The panel of one enquiry: its facts, the response, its releases, its timeline."""
