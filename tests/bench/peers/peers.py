"""Rivals on the same talks, in turn with Readout; scripts/bench --peers.

A rival that is not to be had on this machine is named as such. What each gives differs: the plain program shapes no
Arabic and tags nothing; Typst tags, but makes no archive file here and carries no source.
"""
import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
TYPST = ["@myriaddreamin/typst-ts-node-compiler@0.7.0"]


def plain(bench):
    """The program of plain.c, compiled; None without a compiler or libharu."""
    program = bench.folder / "plain"
    made = subprocess.run(["cc", "-O2", "-o", program, HERE / "plain.c", "-lhpdf"], check=False, capture_output=True)
    return [str(program)] if made.returncode == 0 else None


def typst(bench):
    """Typst as npm brings it, kept in build/peers; None where that cannot be had."""
    folder = bench.root / "build/peers"
    if not shutil.which("node") or not shutil.which("npm"):
        return None
    if not (folder / "node_modules").exists():
        folder.mkdir(parents=True, exist_ok=True)
        fetched = subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", folder, *TYPST], check=False,
                                 capture_output=True)
        if fetched.returncode != 0:
            return None
    return ["node", str(HERE / "typst.mjs"), str(folder)]


def measure(bench, in_turn, median, title):
    rivals = {"a plain program on libharu": plain(bench), "Typst in Node": typst(bench)}
    for name in [name for name, command in rivals.items() if command is None]:
        print(f"  {name}: not to be had here")
        del rivals[name]
    for words, pages, count in (("one brief", 2, 1), ("100 briefs", 2, 100), ("1,000 pages", 1000, 1)):
        title(f"{words}: seconds of processor time, MiB, and how much of it Readout takes")
        folder = bench.talks(pages, count)
        briefs = sorted(folder.glob("*.toml"))
        out = bench.folder / "peer"
        out.mkdir(exist_ok=True)
        commands = {"Readout": bench.command(str(out) + ("/" if count > 1 else "/r.pdf"), *briefs)}
        for name, command in rivals.items():
            pairs = [part for brief in briefs for part in (str(brief.with_suffix(".lines")), str(out / "p.pdf"))]
            commands[name] = command + pairs
        runs = in_turn(commands, bench.rounds if pages == 2 else 1)
        ours = median(runs["Readout"])
        for name, ones in runs.items():
            print(f"  {name:<38} {median(ones):>8.3f} {median(ones, 'memory'):>8.1f} {ours / median(ones):>8.3f}")
