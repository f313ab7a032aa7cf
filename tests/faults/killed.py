#!/usr/bin/env python3
"""A batch that is killed at random moments: each output is the old file or the whole new one.

killed.py PROGRAM ROOT [--kills N] [--seed S]

Twelve briefs are built over files that are there, by two threads; SIGKILL comes after a time by lot that is as often
early as late. What the last moment leaves beside an output is its unfinished temporary file, and nothing else.
"""
import argparse
import pathlib
import random
import re
import signal
import subprocess
import tempfile
import time

from trying import Checks, brief


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("root")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    lot, checks = random.Random(args.seed), Checks()
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        briefs = [f"b{i}.toml" for i in range(12)]
        for i, path in enumerate(briefs):
            (work / path).write_text(brief(f"Talks {i}", "[[discussion]]\nheading = \"H\"\ntext = \"" + "Words. " * 50 * (i + 1) + '"'))
        command = [args.program, "build", "-q", *briefs, "-o", "out/", "-j", "2"]
        longest = 60.0
        for _ in range(3):  # the first run reads the program and its typefaces from the disk
            begin = time.monotonic()
            subprocess.run(command, cwd=work, check=True)
            longest = min(longest, time.monotonic() - begin)
        out = work / "out"
        whole = {path.name: path.read_bytes() for path in out.iterdir()}
        old = {name: f"old {name}".encode() for name in whole}
        cut_short = mixed = 0
        for _ in range(args.kills):
            for name in whole:
                (out / name).write_bytes(old[name])
            process = subprocess.Popen(command, cwd=work, stderr=subprocess.DEVNULL)
            time.sleep(lot.random() * longest)
            process.send_signal(signal.SIGKILL)
            alive = process.wait() == -signal.SIGKILL
            cut_short += alive
            longest *= 1.08 if alive else 0.85  # so that two in three meet it, however fast the machine is by now
            new = 0
            for name in whole:
                bytes_ = (out / name).read_bytes()
                new += bytes_ == whole[name]
                checks.that(bytes_ in (old[name], whole[name]), f"{name} is neither the old file nor the whole new one")
            mixed += 0 < new < len(whole)
            for left in out.iterdir():
                if left.name in whole:
                    continue
                checks.that(re.fullmatch(r"b\d+\.pdf\.\w{6}", left.name), f"left behind: {left.name}")
                left.unlink()
        checks.that(cut_short * 2 > args.kills, f"only {cut_short} of {args.kills} kills met a run that was alive")
        checks.that(mixed > 0, "no kill came between two files")
        print(f"{cut_short} of {args.kills} kills met a run that was alive, {mixed} of them between two files")
    checks.finish()


main()
