"""Rivals on the same talks, in turn with Readout; scripts/bench --peers.

A rival that is not to be had on this machine is named as such. What each gives differs: the plain program shapes no
Arabic and tags nothing; Typst tags, but makes no archive file here and carries no source.
"""
import os
import pathlib
import shutil
import subprocess
import tomllib

import same_brief

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


def of_doha(bench):
    """The rivals' own settings of the Doha brief, from --doha FOLDER: doha.toml, and for each rival a folder with a
    run.sh IN OUT, or a C program. {name: command}, {name: what is left out and why}."""
    folder, out = bench.doha_folder, str(bench.folder / "peer-doha.pdf")
    found, missing = {}, {}
    if folder is None:
        return found, {"the rivals' own Doha brief": "say --doha FOLDER, with their sources of it"}
    source = folder / "doha.toml"
    if typst(bench) and (folder / "typst14/run.sh").exists():
        os.environ["PEERS_NODE"] = str(bench.root / "build/peers")
        found["Typst in Node"] = [str(folder / "typst14/run.sh"), str(source), out]
    else:
        missing["Typst in Node"] = "typst14/run.sh, or Node and its package"
    program, flat = bench.folder / "doha-libharu", bench.folder / "flat"
    made = subprocess.run(["cc", "-O2", "-o", program, folder / "libharu/brief.c", "-lhpdf"], check=False,
                          capture_output=True)
    gen = subprocess.run(["python3", folder / "common/gen.py", "one", flat], check=False, capture_output=True)
    flats = sorted(flat.glob("*.flat")) if gen.returncode == 0 else []
    if made.returncode == 0 and flats:
        found["a plain program on libharu"] = [str(program), str(flats[0]), out]
    else:
        missing["a plain program on libharu"] = "libharu/brief.c, or a .flat of common/gen.py"
    return found, missing


def batch_of_doha(bench, count):
    """The same rivals with so many variants of their brief in one process: {name: command}."""
    folder, data, out = bench.doha_folder, bench.folder / "variants", bench.shelf / "batch"
    found = {}
    if folder is None:
        return found
    made = subprocess.run(["python3", folder / "common/gen.py", "batch", data, str(count)], check=False,
                          capture_output=True)
    flats = sorted(data.glob("*.flat")) if made.returncode == 0 else []
    if flats and typst(bench) and (folder / "typst14/batch.mjs").exists():
        found["Typst in Node"] = ["node", str(folder / "typst14/batch.mjs"), str(data), str(out), str(count)]
    program = bench.folder / "doha-libharu"
    if flats and program.exists():
        pairs = [part for flat in flats for part in (str(flat), str(out / f"{flat.stem}.pdf"))]
        found["a plain program on libharu"] = [str(program), *pairs]
    return found


def same_words(bench, count):
    """Readout's command for the same variants, word for word; none of them: its own talks of the same size."""
    data, briefs = bench.folder / "variants", []
    for source in sorted(data.glob("*.toml")):
        briefs.append(bench.folder / "same-words" / source.name)
        briefs[-1].parent.mkdir(exist_ok=True)
        briefs[-1].write_text(same_brief.readout_of(tomllib.loads(source.read_text("utf-8"))), "utf-8")
    return bench.command(str(bench.shelf / "batch"), *(briefs or sorted(bench.talks(2, count).glob("*.toml"))))


def measure_doha(bench, in_turn, median, least, title):
    rivals, missing = of_doha(bench)
    title("the Doha brief as each sets it: milliseconds of processor time (least), MiB, and how much of it Readout takes")
    for name, why in missing.items():
        print(f"  {name}: NOT MEASURED: {why}")
    commands = {"Readout": bench.command(str(bench.folder / "doha.pdf"), bench.root / "input/doha.toml"), **rivals}
    runs = in_turn(commands, 4 * bench.rounds)
    ours = median(runs["Readout"])
    for name, ones in runs.items():
        print(f"  {name:<38} {1000 * median(ones):>8.1f} ({1000 * least(ones):.1f}) {median(ones, 'memory'):>8.1f}"
              f" {ours / median(ones):>8.3f}")
    count = 300
    title(f"{count} different briefs in one process: milliseconds each (least), MiB, and how many times as fast Readout is")
    rivals = batch_of_doha(bench, count)
    runs = in_turn({"Readout": same_words(bench, count), **rivals}, bench.rounds, bench.shelf / "batch")
    ours = median(runs["Readout"])
    for name, ones in runs.items():
        print(f"  {name:<38} {1000 * median(ones) / count:>8.2f} ({1000 * least(ones) / count:.2f})"
              f" {median(ones, 'memory'):>8.1f} {median(ones) / ours:>8.2f}")


def measure(bench, in_turn, median, title):
    rivals = {"a plain program on libharu": plain(bench), "Typst in Node": typst(bench)}
    for name in [name for name, command in rivals.items() if command is None]:
        print(f"  {name}: not to be had here")
        del rivals[name]
    for words, pages, count in (("one brief", 2, 1), ("100 briefs", 2, 100), ("1,000 pages", 1000, 1)):
        title(f"{words}: seconds of processor time, MiB, and how much of it Readout takes")
        folder = bench.talks(pages, count)
        briefs = sorted(folder.glob("*.toml"))
        out = bench.shelf / "peer"
        commands = {"Readout": bench.command(str(out) + ("/" if count > 1 else "/r.pdf"), *briefs)}
        for name, command in rivals.items():
            pairs = [part for brief in briefs
                     for part in (str(brief.with_suffix(".lines")), str(out / f"{brief.stem}.pdf"))]
            commands[name] = command + pairs
        runs = in_turn(commands, bench.rounds if pages == 2 else 1, out)
        ours = median(runs["Readout"])
        for name, ones in runs.items():
            print(f"  {name:<38} {median(ones):>8.3f} {median(ones, 'memory'):>8.1f} {ours / median(ones):>8.3f}")
