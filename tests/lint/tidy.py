#!/usr/bin/env python3
"""clang-tidy over src/, with the checks of .clang-tidy.

tidy.py BUILD_FOLDER

Most of its time goes into reading headers, so it reads the files of a room as one. That is a check, too: no two files of
a room use one name for different things, however src/CMakeLists.txt puts them together. A room that passed is not looked
at again until one of its files, a header or the checks change: BUILD_FOLDER/tidy keeps a note of each.
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
FAULT = "#include <string>\nstd::string f(std::string a) { auto b = std::move(a); return a + b; }\n"
# Clang cannot read libqpdf's JSON.hh as C++20 (a vector of an incomplete class, which GCC lets pass).
LEFT_OUT = {"archive"}


def flags_of(build):
    """Where headers and libraries are, for every room."""
    flags = ["-std=c++20", "-I", str(ROOT / "src"), "-I", str(build / "generated"), "-DFMT_SHARED"]
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    words = [shlex.split(entry["command"]) for entry in entries]
    folders = {folder for line in words for flag, folder in zip(line, line[1:]) if flag == "-isystem"}
    return flags + [part for folder in sorted(folders) for part in ("-isystem", folder)]


def batches():
    """Files that are read as one, the largest first."""
    all_files = []
    for room in (path for path in (ROOT / "src").iterdir() if path.is_dir() and path.name not in LEFT_OUT):
        files = sorted(room.glob("*.cpp"))
        # cli/ has two programs, with functions of one name.
        all_files += [[one] for one in files] if room.name == "cli" else [files]
    return sorted(all_files, key=lambda files: (-sum(path.stat().st_size for path in files), files))


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
    print(f"tidy: {sum(map(len, batches()))} files, {len(told)} rooms with faults")
    sys.exit(1 if told else 0)


if __name__ == "__main__":
    main()
