#!/usr/bin/env python3
"""Memory runs out at every allocation of a small build: a clear message and exit code 3 each time, or the whole PDF.

memory.py PROGRAM ROOT HEAP [--first N] [--step K] [--batch-step K]

HEAP is the library of failing_heap.c. Tried are the first N allocations one by one (2,000), then every Kth (11th); each
fails alone, and every seventh as the first of all that follow. The old file must be there, byte for byte, or the whole
new one; nothing else may be left in the folder.

Then every Kth allocation (97th) of a batch of three, by one thread and by two: a brief that comes after the one that
met it is set as if nothing had been, though HarfBuzz keeps an empty table where it could not build one. And a batch
that gets fewer threads than it asks for, or none, is built all the same.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

BRIEF = """readout = 1
[document]
title = "Talks on the river"
lang = ["en", "ar"]
seal = { file = "seal.png", alt = "A seal" }
summary = "Both sides agreed on the *seven* gauges, وثائق."
[[side]]
id = "alpha"
name = { en = "Alphaland", ar = "ألفالاند" }
people = ["A. Ahlberg", "B. Berg"]
[[step]]
text = "Send the readings"
"""
OLD = b"the old one"


BATCH = ["one", "two", "three"]


def run(args, folder, at, on=False, command=("talks.toml", "-o", "talks.pdf"), threads=None):
    environment = {"PATH": os.environ["PATH"], "LD_PRELOAD": args.heap, "FAIL_AT": str(at)}
    if on:
        environment["FAIL_ON"] = "1"
    if threads is not None:
        environment["THREADS"] = str(threads)
    if at == 0:
        environment["FAIL_COUNT"] = str(folder / "count")
    return subprocess.run([args.program, "build", *command], cwd=folder, env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=60)


def fault(args, folder, whole, at, on):
    """What is wrong when that allocation fails; None when all is as promised."""
    out = folder / "talks.pdf"
    out.write_bytes(OLD)
    done = run(args, folder, at, on)
    told = done.stderr.decode("utf-8", "replace")
    left = sorted(path.name for path in folder.iterdir())
    if left != ["seal.png", "talks.pdf", "talks.toml"]:
        return f"left behind: {left}"
    bytes_now = out.read_bytes()
    if done.returncode == 0:
        return None if bytes_now == whole else "exit code 0 without the whole PDF"
    if bytes_now not in (OLD, whole):
        return "the old file is spoiled"
    if done.returncode != 3:
        return f"exit code {done.returncode}: {told[:300]}"
    return None if "memory" in told or on and told == "" else f"an unclear message: {told[:300]}"


def fault_of_batch(args, folder, whole, at, went_on, threads=None):
    """What is wrong with the PDFs of a batch when that allocation fails; None when each is the old one or whole."""
    for name in BATCH:
        (folder / f"{name}.pdf").write_bytes(OLD)
    workers = 1 + at % 2 if threads is None else 3
    command = ["-q", f"-j{workers}", *(f"{name}.toml" for name in BATCH), "-o", "./"]
    done = run(args, folder, at, command=command, threads=threads)
    now = {name: (folder / f"{name}.pdf").read_bytes() for name in BATCH}
    spoiled = [name for name in BATCH if now[name] not in (OLD, whole.get(name, now[name]))]
    if spoiled:
        return f"neither the old file nor the whole new one: {', '.join(spoiled)}"
    left = sum(bytes_ == OLD for bytes_ in now.values())
    told = done.stderr.decode("utf-8", "replace")
    # It may also strike whoever tells what has become of a brief, when all of them are there.
    could_not_tell = done.returncode == 3 and "memory" in told
    if done.returncode != (3 if left else 0) and not (left == 0 and could_not_tell):
        return f"exit code {done.returncode}, {left} files are old: {told[:300]}"
    for name in BATCH if at == 0 else []:
        whole.setdefault(name, now[name])
    went_on.append(0 < left < len(BATCH))
    return None


def try_batches(args, folders):
    """How many were tried, and the faults."""
    whole, went_on = {}, []
    for folder in folders:
        for name in BATCH:
            (folder / f"{name}.toml").write_text(BRIEF.replace("river", f"river {name}"), encoding="utf-8")
    if why := fault_of_batch(args, folders[0], whole, 0, went_on):
        sys.exit(f"the batch fails with memory enough: {why}")
    places = range(args.batch_step, int((folders[0] / "count").read_text()), args.batch_step)
    for threads in range(3):
        if why := fault_of_batch(args, folders[0], whole, 0, went_on, threads):
            return len(places), [(0, False, f"batch: three threads asked for, {threads} given: {why}")]

    def work_on(i):
        return [(at, False, "batch: " + why) for at in places[i::len(folders)]
                if (why := fault_of_batch(args, folders[i], whole, at, went_on))]

    with concurrent.futures.ThreadPoolExecutor(len(folders)) as pool:
        faults = sorted(sum(pool.map(work_on, range(len(folders))), []))
    if sum(went_on) * 2 < len(places):
        faults.append((0, False, f"batch: only {sum(went_on)} of {len(places)} went on after a brief that failed"))
    return len(places), faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("heap")
    parser.add_argument("--first", type=int, default=2000)
    parser.add_argument("--step", type=int, default=11)
    parser.add_argument("--batch-step", type=int, default=97)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        folders = [pathlib.Path(work) / str(i) for i in range(os.cpu_count() or 1)]
        for folder in folders:
            folder.mkdir()
            (folder / "talks.toml").write_text(BRIEF, encoding="utf-8")
            (folder / "seal.png").write_bytes((args.root / "input/images/seal.png").read_bytes())
        whole_run = run(args, folders[0], 0)
        if whole_run.returncode != 0:
            sys.exit(f"the build fails with memory enough: {whole_run.stderr.decode()}")
        whole = (folders[0] / "talks.pdf").read_bytes()
        total = int((folders[0] / "count").read_text())
        (folders[0] / "count").unlink()
        if total < args.first:
            sys.exit(f"only {total} allocations were seen: is the heap in use?")
        places = [*range(1, args.first + 1), *range(args.first + args.step, total + 1, args.step)]
        tries = [(at, False) for at in places] + [(at, True) for at in places[::7]]
        share = len(folders)

        def work_on(i):
            return [(at, on, why) for at, on in tries[i::share] if (why := fault(args, folders[i], whole, at, on))]

        with concurrent.futures.ThreadPoolExecutor(share) as pool:
            faults = sorted(sum(pool.map(work_on, range(share)), []))
        batches, more = try_batches(args, folders)
        faults += more
    for at, on, why in faults[:20]:
        print(f"allocation {at}{' and all after it' if on else ''}: {why}")
    print(f"{len(tries)} failures of memory among {total} allocations, {batches} in batches, {len(faults)} not as promised")
    sys.exit(1 if faults else 0)


main()
