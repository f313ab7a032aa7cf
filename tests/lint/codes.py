#!/usr/bin/env python3
"""Every code of a fault that points into a TOML file has a file in tests/diagnostics that expects it.

Codes are found in the sources by how they are told: error("room.code", ...), warning(...), tell(...), and
fault("code", ...) of the table readers, whose prefix is that of the file's topic. failure(...) has no place in any
file and is left to the tests of its room. What only a command brings about may stand in commands.tests instead. The lint first proves on made-up sources that it can fail.
"""
import re
import sys

from source import files, finish

TOLD = re.compile(r'\b(?:error|warning|tell|fault)\(\s*"([a-z0-9]+\.[a-z0-9-]+)"')
LITERAL = re.compile(r'"((?:toml|brief)\.(?!toml")[a-z0-9-]+)"')  # not the file name brief.toml
SHORT = re.compile(r'\bfault\(\s*"([a-z0-9-]+)"')
EXPECTED = re.compile(r'^# expect (?:error|warning) (\S+) ', re.MULTILINE)
COMMAND = re.compile(r'^([a-z]+\.[a-z0-9-]+)$', re.MULTILINE)  # heads a block of commands.tests, which docs.errors runs
# Which prefix a reader's short codes get, by the file's name; the table reader itself is tried with briefs.
PREFIXES = [(r"(read_)?template", "template"), (r"(read_)?font", "fonts"), (r"(read_brief|brief|table_reader)", "brief")]


# Files too large to keep: tests/unit/model/toml_reader_test.cpp makes them up.
MADE_UP = {"toml.too-many", "toml.too-large"}


def prefix_of(path):
    name = path.rsplit("/", 1)[-1]
    return next((prefix for pattern, prefix in PREFIXES if re.match(pattern, name)), None)


def codes_told(path, text):
    """(code, line) of every fault that a source tells."""
    found = [(m.group(1), m.start()) for pattern in (TOLD, LITERAL) for m in pattern.finditer(text)]
    prefix = prefix_of(path)
    if prefix:
        found += [(f"{prefix}.{m.group(1)}", m.start()) for m in SHORT.finditer(text)]
    return [(code, text.count("\n", 0, at) + 1) for code, at in found]


def missing(sources, expecting):
    expected = {code for name, text in expecting for code in (COMMAND if name.endswith(".tests") else EXPECTED).findall(text)}
    faults = {}
    for path, text in sources:
        for code, line in codes_told(path, text):
            if code not in expected | MADE_UP:
                faults.setdefault(code, f"{path}:{line}: no file in tests/diagnostics expects {code}")
    return [faults[code] for code in sorted(faults)]


def prove():
    source = [("src/model/brief_x.cpp", 'diags.error("brief.a", s, "m"); t.fault("b", s, "m"); tell(x ? "toml.c" : "toml.d", s);')]
    told = {code for code, _ in codes_told(*source[0])}
    assert told == {"brief.a", "brief.b", "toml.c", "toml.d"}, told
    assert len(missing(source, [])) == 4
    assert len(missing(source, [("t", "brief.a\n"), ("commands.tests", "toml.c\n2 $ readout brief.b\n")])) == 3
    assert missing(source, [("t", "".join(f'# expect error {c} 1:1-1 "m"\n' for c in told))]) == []


def main():
    prove()
    sources = files("src/**/*.cpp")
    expecting = files_as_bytes()
    return finish("codes", missing(sources, expecting), len(sources))


def files_as_bytes():
    """Diagnostic files may be bad UTF-8 on purpose."""
    from source import ROOT
    return [(p.name, p.read_bytes().decode("utf-8", "replace")) for p in sorted(ROOT.glob("tests/diagnostics/**/*.t*"))]


if __name__ == "__main__":
    sys.exit(main())
