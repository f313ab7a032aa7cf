#!/usr/bin/env python3
"""Has qpdf, Poppler and MuPDF read every PDF that build.py made, as second parsers: not a word of complaint, every font
embedded, cut down to what is used, and mapped to Unicode, and the PDF tagged.

parsers.py OUT
"""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree

import common


def qpdf(pdf):
    done = common.run("qpdf", "--check", pdf)
    said = (done.stdout + done.stderr).decode(errors="replace")
    if done.returncode != 0 or "warning" in said.lower():
        yield "qpdf: " + said[:500]


def fonts(pdf):
    done = common.run("pdffonts", pdf)
    rows = done.stdout.decode().splitlines()[2:]
    if done.returncode != 0 or done.stderr or not rows:
        yield "pdffonts: " + (done.stderr.decode() or "no fonts")
    for row in rows:  # name, type, encoding, emb, sub, uni, object, generation
        if row.split()[-5:-2] != ["yes", "yes", "yes"]:
            yield "pdffonts: " + row


def info(pdf):
    done = common.run("pdfinfo", pdf)
    rows = dict(row.split(":", 1) for row in done.stdout.decode().splitlines() if ":" in row)
    if done.returncode != 0 or done.stderr:
        yield "pdfinfo: " + done.stderr.decode()
    for key, value in {"Tagged": "yes", "Encrypted": "no", "JavaScript": "no", "Suspects": "no"}.items():
        if rows.get(key, "").strip() != value:
            yield f"pdfinfo: {key} is {rows.get(key)}"


# What Debian's build of MuPDF always says, and what it says of clusters of more than eight characters, which only
# extreme content has: it reads the first of them.
BUILD = "warning: ICC support is not available"
LONG_CLUSTERS = re.compile(r"warning: ignoring one to many mapping in cmap Adobe-Identity-UCS\n(warning: \.\.\. repeated .*\n)?")


def mupdf(pdf):
    """MuPDF's list of objects, and the trace of every page as XML."""
    listed = common.run("mutool", "info", pdf)
    said = listed.stderr.decode(errors="replace")
    if listed.returncode != 0 or "error" in said or "warning" in said:
        yield "mutool info: " + said[:500]
    drawn = common.run("mutool", "draw", "-q", "-F", "trace", pdf)
    said = drawn.stderr.decode(errors="replace").replace(BUILD, "")
    if pathlib.Path(pdf).name.startswith("extreme-zero-width"):
        said = LONG_CLUSTERS.sub("", said)
    if drawn.returncode != 0 or "error" in said or "warning" in said:
        yield "mutool draw: " + said[:500]
    try:
        # Characters beyond U+FFFF that are not the first of their cluster come as halves, which are no UTF-8.
        trace = drawn.stdout.decode(errors="replace").replace('<?xml version="1.0"?>', "")
        pages = xml.etree.ElementTree.fromstring(f"<all>{trace}</all>")
        empty = [page for page in pages.iter("page") if page.find(".//fill_text") is None]
        if empty or pages.find(".//page") is None:
            yield f"mutool draw: {len(empty)} pages without text"
    except xml.etree.ElementTree.ParseError as fault:
        yield f"mutool draw: its trace is no XML: {fault}"


def main():
    out = pathlib.Path(sys.argv[1])
    made = json.loads((out / "list.json").read_text(encoding="utf-8"))

    def read(one):
        name = pathlib.Path(one["pdf"]).name
        return [f"{name}: {fault}" for tool in (qpdf, fonts, info, mupdf) for fault in tool(one["pdf"])]

    faults = [fault for some in common.each(read, made) for fault in some]
    common.finish("PDFs read by four programs", len(made), faults)


if __name__ == "__main__":
    main()
