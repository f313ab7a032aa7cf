#!/usr/bin/env python3
"""Writes what hb-shape (Debian: libharfbuzz-bin) makes of every row of latin.tests or arabic.tests behind its "=>".

    tests/shaping/expect.py tests/shaping/latin.tests

Used when rows are added; the suite never runs it. The expectations are hb-shape's, not Readout's: the program has to
agree with them through its own itemising, clusters, features and rounding.
"""
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
NAMES = {"liga": ["liga", "clig"], "smcp": ["smcp"], "c2sc": ["c2sc", "smcp"], "kern": ["kern"]}


def features(words):
    """What shape.hpp says of Features, in hb-shape's words."""
    figures = ["onum" if "onum" in words else "lnum", "tnum" if "tnum" in words else "pnum"]
    out = [name + "=1" for name in figures]
    for word in words:
        if word not in ("onum", "tnum"):
            off = word.startswith("-")
            out += [f"{name}={0 if off else 1}" for name in NAMES[word.lstrip("-")]]
    return ",".join(out)


def unescape(text):
    return re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda match: chr(int(match.group(1), 16)), text)


def expectation(face, lang, words, text):
    rtl = any("\u0590" <= character <= "\u08FF" for character in text)
    command = ["hb-shape", "--utf8-clusters", "--remove-default-ignorables",
               "--cluster-level=" + ("0" if rtl else "1"), "--direction=" + ("rtl" if rtl else "ltr"),
               "--language=" + lang, "--features=" + features(words), os.path.join(ROOT, "fonts", face), "--text=" + text]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    glyphs = []
    for glyph in shown.strip("[]").split("|") if shown != "[]" else []:
        name, cluster, offset, advance = re.fullmatch(r"(.+)=(\d+)(@-?\d+,-?\d+)?\+(-?\d+)", glyph).groups()
        glyphs.append(f"{cluster}:{name}+{advance}{offset or ''}")
    return " ".join(glyphs)


path = sys.argv[1]
with open(path, encoding="utf-8") as file:
    lines = file.read().split("\n")
for number, line in enumerate(lines):
    if line and not line.startswith("#"):
        row = line.split(" => ")[0]
        face, settings, text = (field.strip() for field in row.split("|", 2))
        lang, *words = settings.split()
        lines[number] = f"{row} => {expectation(face, lang, words, unescape(text))}"
with open(path, "w", encoding="utf-8") as file:
    file.write("\n".join(lines))
