"""A PDF as poppler reads it: tagged, with a title, in the language it is written in."""

import subprocess

from pressdesk.export.writing import Format
from tests.export.test_formats import ROWS, write


def test_poppler_says_that_a_pdf_is_tagged_and_what_it_is_called(tmp_path):
    path = tmp_path / "log.pdf"
    write(Format.PDF, ROWS, path)
    said = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
    told = {
        name.strip(): value.strip()
        for name, _, value in (line.partition(":") for line in said.splitlines())
    }
    assert (told["Tagged"], told["Title"]) == ("yes", "Log of enquiries")
    assert told["JavaScript"] == "no"
