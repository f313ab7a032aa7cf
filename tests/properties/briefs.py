#!/usr/bin/env python3
"""Builds invented briefs, and those of input/, in every edition and has the judge look at their pages' dumps.

briefs.py PROGRAM GENERATOR ROOT [--seed N] [--count K] [--pages MOST]
"""
import argparse
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import tomllib

import dump
import judge
import texts

PAPERS = {"a4": (210 * judge.MM, 297 * judge.MM), "letter": (612, 792)}


def merged(base, own):
    """A template over the one it extends: tables key by key, sections as a whole."""
    out = dict(base)
    for key, value in own.items():
        out[key] = merged(out[key], value) if isinstance(value, dict) and isinstance(out.get(key), dict) else value
    return out


def template(root, name):
    own = tomllib.loads((root / "templates" / f"{name}.toml").read_text(encoding="utf-8"))
    return merged(template(root, own["extends"]), own) if "extends" in own else own


def editions(brief):
    languages = brief["document"].get("lang", ["en"])
    return [[tag] for tag in languages] + ([languages] if len(languages) == 2 else [])


class Job:
    def __init__(self, path, design, paper, tags):
        self.path, self.design, self.paper, self.tags = path, design, paper, tags

    def __str__(self):
        return f"{self.path.name} --template {self.design} --paper {self.paper} {' '.join(self.edition())}"

    def edition(self):
        return ["--edition", "bilingual"] if len(self.tags) == 2 else ["--lang", self.tags[0]]

    def look(self, program, root):
        """(pages, faults, what was told)"""
        run = subprocess.run([program, "dump", "--stage", "pages", "--template", self.design, "--paper", self.paper,
                              *self.edition(), self.path], capture_output=True, stdin=subprocess.DEVNULL,
                             encoding="utf-8")
        if run.returncode != 0:
            return 0, [run.stderr[:1000]], ""
        brief = tomllib.loads(self.path.read_text(encoding="utf-8"))
        design, pages = template(root, self.design), dump.read(run.stdout)
        reading = texts.Reading(brief, design, self.tags, run.stderr)
        frame = judge.frame_of(design["page"], PAPERS[self.paper])
        return len(pages), judge.Judge(pages, frame, reading.texts, reading.pages).judge(), run.stderr


def is_refused(brief, design):
    meeting = brief.get("meeting", {})
    return design == "minutes" and not (meeting.keys() & {"date", "date_note"} and brief.keys() & {"side", "participant"})


def jobs_of(root, folder):
    for line in (folder / "arguments").read_text(encoding="utf-8").splitlines():
        name, design, _, paper = line.split("\t")
        brief = tomllib.loads((folder / name).read_text(encoding="utf-8"))
        for tags in editions(brief):
            yield Job(folder / name, design, paper, tags)
    for path in sorted((root / "input").glob("*.toml")):
        brief = tomllib.loads(path.read_text(encoding="utf-8"))
        for design in ("brief", "minutes", "readout"):
            for tags in editions(brief):
                if not is_refused(brief, design):
                    yield Job(path, design, "a4", tags)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("generator")
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", default="120")
    parser.add_argument("--pages", default="60")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([args.generator, "--seed", args.seed, "--count", args.count, "--pages", args.pages, "--out", name],
                       check=True)
        shutil.copytree(args.root / "input" / "images", folder / "images")
        jobs = list(jobs_of(args.root, folder))
        with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
            looks = [pool.submit(job.look, args.program, args.root) for job in jobs]
            results = [look.result() for look in looks]
    failed = 0
    for job, (_, faults, _) in zip(jobs, results):
        for fault in faults[:10]:
            print(f"FAILED: {job}: {fault}")
        failed += bool(faults)
    pages = [count for count, _, _ in results]
    print(f"{len(jobs)} documents of {sum(pages)} pages, the longest of {max(pages)}; {failed} with faults")
    sys.exit(1 if failed or len(jobs) < int(args.count) else 0)


if __name__ == "__main__":
    main()
