"""A report as a file: a workbook, an accessible PDF by the office's own template, or JSON."""
