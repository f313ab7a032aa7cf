#!/usr/bin/env python3
"""Every rule of veraPDF's profiles has its row in the tables of src/pdf/, and every row its rule.

clauses.py ROOT
"""
import pathlib
import re
import sys
import xml.etree.ElementTree
import zipfile

import common

TABLES = {"PDF_A3.md": "PDFA-3A.xml", "PDF_UA1.md": "PDFUA-1.xml", "PDF_UA2.md": "PDFUA-2-ISO32005.xml"}
FOLDER = "org/verapdf/pdfa/validation/"


def rules(jar, name):
    """Clause and test number of each rule; those of ISO/TS 32005 are one."""
    root = xml.etree.ElementTree.fromstring(zipfile.ZipFile(jar).read(FOLDER + name))
    for identity in root.findall(".//{*}rule/{*}id"):
        clause = identity.get("clause")
        yield "Table 5" if clause.startswith("Table 5") else f'{clause}-{identity.get("testNumber")}'


def rows(path):
    """What the first column of the first table says, ranges written out."""
    for line in path.read_text(encoding="utf-8").split("## ISO 19005-4")[0].splitlines():
        if not line.startswith("| ") or line.startswith("| Clause"):
            continue
        for entry in line.split("|")[1].split(","):
            clause, _, numbers = entry.strip().partition("-")
            first, _, last = numbers.partition("..")
            if not numbers:
                yield clause
            for number in range(int(first or 1), int(last or first or 0) + 1):
                yield f"{clause}-{number}"


def main():
    common.left_out("verapdf")
    root = pathlib.Path(sys.argv[1])
    jar = common.tool(root, "verapdf")
    faults, count = [], 0
    for table, profile in TABLES.items():
        wanted, listed = set(rules(jar, profile)), list(rows(root / "src/pdf" / table))
        count += len(wanted)
        faults += [f"{table} has no row for {rule}" for rule in sorted(wanted - set(listed))]
        faults += [f"{table} has a row for {rule}, which {profile} lacks" for rule in sorted(set(listed) - wanted)]
        faults += [f"{table} has {rule} twice" for rule in sorted(set(listed)) if listed.count(rule) > 1]
        text = (root / "src/pdf" / table).read_text(encoding="utf-8")
        for name in sorted(set(re.findall(r"`([a-z_/]+\.[ch]pp)`", text))):
            if not any((root / folder / name).exists() for folder in ("", "src", "src/pdf", "tests/unit/press")):
                faults.append(f"{table} names {name}, which is not there")
    common.finish("rules", count, faults)


if __name__ == "__main__":
    main()
