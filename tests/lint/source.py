"""C++ sources for the lints: which files there are, and their text without comments or literals."""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]

_TOKEN = re.compile(
    r'R"([^(\s]*)\((?:.|\n)*?\)\1"'      # raw string
    r'|"(?:\\.|[^"\\\n])*"'              # string
    r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'"  # character, not a digit separator
    r"|//[^\n]*|/\*(?:.|\n)*?\*/")       # comments


def files(*patterns):
    """(path below the root, text) of every file that a pattern matches, sorted."""
    found = sorted({p for pattern in patterns for p in ROOT.glob(pattern) if p.is_file()})
    return [(p.relative_to(ROOT).as_posix(), p.read_text(encoding="utf-8")) for p in found]


def code_only(text):
    """The text with comments and literals blanked; lines and columns stay where they are."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return _TOKEN.sub(blank, text)


def lines(text):
    """(number, line) pairs, from 1."""
    return enumerate(text.splitlines(), 1)


def finish(name, faults, looked_at):
    """Prints what was found and gives the exit code."""
    for fault in faults:
        print(fault)
    print(f"{name}: {looked_at} files, {len(faults)} faults")
    return 1 if faults or looked_at == 0 else 0
