"""The page of reports: figures and charts of a period, each open to what is behind it."""
