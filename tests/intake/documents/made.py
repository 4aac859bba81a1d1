"""Small documents made by hand, so that no test needs a file of someone else."""

import io
import zipfile
import zlib

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(*paragraphs, head="", extra=()):
    """Make a Word document; ``head`` stands before its root, ``extra`` are more (name, bytes)."""
    rows = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    story = f'{head}<w:document xmlns:w="{_WORD}"><w:body>{rows}</w:body></w:document>'
    start = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    return packed(("_rels/.rels", start), ("word/document.xml", story), *extra)


def packed(*parts):
    """Make a zip of (name, content)."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts:
            made.writestr(name, content)
    return whole.getvalue()


def pdf(*lines):
    """Make a PDF of one page; without lines the page is blank, as a scan is."""
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 750 Td {shown} ET" if lines else ""
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Font << /F1 5 0 R >> >>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{written}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 7\n0000000000 65535 f \n{table}trailer\n<< /Size 7 /Root 1 0 R >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode()


def swollen(size):
    """Make a PDF of one page whose words unpack to ``size`` bytes."""
    stream = zlib.compress(b"BT ET" + b" " * size, 9)
    page = pdf("x")
    start, end = page.index(b"<< /Length"), page.index(b"endstream")
    head = f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode()
    return page[:start] + head + stream + b"\n" + page[end:]


def bound(*pages):
    """Make one PDF of several."""
    from pypdf import PdfWriter

    writer, whole = PdfWriter(), io.BytesIO()
    for page in pages:
        writer.append(io.BytesIO(page))
    writer.write(whole)
    return whole.getvalue()


def locked(data):
    """Give a PDF again, locked with a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("secret", algorithm="RC4-128")
    whole = io.BytesIO()
    writer.write(whole)
    return whole.getvalue()
