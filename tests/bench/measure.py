"""Whole processes, measured in turn: scripts/bench tells how to call it.

Usage: measure.py PROJECT_FOLDER BUILD_FOLDER [--peers] [--doha FOLDER] [--long] [--only PART,...] [--rounds N]
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


class Run:
    """One process that has ended: processor seconds, wall seconds, peak MiB, page faults."""

    def __init__(self, command):
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - start
        if process.returncode != 0:
            sys.exit(f"{' '.join(map(str, command[:6]))} failed:\n{said.decode(errors='replace')}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        self.faults = usage.ru_minflt


def in_turn(commands, rounds, out=None):
    """{name: [Run]}: each command once a round, so that a slow minute of the machine meets all alike. `out`: a folder
    that is new for each, so that all of them make new files."""
    runs = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            if out is not None:
                shutil.rmtree(out, ignore_errors=True)
                out.mkdir()
            run = Run(command)
            if number > 0:  # the first round warms the page cache
                runs[name].append(run)
    return runs


def median(runs, what="cpu"):
    return statistics.median(getattr(run, what) for run in runs)


def least(runs, what="cpu"):
    return min(getattr(run, what) for run in runs)


def title(words):
    print(f"\n{words}")


def in_memory():
    """Where a file system takes no part of a processor that it takes another time, or not; None: wherever files go.
    ext4 takes 0.1 to 0.7 ms to make a file, the most where others were deleted of late."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class Bench:
    def __init__(self, options, folder, shelf):
        self.root = pathlib.Path(options.root).resolve()
        self.build = pathlib.Path(options.build)
        self.folder, self.shelf = folder, shelf
        self.rounds = options.rounds
        self.long_ones = options.long
        self.doha_folder = pathlib.Path(options.doha).resolve() if options.doha else None
        self.readout = str(self.build / "readout")

    def talks(self, pages, count=1):
        folder = self.folder / f"talks-{pages}-{count}"
        if not folder.exists():
            Run([self.build / "tests/bench/invent_talks", "--out", folder, "--pages", str(pages), "--count", str(count)])
        return folder

    def command(self, out, *briefs, threads=1):
        target = out if len(briefs) == 1 else f"{out}/"
        return [self.readout, "build", "-q", "-j", str(threads), *map(str, briefs), "-o", target]

    # ---- parts

    def stages(self):
        title("stages: milliseconds, the least of five      2 pages   60 pages   a page")
        done = subprocess.run([self.build / "tests/bench/bench_stages", "--benchmark_format=json",
                               "--benchmark_repetitions=5", "--benchmark_min_time=0.1"],
                              check=True, capture_output=True, text=True)
        found = {}
        for one in json.loads(done.stdout)["benchmarks"]:
            if one["run_type"] == "iteration":
                stage, pages = one["name"].split("/")[:2]
                found.setdefault(stage, {}).setdefault(int(pages), []).append(one["real_time"])
        for stage, times in found.items():
            few, many = min(times[2]), min(times[60])
            print(f"  {stage:<38} {few:>10.3f} {many:>10.3f} {(many - few) / 58:>8.4f}")

    def cold(self):
        title("one brief, a whole process: milliseconds of processor time (least), MiB, page faults")
        doha = self.root / "input/doha.toml"
        talks = self.talks(2) / "talks-1.toml"
        out = str(self.folder / "cold.pdf")
        runs = in_turn({"readout --version": [self.readout, "--version"], "Doha": self.command(out, doha),
                        "specimen": self.command(out, self.root / "input/specimen.toml"),
                        "two pages of talks": self.command(out, talks)}, 8 * self.rounds)
        for name, ones in runs.items():
            print(f"  {name:<38} {1000 * median(ones):>8.1f} ({1000 * least(ones):.1f})"
                  f" {median(ones, 'memory'):>8.1f} {median(ones, 'faults'):>8.0f}")

    def batch(self):
        title("1,000 different briefs of two pages: milliseconds each (least), briefs a second and core, MiB")
        briefs = sorted(self.talks(2, 1000).glob("*.toml"))
        out = self.shelf / "batch"
        runs = in_turn({"one thread": self.command(out, *briefs), "two threads": self.command(out, *briefs, threads=2)},
                       self.rounds, out)
        for name, ones in runs.items():
            each = median(ones) / len(briefs)
            print(f"  {name:<38} {1000 * each:>8.2f} ({1000 * least(ones) / len(briefs):.2f}) {1 / each:>8.0f}"
                  f" {median(ones, 'memory'):>8.1f}")
        gain = least(runs["one thread"], "wall") / least(runs["two threads"], "wall")
        print(f"  wall time of one thread to that of two: {gain:.2f}")

    def long(self):
        title("one long brief: seconds (least), pages, milliseconds a page, MiB, bytes a page")
        sizes = [2, 100, 1000, 5000] + ([20000] if self.long_ones else [])
        commands = {pages: self.command(str(self.folder / f"long-{pages}.pdf"), self.talks(pages) / "talks-1.toml")
                    for pages in sizes}
        base = None
        for pages, ones in in_turn(commands, self.rounds).items():
            pdf = self.folder / f"long-{pages}.pdf"
            made = pages_of(pdf)
            print(f"  {made:>6} pages {median(ones):>29.3f} ({least(ones):.3f}) {1000 * median(ones) / made:>8.2f}"
                  f" {median(ones, 'memory'):>8.1f} {pdf.stat().st_size / made:>8.0f}")
            if pages == 100:
                base = median(ones) / made
            elif base and pages == sizes[-1]:
                print(f"  time a page of the last to that of 100: {median(ones) / made / base:.2f}")

    def peers(self):
        sys.path.insert(0, str(HERE / "peers"))
        import peers  # pylint: disable=import-outside-toplevel
        peers.measure_doha(self, in_turn, median, least, title)
        peers.measure(self, in_turn, median, title)

    def doha(self):
        sys.path.insert(0, str(HERE / "peers"))
        import peers  # pylint: disable=import-outside-toplevel
        peers.measure_doha(self, in_turn, median, least, title)


def pages_of(pdf):
    """Read with qpdf; asked of a few files only."""
    done = subprocess.run(["qpdf", "--show-npages", pdf], check=True, capture_output=True, text=True)
    return int(done.stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root")
    parser.add_argument("build")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--doha", help="a folder with the rivals' own settings of the Doha brief")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    parts = options.only.split(",") if options.only else ["stages", "cold", "batch", "long"]
    if options.peers and not {"peers", "doha"} & set(parts):
        parts.append("peers")
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory(dir=in_memory()) as shelf:
        bench = Bench(options, pathlib.Path(folder), pathlib.Path(shelf))
        for part in parts:
            getattr(bench, part)()


if __name__ == "__main__":
    main()
