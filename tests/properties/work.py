#!/usr/bin/env python3
"""The work for extreme content grows with its size and no faster: counted in instructions and not by a clock.

work.py EXTREMES_TESTS

Callgrind counts what each build of the test program executes: the same on every run, whatever else the machine does.
Each kind is built with a quarter of its content and with all of it: the other three quarters take three times the work of
the first one when the work is in proportion to the size, fifteen times when it is to its square. What a brief costs that
says nothing is taken off. Ends with 77 where there is no Valgrind.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

MOST = 5.0  # times, not three: tables that grow by doubling, and a table's first page that is lighter than its others
LITTLE = 5e6  # instructions, about a millisecond: what differs by less is no measure


def counts(program, folder):
    """Pairs of what was built and how many instructions it took."""
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", "--collect-atstart=no",
         "--toggle-collect=*extreme_build*", "--dump-before=extreme_built", program, "--no-skip",
         "--test-case=a quarter and the whole*"], capture_output=True, text=True)
    built = re.findall(r"^built (\S+) (\d+)$", done.stdout, re.MULTILINE)
    if done.returncode != 0 or not built:
        sys.exit(f"exit code {done.returncode}: {done.stdout[-1000:]}{done.stderr[-1000:]}")
    dumps = [folder / f"out.{i}" for i in range(1, len(built) + 1)]
    totals = [int(re.search(r"^(?:summary|totals): (\d+)", dump.read_text(), re.MULTILINE)[1]) for dump in dumps]
    return [(kind, int(size), total) for (kind, size), total in zip(built, totals, strict=True)]


def main():
    if shutil.which("valgrind") is None:
        print("there is no valgrind")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        _, (_, _, nothing), *tried = counts(sys.argv[1], pathlib.Path(folder))
    faults = 0
    for (kind, _, quarter), (_, size, whole) in zip(tried[::2], tried[1::2], strict=True):
        times = (whole - quarter) / max(quarter - nothing, LITTLE)
        faults += times > MOST
        print(f"{'FAILED: ' if times > MOST else ''}{kind}: {whole / 1e6:.1f} million instructions for {size}, "
              f"{quarter / 1e6:.1f} for a quarter: the rest takes {times:.2f} times as much")
    print(f"{len(tried) // 2} kinds, {faults} whose work grows faster than their size")
    sys.exit(1 if faults else 0)


main()
