#!/usr/bin/env python3
"""Includes go one way: a room includes only the rooms below it, and a library only where it belongs.

The tables below are those of src/README.md. The lint first proves on made-up files that it can fail.
"""
import re
import sys

from source import files, finish, lines

ROOMS = {
    "base": [],
    "model": ["base"],
    "text": ["base"],
    "image": ["base"],
    "layout": ["base", "text", "image"],
    "compose": ["base", "model", "layout"],
    "pdf": ["base", "text", "image", "layout"],
    "archive": ["base"],
    "press": ["base", "model", "text", "image", "layout", "compose", "pdf", "archive"],
    "cli": ["base", "press"],
    "tables": ["base", "text"],
}
# Values that a room hands on may be named by their owner's header: text::Style travels through layout/ to compose/.
LIBRARIES = {  # how an include begins -> where it may stand
    "fmt/": r"src/",
    "toml++/": r"src/model/toml_reader\.cpp$",
    "hb-subset": r"src/pdf/",
    "hb": r"src/(text|pdf)/",
    "fribidi": r"src/text/",
    "png": r"src/image/",
    "hpdf": r"src/pdf/haru\.(cpp|hpp)$",
    "libdeflate": r"src/(pdf|archive)/",
    "qpdf/": r"src/archive/",
    "sha2": r"src/base/",
    "CLI/": r"src/cli/args\.cpp$",
    "hyphen": r"src/text/",
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def fault_of(path, quoted, name):
    room = path.split("/")[1]
    target = name.split("/")[0]
    if quoted and target in ROOMS:
        if target != room and target not in ROOMS[room]:
            return f"{room}/ may not include {target}/"
        return None
    for start, where in LIBRARIES.items():
        if name.startswith(start):
            return None if re.match(where, path) else f"<{name}> does not belong here"
    return f'"{name}" is in no room' if quoted and not name.endswith(".inc") else None


def check(sources):
    faults = []
    for path, text in sources:
        if path.split("/")[1] not in ROOMS:
            faults.append(f"{path}: this room is not in the table")
            continue
        for number, line in lines(text):
            match = INCLUDE.match(line)
            fault = match and fault_of(path, match[1] == '"', match[2])
            if fault:
                faults.append(f"{path}:{number}: {fault}")
    return faults


def prove():
    bad = [("src/base/x.cpp", '#include "model/brief.hpp"\n'), ("src/pdf/x.cpp", '#include "model/brief.hpp"\n'),
           ("src/press/x.cpp", '#include "cli/args.hpp"\n'), ("src/compose/x.cpp", "#include <hpdf.h>\n"),
           ("src/model/x.cpp", "#include <toml++/toml.h>\n"), ("src/attic/x.cpp", "\n")]
    good = [("src/pdf/haru.cpp", '#include <hpdf.h>\n#include "layout/document.hpp"\n#include <vector>\n')]
    assert len(check(bad)) == len(bad), check(bad)
    assert not check(good), check(good)


if __name__ == "__main__":
    prove()
    everything = files("src/*/*.cpp", "src/*/*.hpp")
    sys.exit(finish("layering", check(everything), len(everything)))
