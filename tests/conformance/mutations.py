#!/usr/bin/env python3
"""Breaks a PDF in one way at a time, and asks veraPDF whether it finds each breach under its clause.

mutations.py PROGRAM ROOT OUT

The rows are in mutations.tsv: section of the list of what the writer must emit, file (1.7 or 2.0), what must be found,
breach, pattern and replacement. The pattern is a regular expression over the file as `qpdf --qdf` unfolds it; its first
match is replaced, and fix-qdf makes lengths and table right again. A pattern that begins with (?#raw) is applied to the
file as it is. What must be found is A or U with clause and test number (the part of PDF/A, of PDF/UA), several
separated by "|"; or "unclaimed" with the profile that a file no longer claims, which is what the gate looks at.
What no validator sees is broken in tests/unit/press/mutations_test.cpp.
"""
import pathlib
import re
import shutil
import subprocess
import sys

import common
import verapdf

LEAST_FOUND = 0.94  # 56 of 60
SECTIONS = {str(section) for section in range(1, 15)}  # of the list; what its 16th says is in mutations_test.cpp
STANDARDS = {"PDF/A-3A": "A", "PDF/A-4F": "A", "PDF/UA-1": "U", "PDF/UA-2 + Tagged PDF": "U"}


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield dict(zip(("section", "file", "found", "breach", "pattern", "replacement"), line.split("\t")))


def built(program, brief, pdf, *options):
    done = common.run(program, "build", "-q", *options, brief, "-o", pdf)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return {"raw": pdf.read_bytes(),
            "unfolded": common.run("qpdf", "--qdf", "--object-streams=disable", "--static-id", pdf, "-").stdout}


def folded(unfolded):
    return subprocess.run(["fix-qdf"], input=unfolded, capture_output=True).stdout


def changed(row, source):
    """The bytes with the first match replaced; None when there is none. Runs of a character are written as X{33000}."""
    text = re.sub(r"(.)\{(\d+)\}", lambda m: m[1] * int(m[2]), row.get("replacement", ""))
    result, count = re.subn(row["pattern"].encode(), text.encode(), source, count=1, flags=re.M | re.S)
    return result if count else None


def mutant(row, source):
    if row["pattern"].startswith("(?#raw)"):
        return changed(row, source["raw"])
    broken = changed(row, source["unfolded"])
    return broken and folded(broken)


def told(job):
    """What veraPDF says of a file: {"A 6.1.3-1", "unclaimed PDF/UA-1", ...}; a file that it cannot read says so."""
    if "validationResult" not in job:
        return {"unreadable"}
    found, profiles = set(), set()
    for result in job["validationResult"]:
        profile = result["profileName"].removesuffix(" validation profile")
        profiles.add(profile)
        for rule in result["details"]["ruleSummaries"]:
            if rule["ruleStatus"] == "FAILED" and profile in STANDARDS:
                found.add(f'{STANDARDS[profile]} {rule["clause"]}-{rule["testNumber"]}')
    return found | {f"unclaimed {profile}" for profile in set(STANDARDS) - profiles}


def main():
    common.left_out("verapdf")
    program, root, out = map(pathlib.Path, sys.argv[1:])
    jar = common.tool(root, "verapdf")
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    brief = root / "input/specimen.toml"
    sources = {"1.7": built(program, brief, out / "1.7.pdf"),
               "2.0": built(program, brief, out / "2.0.pdf", "--pdf", "2.0")}
    table = list(rows(root / "tests/conformance/mutations.tsv"))
    faults, files = [f"no breach of section {section}" for section in sorted(SECTIONS - {row["section"] for row in table})], {}
    for version, source in sources.items():
        (out / f"unfolded-{version}.pdf").write_bytes(folded(source["unfolded"]))
    for number, row in enumerate(table):
        broken = mutant(row, sources[row["file"]])
        if not broken:
            faults.append(f'{row["breach"]}: the pattern matches nothing')
            continue
        path = out / f"{number:02}.pdf"
        path.write_bytes(broken)
        files[str(path)] = row
    unfolded = {version: str(out / f"unfolded-{version}.pdf") for version in sources}
    jobs = verapdf.judge(jar, list(unfolded.values()) + list(files))
    # What unfolding alone breaks shows nothing.
    before = {version: told(jobs[path]) for version, path in unfolded.items()}
    missed = []
    for path, row in files.items():
        raw = row["pattern"].startswith("(?#raw)")
        found = told(jobs[path]) - (set() if raw else before[row["file"]])
        if not found & set(row["found"].split("|")):
            missed.append(f'{row["breach"]}: should be {row["found"]}, but veraPDF tells {sorted(found)}')
    for line in missed:
        print("MISSED:", line)
    if len(missed) > (1 - LEAST_FOUND) * len(table):
        faults.append(f"{len(missed)} of {len(table)} breaches are missed")
    common.finish("breaches of the file", len(table), faults)


if __name__ == "__main__":
    main()
