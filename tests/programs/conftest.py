"""Exports as programs of others read them; each test is collected where its program is."""

from shutil import which

PROGRAMS = {"pdfinfo": "test_pdfinfo.py", "soffice": "test_libreoffice.py"}

collect_ignore = [test for program, test in PROGRAMS.items() if which(program) is None]
