#!/usr/bin/env python3
"""clang-tidy over src/, with the checks of .clang-tidy.

tidy.py BUILD_FOLDER

Most of its time goes into reading headers, so it reads a room's files six at a time, as src/CMakeLists.txt compiles
them. Six that passed are not looked at again until one of them, a header or the checks change: BUILD_FOLDER/tidy keeps a
note of each. So the first run takes minutes and the next seconds.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
AT_A_TIME = 6
FAULT = "#include <string>\nstd::string f(std::string a) { auto b = std::move(a); return a + b; }\n"
# Clang cannot read libqpdf's JSON.hh as C++20 (a vector of an incomplete class, which GCC lets pass).
LEFT_OUT = {"archive"}


def flags_of(build):
    """Where headers and libraries are, for every room."""
    flags = ["-std=c++20", "-I", str(ROOT / "src"), "-I", str(build / "generated"), "-DFMT_SHARED"]
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    words = [shlex.split(entry["command"]) for entry in entries if entry["file"].startswith(str(ROOT / "src"))]
    folders = {folder for line in words for flag, folder in zip(line, line[1:]) if flag == "-isystem"}
    return flags + [part for folder in sorted(folders) for part in ("-isystem", folder)]


def batches():
    for room in sorted(path for path in (ROOT / "src").iterdir() if path.is_dir() and path.name not in LEFT_OUT):
        files = sorted(room.glob("*.cpp"))
        at_a_time = 1 if room.name == "cli" else AT_A_TIME  # it has two programs, with functions of one name
        for at in range(0, len(files), at_a_time):
            yield files[at:at + at_a_time]


def look(files, flags):
    """What clang-tidy tells of the files, read as one; empty when nothing."""
    with tempfile.TemporaryDirectory() as work:
        whole = pathlib.Path(work) / "batch.cpp"
        whole.write_text("".join(f'#include "{path}"\n' for path in files), encoding="utf-8")
        done = subprocess.run(["clang-tidy-16", "--quiet", f"--config-file={ROOT / '.clang-tidy'}", whole, "--", *flags],
                              capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def finds_a_planted_fault(flags):
    with tempfile.TemporaryDirectory() as work:
        sample = pathlib.Path(work) / "src" / "sample.cpp"
        sample.parent.mkdir()
        sample.write_text(FAULT, encoding="utf-8")
        return "bugprone-use-after-move" in look([sample], flags)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    notes = build / "tidy"
    notes.mkdir(exist_ok=True)
    flags = flags_of(build)
    if not finds_a_planted_fault(flags):
        sys.exit("tidy: clang-tidy-16 does not find a planted fault")
    shared = b"".join(path.read_bytes() for path in sorted((ROOT / "src").rglob("*.hpp")))
    shared += (ROOT / ".clang-tidy").read_bytes() + pathlib.Path(__file__).read_bytes()

    def check(files):
        note = notes / hashlib.sha256(shared + b"".join(path.read_bytes() for path in files)).hexdigest()
        told = "" if note.exists() else look(files, flags)
        if not told:
            note.touch()
        return told

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        told = [text for text in pool.map(check, batches()) if text]
    print(*told, sep="\n", end="")
    print(f"tidy: {sum(len(files) for files in batches())} files, {len(told)} batches with faults")
    sys.exit(1 if told else 0)


if __name__ == "__main__":
    main()
