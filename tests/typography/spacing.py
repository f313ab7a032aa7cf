#!/usr/bin/env python3
"""How even the spaces of justified lines are, measured in the PDF by Poppler, not by the program that made it.

spacing.py PROGRAM ROOT            builds rivals.toml and holds it to the limits below
spacing.py FILE.pdf ...            only measures

rivals.toml is a brief that eleven typesetters (LuaLaTeX with microtype and Typst among them) set at the same measure,
in the same face and size. In the best of them the mean gap has a standard deviation of 0.43 pt from line to line
(LuaLaTeX, which widens and narrows its glyphs by up to 2 %, as rivals-template.toml does by `expand`), and none is wider
than 4.25 pt (Typst). Readout is held to both, and to no stub, with letters that may widen (expand = 0.02) and with
letters as they are (expand = 0, the default). What is read in the PDF is the same with and without.

With letters as they are it takes spaces that rather grow than shrink (space_width): these lines broken around the
narrow space of the face come to 0.46 pt; around 1.2 of it to 0.42 pt, without a hyphen.

A line counts when it has six words or more, begins in the left column and reaches the right margin within 6 pt; its gap
is the mean of its spaces. Stub: a last line that is only the end of a broken word.
"""
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

FACE = pathlib.Path("/usr/share/fonts/truetype/liberation")
MOST_DEVIATION, MOST_GAP = 0.43, 4.25  # pt
RIGHT, REACH, LEFT, LEAST_WORDS, NO_SPACE = 527.3, 6, 95, 6, 0.5  # pt, but for the words
LEAST_LINES = 25

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>')


def lines_of(pdf):
    """Of each block its lines, of each line its words: (left, right, letters)."""
    page = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for block in re.findall(r"<block .*?</block>", page, re.S):
        yield [[(float(a), float(b), text) for a, b, text in WORD.findall(line)]
               for line in re.findall(r"<line .*?</line>", block, re.S)]


def is_broken(line):
    return line[-1][2].endswith(("-", "\u2010", "\u00AD"))


class Measured:
    """gaps: mean gap of each justified line; overhang: how far each goes beyond the margin; stubs: their text."""

    def __init__(self, pdf):
        self.gaps, self.overhang, self.stubs, self.hyphens = [], [], [], 0
        for block in lines_of(pdf):
            for line in block:
                self.add(line)
            for line, after in zip(block, block[1:]):
                if line and len(after) == 1 and is_broken(line):
                    self.stubs.append(after[0][2])

    def add(self, line):
        if len(line) < LEAST_WORDS or line[0][0] > LEFT or abs(line[-1][1] - RIGHT) > REACH:
            return
        gaps = [b[0] - a[1] for a, b in zip(line, line[1:])]
        self.gaps.append(statistics.mean(gap for gap in gaps if gap > NO_SPACE))
        self.overhang.append(line[-1][1] - RIGHT)
        self.hyphens += is_broken(line)

    def __str__(self):
        return (f"{len(self.gaps)} justified lines, gaps: mean {statistics.mean(self.gaps):.2f} pt, standard deviation "
                f"{statistics.stdev(self.gaps):.2f} pt, {min(self.gaps):.2f} to {max(self.gaps):.2f} pt; {self.hyphens} "
                f"hyphens, {len(self.stubs)} stubs, {max(self.overhang):.2f} pt beyond the margin")

    def faults(self):
        if len(self.gaps) < LEAST_LINES:
            yield f"only {len(self.gaps)} lines were found; {LEAST_LINES} are expected"
            return
        if round(statistics.stdev(self.gaps), 2) > MOST_DEVIATION:
            yield f"standard deviation {statistics.stdev(self.gaps):.2f} pt, more than {MOST_DEVIATION}"
        if max(self.gaps) > MOST_GAP:
            yield f"largest gap {max(self.gaps):.2f} pt, more than {MOST_GAP}"
        for stub in self.stubs:
            yield f"the last line is only the end of a broken word: {stub}"


def data_folder(root, folder):
    """The program's data with Liberation Serif added, as a user adds a typeface."""
    shutil.copytree(root / "templates", folder / "templates")
    shutil.copytree(root / "fonts", folder / "fonts")
    family = '\n[[family]]\nname = "Liberation Serif"\nrole = "text"\nlicence = "OFL-1.1"\n'
    for style in ("Regular", "Italic", "Bold"):
        file = FACE / f"LiberationSerif-{style}.ttf"
        if not file.exists():
            sys.exit(f"{file} is missing: install the Debian package fonts-liberation")
        shutil.copy(file, folder / "fonts")
        family += f'[[family.face]]\nfile = "{file.name}"\nstyle = "{style.lower()}"\n'
    with open(folder / "fonts" / "fonts.toml", "a", encoding="utf-8") as out:
        out.write(family)


def build(program, folder, expand):
    """rivals.toml with letters that may widen, or not."""
    template = (folder / "rivals-template.toml").read_text(encoding="utf-8")
    (folder / "template.toml").write_text(re.sub(r"(?m)^expand = [\d.]+", f"expand = {expand}", template), encoding="utf-8")
    pdf = folder / f"rivals-{expand}.pdf"
    subprocess.run([program, "build", "rivals.toml", "--data", "data", "--template", "./template.toml", "-o", pdf.name],
                   cwd=folder, check=True, stdin=subprocess.DEVNULL)
    return pdf


def letters(pdf):
    """What a reader reads, without the blanks and hyphens that lines end in."""
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return re.sub("[\\s\u00AD\u2010-]", "", text)


def main(program, root):
    program, root = pathlib.Path(program).resolve(), pathlib.Path(root).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        data_folder(root, folder / "data")
        for source in ("rivals.toml", "rivals-template.toml"):
            shutil.copy(root / "tests" / "typography" / source, folder)
        pdf, stiff = build(program, folder, 0.02), build(program, folder, 0)
        measured, as_they_are = Measured(pdf), Measured(stiff)
        faults = list(measured.faults())
        faults += [f"letters as they are: {fault}" for fault in as_they_are.faults()]
        if letters(pdf) != letters(stiff):
            faults.append("the text that is read is another with letters that widen")
        print("expand = 0.02:", measured)
        print("expand = 0:", as_they_are)
    for fault in faults:
        print("FAILED:", fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    if sys.argv[1].endswith(".pdf"):
        for pdf in sys.argv[1:]:
            print(pdf, Measured(pdf))
    else:
        main(*sys.argv[1:])
