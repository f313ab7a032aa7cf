#!/usr/bin/env python3
"""Makes src/text/line_break_classes.inc and src/text/upper_case.inc from Debian's package unicode-data.

The tables are committed, so a build needs neither Python nor that package; run this again when a newer Unicode is
wanted:  scripts/unicode_tables.py [FOLDER]     (default /usr/share/unicode)
"""
import bisect
import os
import sys

UNICODE = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src", "text")
LAST = 0x10FFFF


def rows(name):
    """Fields of every data line of a UCD file."""
    with open(os.path.join(UNICODE, name), encoding="utf-8") as file:
        for line in file:
            line = line.split("#")[0].strip()
            if line:
                yield [field.strip() for field in line.split(";")]


def fill(values, name, wanted=lambda value: True, convert=lambda value: value):
    for fields in rows(name):
        first, _, last = fields[0].partition("..")
        if wanted(fields[1]):
            for code in range(int(first, 16), int(last or first, 16) + 1):
                values[code] = convert(fields[1])


def version():
    with open(os.path.join(UNICODE, "LineBreak.txt"), encoding="utf-8") as file:
        return file.readline().strip("# \n").removeprefix("LineBreak-").removesuffix(".txt")


def head(sources):
    return f"// Made by scripts/unicode_tables.py from Unicode {version()}: {sources}. Not edited by hand.\n"


def line_break_classes():
    classes = ["XX"] * (LAST + 1)
    # The defaults of what is not listed, as the head of LineBreak.txt gives them.
    for first, last, value in [(0x3400, 0x4DBF, "ID"), (0x4E00, 0x9FFF, "ID"), (0xF900, 0xFAFF, "ID"),
                               (0x20000, 0x2FFFD, "ID"), (0x30000, 0x3FFFD, "ID"), (0x1F000, 0x1FAFF, "ID"),
                               (0x1FC00, 0x1FFFD, "ID"), (0x20A0, 0x20CF, "PR")]:
        classes[first:last + 1] = [value] * (last + 1 - first)
    fill(classes, "LineBreak.txt")
    category = ["Cn"] * (LAST + 1)
    fill(category, "extracted/DerivedGeneralCategory.txt")
    wide = [False] * (LAST + 1)
    fill(wide, "EastAsianWidth.txt", lambda value: value in ("F", "W", "H"), lambda value: True)
    pictographic = [False] * (LAST + 1)
    fill(pictographic, "emoji/emoji-data.txt", lambda value: value == "Extended_Pictographic", lambda value: True)

    def resolved(code):
        value = classes[code]
        if value == "SA":  # LB1
            return "CM" if category[code] in ("Mn", "Mc") else "AL"
        if value in ("AI", "SG", "XX"):
            value = "AL"
        if value == "CJ":
            value = "NS"
        if value in ("OP", "CP") and wide[code]:
            return value + "wide"  # LB30
        if pictographic[code] and category[code] == "Cn":
            return "IDpict"  # LB30b
        return value

    ranges = []
    for code in range(LAST + 1):
        value = resolved(code)
        if not ranges or ranges[-1][1] != value:
            ranges.append((code, value))
    return head("LineBreak, EastAsianWidth, DerivedGeneralCategory, emoji-data") + \
        "// First code point of each range and its class after LB1.\n" + \
        packed([f"{{0x{first:X}, {value}}}" for first, value in ranges])


def upper_case():
    """Code points of Latin, Greek, Cyrillic and Armenian whose capital is another text, in order."""
    scripts = {}
    fill(scripts, "Scripts.txt", lambda value: value in ("Latin", "Greek", "Cyrillic", "Armenian"))
    capital = {}
    for fields in rows("UnicodeData.txt"):
        code = int(fields[0], 16)
        if fields[12] and (code in scripts or code == 0xB5):
            capital[code] = [int(fields[12], 16)]
    for fields in rows("SpecialCasing.txt"):
        code = int(fields[0], 16)
        unconditional = len(fields) < 5 or not fields[4]
        if unconditional and (code in scripts) and fields[3] != fields[0]:
            capital[code] = [int(value, 16) for value in fields[3].split()]
    entries = []
    for code in sorted(capital):
        text = ", ".join(f"0x{value:X}" for value in capital[code])
        entries.append(f"{{0x{code:X}, {{{text}}}}}")
    return head("UnicodeData, SpecialCasing, Scripts") + packed(entries)


def packed(entries):
    lines, line = [], ""
    for entry in entries:
        if len(line) + len(entry) + 2 > 116:
            lines.append(line.rstrip())
            line = ""
        line += entry + ", "
    return "\n".join(lines + [line.rstrip()]) + "\n"


for name, make in [("line_break_classes.inc", line_break_classes), ("upper_case.inc", upper_case)]:
    with open(os.path.join(OUT, name), "w", encoding="utf-8") as out:
        out.write(make())
