#!/usr/bin/env python3
"""Text comes back: every string of briefs/, and every name of the Doha brief, from four readers.

strings.py ROOT OUT [--show]            OUT: where tests/conformance/build.py made the PDFs

known.toml lists what cannot be had, each with its reason and with what the reader gives instead: at most 1 in 24 of all.
One that is listed and comes back right is a fault, too, so that the list stays true. --show prints every failure as an
entry for that list.
"""
import json
import pathlib
import sys
import tomllib
import unicodedata

import reading
from reading import common

ALLOWED = 1 / 24


def source_text(text):
    """What a reader should find: the text without its backslashes."""
    return reading.joined(text.replace('\\"', '"').replace("\\'", "'").replace("\\\\", "\\"))


def strings_of(brief):
    for annex in brief.get("annex", []):
        yield source_text(annex["body"])
    for one in brief.get("discussion", []):
        for point in one.get("points", []):
            yield source_text(point)


def names_of(brief):
    """Of the sides in both languages, which stand beside each other, of people, and of their offices."""
    for side in brief["side"]:
        yield from side["name"].values()
        for person in side["people"]:
            yield person["name"]
            yield person["office"]


def readers(root, pdfs):
    found = {"pdftotext": reading.pdftotext, "struct-text": reading.struct_text, "mutool": reading.mutool}
    if "pdfjs" not in common.os.environ.get("READOUT_WITHOUT", ""):
        found["pdf.js"] = reading.PdfJs(root, pdfs).text
    else:
        print("NOT TESTED: READOUT_WITHOUT leaves out pdfjs")
    return found


def is_part_of_a_word(character):
    return unicodedata.category(character)[0] in "LMN"


def holds(text, string):
    """Whether the text has the string, and not as a part of longer words."""
    place = text.find(string)
    while place >= 0:
        before, after = text[:place][-1:], text[place + len(string):][:1]
        if not any(outer and is_part_of_a_word(outer) and is_part_of_a_word(inner)
                   for outer, inner in ((before, string[0]), (after, string[-1]))):
            return True
        place = text.find(string, place + 1)
    return False


def names_faults(root, made):
    """The names of the Doha brief: no exception is allowed. Labels are printed in capitals, so case is left aside."""
    brief = tomllib.loads((root / "input/doha.toml").read_text(encoding="utf-8"))
    pdfs = [one for one in made if one["stem"] == "doha"]
    count, faults = 0, []
    for reader, read in readers(root, [one["pdf"] for one in pdfs]).items():
        for one in pdfs:
            text = read(one["pdf"]).casefold()
            # Where a page mixes directions, Poppler's pdftotext orders lines of two columns by place: its words are
            # asked for. (The brief has no Arabic for people's names, so the Arabic edition has them in English.)
            in_words = reader == "pdftotext" and one["lang"] in ("ar", "both")
            for name in names_of(brief):
                count += 1
                parts = name.casefold().split() if in_words else [name.casefold()]
                if not all(holds(text, part) for part in parts):
                    faults.append(f"{pathlib.Path(one['pdf']).name}: {reader} does not find “{name}”")
    return count, faults


def nearest(text, string):
    """The stretch of `text` that holds most of the string's words, for the message."""
    words, best, place = set(string.split()), 0, 0
    tokens, size = text.split(" "), len(string.split()) + 1
    for i in range(max(1, len(tokens) - size + 1)):
        score = len(words & set(tokens[i:i + size]))
        if score > best:
            best, place = score, i
    return " ".join(tokens[place:place + size])


def judge(root, made, known, show):
    count, failed, faults = 0, [], []
    briefs = sorted((root / "tests/readers/briefs").glob("*.toml"))
    chosen = {path: one["pdf"] for path in briefs for one in made
              if one["stem"] == path.stem and one["template"] == "brief" and one["paper"] == "a4"}
    expected = {(entry["brief"], entry["reader"], entry["text"]): entry for entry in known}
    for reader, read in readers(root, list(chosen.values())).items():
        for path, pdf in chosen.items():
            text = read(pdf)
            for string in strings_of(tomllib.loads(path.read_text(encoding="utf-8"))):
                count += 1
                entry = expected.pop((path.stem, reader, string), None)
                if holds(text, string):
                    if entry:
                        faults.append(f"{path.stem}: {reader} gives back “{string}”, which known.toml says it does not")
                    continue
                failed.append(string)
                if entry is None:
                    faults.append(f"{path.stem}: {reader} gives “{nearest(text, string)}” for “{string}”")
                    if show:
                        print(f'[[known]]\nbrief = "{path.stem}"\nreader = "{reader}"\ntext = {json.dumps(string, ensure_ascii=False)}\n'
                              f'gives = {json.dumps(nearest(text, string), ensure_ascii=False)}\nreason = ""\n')
                elif not holds(text, entry["gives"]):
                    faults.append(f"{path.stem}: {reader} gives “{nearest(text, string)}”, not “{entry['gives']}”")
    if "pdfjs" not in common.os.environ.get("READOUT_WITHOUT", ""):
        faults += [f"known.toml: nothing is like {key}" for key in expected]
    if len(failed) > count * ALLOWED:
        faults.append(f"{len(failed)} of {count} do not come back; at most 1 in 24 may")
    print(f"{len(failed)} of {count} strings and readers fail, as known.toml says")
    return count, faults


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--show"]
    root, out = map(pathlib.Path, arguments)
    made = json.loads((out / "list.json").read_text(encoding="utf-8"))
    listed = root / "tests/readers/known.toml"
    known = tomllib.loads(listed.read_text(encoding="utf-8"))["known"] if listed.exists() else []
    names, names_wrong = names_faults(root, made)
    count, wrong = judge(root, made, known, "--show" in sys.argv)
    common.finish("strings looked for", names + count, names_wrong + wrong)


if __name__ == "__main__":
    main()
