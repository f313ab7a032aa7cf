#!/usr/bin/env python3
"""Readout's lines beside TeX's: the same paragraphs, face, size, patterns, rules and measures.

tex.py PROGRAM ROOT            compares with what TeX gave (tex.json), and with TeX itself where lualatex is installed
tex.py PROGRAM ROOT --record   writes tex.json anew

Each paragraph of paragraphs.txt is set at three measures, with and without marks that hang in the margin, by `readout
dump --stage lines` and by LuaLaTeX (tex.tex, tex.lua). Demerits are reckoned from both outcomes by TeX's formula ("TeX:
The Program", parts 38 and 39): those of each paragraph may be 2 % above TeX's at most, its hyphens no more, and no line
may stick out. TeX hyphenates by our pattern file, and no word with a capital, as we do; both stretch a space by half its
width and shrink it by a third. Lines looser than the tolerance come of the last pass, in which both reckon with stretch
that is not there.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RECORD = HERE / "tex.json"
FACE, PATTERNS, LANG = "LinLibertine_R.otf", "hyph_en_GB.dic", "en-GB"
SIZE, EMERGENCY_EM = 10.6, 3
MEASURES = (212.6, 311.8, 459.2)  # pt
LEFT, PAGE = 20 * 72 / 25.4, 210 * 72 / 25.4
MOST = 1.02
# TeX's name, ours, the value: those of plain TeX.
RULES = (("pretolerance", "pretolerance", 100), ("tolerance", "tolerance", 200), ("linepenalty", "line_penalty", 10),
         ("adjdemerits", "adjacent_demerits", 10000), ("doublehyphendemerits", "double_hyphen_demerits", 10000),
         ("finalhyphendemerits", "final_hyphen_demerits", 5000), ("hyphenpenalty", "hyphen_penalty", 50),
         ("exhyphenpenalty", "explicit_hyphen_penalty", 50))
VALUE = {tex: value for tex, _, value in RULES}


def paragraphs():
    return (HERE / "paragraphs.txt").read_text(encoding="utf-8").split("\n\n")


# ---- TeX's formula -------------------------------------------------------------------------------

def badness(ratio):
    """TeX's whole-number way to 100 times the cube (section 108)."""
    return min(10000, (int(297 * abs(ratio)) ** 3 + 2 ** 17) // 2 ** 18)


def fitness(ratio):
    bad = badness(ratio)
    if ratio < 0:
        return 3 if bad > 12 else 2
    return 0 if bad > 99 else 1 if bad > 12 else 2


def demerits(lines):
    """Of a paragraph; a line is (ratio, ends in a hyphen, sticks out)."""
    total, before = 0, (0.0, 0, 0)
    for i, line in enumerate(lines):
        last = i + 1 == len(lines)
        total += (VALUE["linepenalty"] + badness(line[0])) ** 2
        total += VALUE["hyphenpenalty"] ** 2 if line[1] and not last else 0
        if before[1]:
            total += VALUE["finalhyphendemerits"] if last else VALUE["doublehyphendemerits"] if line[1] else 0
        total += VALUE["adjdemerits"] if abs(fitness(line[0]) - fitness(before[0])) > 1 else 0
        before = line
    return total


# ---- TeX -----------------------------------------------------------------------------------------

def hang_shares(root):
    """The shares of marks that hang, from the program's own table: {character: (at the start, at the end)}."""
    source = (root / "src/layout/hanging.cpp").read_text(encoding="utf-8")
    hyphen = int(re.search(r"hyphen_share = (\d+)", source)[1])
    found = re.findall(r"\{U'(\\?.|\\u[0-9A-F]{4})', (\d+), (\w+)\}", source)
    return {int(name[2:], 16) if name.startswith("\\u") else ord(name[-1]):
            (int(start), hyphen if end == "hyphen_share" else int(end)) for name, start, end in found}


def settings(root, hang):
    hangs = ", ".join(f"[{mark}] = {{ {a}, {b} }}" for mark, (a, b) in hang_shares(root).items()) if hang else ""
    parameters = ", ".join(f"{name} = {value}" for name, value in VALUE.items())
    return (f"return {{ size = {SIZE}, emergency_stretch = {SIZE * EMERGENCY_EM}, hangs = {{ {hangs} }},\n"
            f"  measures = {{ {', '.join(map(str, MEASURES))} }},\n"
            f"  parameters = {{ protrudechars = {2 if hang else 0}, {parameters} }} }}\n")


def set_by_tex(root, hang, folder):
    for name in ("tex.tex", "tex.lua", "paragraphs.txt"):
        shutil.copy(HERE / name, folder)
    shutil.copy(root / "fonts" / FACE, folder / "face.otf")
    shutil.copy(root / "fonts" / PATTERNS, folder / "patterns.dic")
    (folder / "settings.lua").write_text(settings(root, hang), encoding="utf-8")
    subprocess.run(["lualatex", "-interaction=batchmode", "-halt-on-error", "tex.tex"], cwd=folder, check=True,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   env=os.environ | {"TEXMFVAR": str(folder / "cache"), "TEXMFCACHE": str(folder / "cache")})
    found = []
    for block in (folder / "lines.txt").read_text(encoding="utf-8").split("paragraph ")[1:]:
        total, *lines = block.splitlines()
        found.append([[float(r), int(h), int(o)] for r, h, o in (line.split() for line in lines)])
        mine = demerits(found[-1])  # TeX hangs a paragraph's last mark, but does not reckon with it: there they differ
        if not hang and abs(mine - int(total)) > 0.01 * int(total) and max(line[0] for line in found[-1]) < 1.25:
            sys.exit(f"TeX reckons {total} demerits, the formula in here {mine}: {lines}")
    return found


# ---- ours ----------------------------------------------------------------------------------------

def dumped(program, root, measure, hang, folder):
    rules = "\n".join(f"{ours} = {value}" for _, ours, value in RULES) + f'\nemergency_stretch = "{EMERGENCY_EM}em"'
    template = (HERE / "tex-template.toml").read_text(encoding="utf-8")
    for word, value in (("MARGIN", f"{PAGE - LEFT - measure:.4f}pt"), ("SIZE", f"{SIZE}pt"), ("RULES", rules),
                        ("HANG", str(hang).lower())):
        template = re.sub(rf"\b{word}\b", value, template)
    (folder / "template.toml").write_text(template, encoding="utf-8")
    (folder / "brief.toml").write_text(
        f'readout = 1\n[document]\ntitle = "Lines"\nlang = "{LANG}"\n'
        'summary = """\n' + "\n\n".join(paragraphs()) + '"""\n'
        '[meeting]\nplace = "Here"\ndate_note = "Not stated"\n'
        '[[side]]\nid = "a"\nname = "Hosts"\nrole = "host"\n[[side]]\nid = "b"\nname = "Guests"\nrole = "guest"\n',
        encoding="utf-8")
    command = [program, "dump", "--stage", "lines", "--data", root, "--template", "./template.toml", "brief.toml"]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout


def set_by_us(program, root, hang, folder):
    found = []
    for measure in MEASURES:
        dump = dumped(program, root, measure, hang, folder)
        lines = re.findall(r'^line  summary +\S+ of +\S+ +(\S+)  "(.*)"(.*)$', dump, re.M)
        for text in paragraphs():
            found.append([])
            left = len(text.strip())
            while left > 0:
                ratio, line, rest = lines.pop(0)
                line = line.replace("\\-", "\u00AD")
                left -= len(line.replace("\u00AD", ""))
                found[-1].append([float(ratio), int(line.endswith(("-", "\u00AD"))), int("overfull" in rest)])
            if left < 0:
                sys.exit(f"the dump's lines are not those of: {text}")
        if lines:
            sys.exit(f"lines that belong to no paragraph: {lines}")
    return found


# ---- the comparison ------------------------------------------------------------------------------

def faults(ours, theirs, what):
    texts = paragraphs()
    for i, (our, their) in enumerate(zip(ours, theirs, strict=True)):
        name = f"{what}, {MEASURES[i // len(texts)]} pt, paragraph {i % len(texts) + 1}"
        if demerits(our) > MOST * demerits(their):
            yield f"{name}: {demerits(our)} demerits, TeX {demerits(their)}\n  ours {our}\n  TeX  {their}"
        if hyphens(our) > hyphens(their):
            yield f"{name}: {hyphens(our)} hyphens, TeX {hyphens(their)}"
        if any(line[2] for line in our):
            yield f"{name}: a line sticks out"


def hyphens(lines):
    return sum(line[1] for line in lines)


def summary(ours, theirs, what):
    def of(found):
        return (f"{sum(map(demerits, found))} demerits, {sum(map(hyphens, found))} hyphens, "
                f"{sum(line[2] for lines in found for line in lines)} overfull")
    return f"{what}: {len(ours)} paragraphs, {sum(map(len, ours))} lines. Readout: {of(ours)}. TeX: {of(theirs)}"


def main(program, root, record):
    program, root = str(pathlib.Path(program).resolve()), pathlib.Path(root).resolve()
    told = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() and not record else {}
    digest = hashlib.sha256((HERE / "paragraphs.txt").read_bytes()).hexdigest()
    if not record and told.get("paragraphs") != digest:
        sys.exit("paragraphs.txt was changed since tex.json was recorded: tex.py PROGRAM ROOT --record")
    bad, kept = [], {"paragraphs": digest}
    for hang in (False, True):
        what = "with hanging marks" if hang else "without hanging marks"
        with tempfile.TemporaryDirectory() as name:
            ours = set_by_us(program, root, hang, pathlib.Path(name))
        sources = {"TeX as recorded": told[what]} if what in told else {}
        if record or shutil.which("lualatex"):
            with tempfile.TemporaryDirectory() as name:
                kept[what] = sources["TeX here"] = set_by_tex(root, hang, pathlib.Path(name))
        for source, theirs in sources.items():
            print(summary(ours, theirs, f"{source}, {what}"))
            bad += [f"{source}, {fault}" for fault in faults(ours, theirs, what)]
    if not shutil.which("lualatex"):
        print("lualatex is not installed: compared with what it gave when tex.json was recorded")
    if record:
        RECORD.write_text(json.dumps(kept).replace("]], [[", "]],\n[[").replace(", \"w", ",\n\"w") + "\n", encoding="utf-8")
    for fault in bad:
        print("FAILED:", fault)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--record" in sys.argv[3:])
