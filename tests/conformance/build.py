#!/usr/bin/env python3
"""Makes the PDFs that the other scripts of this folder judge.

build.py PROGRAM GENERATOR ROOT OUT [--seed N] [--count K] [--pages MOST]

OUT is made anew: every brief of input/, tests/golden/ and tests/readers/briefs/ in every template, language and paper; those
of input/ under every profile; and COUNT invented briefs. OUT/list.json says of each PDF which brief, template, language
and profile it has.
"""
import argparse
import json
import os
import pathlib
import shutil
import sys
import tomllib

import common

PAPERS = ["a4", "letter"]
TEMPLATES = ["brief", "minutes", "readout"]
BILINGUAL = "both"  # --edition bilingual, of briefs in two languages
OTHER_PROFILES = ["a-2a+ua-1", "a-4f+ua-2"]


def languages(brief):
    return brief["document"].get("lang", ["en"])


def editions(brief):
    """Each language alone, and two side by side."""
    alone = languages(brief)
    return alone + [BILINGUAL] if len(alone) == 2 else alone


def profile_of(brief):
    return brief.get("archive", {}).get("profile", "a-3a+ua-1")


def is_refused(brief, template):
    """Minutes of no day, or of nobody."""
    meeting = brief.get("meeting", {})
    return template == "minutes" and not (meeting.keys() & {"date", "date_note"} and brief.keys() & {"side", "participant"})


def job(path, template, lang, paper, brief):
    return {"brief": str(path), "stem": path.stem, "template": template, "lang": lang, "paper": paper,
            "profile": profile_of(brief), "refused": is_refused(brief, template) if brief else False}


def jobs_of(path):
    brief = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    return [job(path, template, lang, paper, brief)
            for template in TEMPLATES for lang in editions(brief) for paper in PAPERS]


def with_profile(path, profile, folder):
    """A copy of the brief that asks for that profile, in a folder of its own beside its pictures."""
    text = path.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("profile =", "embed_source ="))]
    if "[archive]" not in lines:
        lines += ["", "[archive]"]
    lines.insert(lines.index("[archive]") + 1, f'profile = "{profile}"')
    if profile.startswith("a-2a"):  # no attachments in there: the annexes that are files go
        text = "\n".join(lines).replace('file = "files/january-levels.csv"', 'body = "Not attached."')
        lines = text.split("\n")
    copy = folder / f"{path.stem}-{profile[:4].strip('-')}.toml"
    copy.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return copy


def profiled(root, out):
    """The briefs of input/ under the other profiles, in every edition."""
    folder = out / "profiles"
    shutil.copytree(root / "input", folder, ignore=shutil.ignore_patterns("*.toml"))
    made = []
    for path in sorted((root / "input").glob("*.toml")):
        for profile in OTHER_PROFILES:
            copy = with_profile(path, profile, folder)
            brief = tomllib.loads(copy.read_text(encoding="utf-8"))
            made += [job(copy, "brief", lang, "a4", brief) for lang in editions(brief)]
    return made


def invented(arguments, root, out):
    folder = out / "invented"
    shutil.copytree(root / "input" / "images", folder / "images")
    done = common.run(arguments.generator, "--seed", str(arguments.seed), "--count", str(arguments.count),
                      "--pages", str(arguments.pages), "--out", folder)
    if done.returncode != 0:
        sys.exit("generate_briefs: " + done.stderr.decode())
    made = []
    for index, line in enumerate((folder / "arguments").read_text(encoding="utf-8").splitlines()):
        name, template, lang, paper = line.split("\t")
        path, brief = folder / name, tomllib.loads((folder / name).read_text(encoding="utf-8"))
        # All profiles take turns; PDF/A-2 holds no files, so a brief that attaches some keeps its own.
        profile = ["a-3a+ua-1", *OTHER_PROFILES][index % 3]
        attaches = any("file" in annex for annex in brief.get("annex", []))
        if profile != profile_of(brief) and not (attaches and profile.startswith("a-2a")):
            path = with_profile(path, profile, folder)
        brief = tomllib.loads(path.read_text(encoding="utf-8"))
        made.append({**job(path, template, lang, paper, {}), "profile": profile_of(brief)})
        # The other edition, or both side by side, on the other paper.
        others = [one for one in editions(brief) if one != lang]
        if others:
            made.append({**job(path, template, others[index % len(others)], PAPERS[PAPERS[0] == paper], {}),
                         "profile": profile_of(brief)})
    return made


def extremes(arguments, out):
    """Extreme content, as much of it as the test says that becomes a PDF; that test writes the briefs."""
    folder = out / "extremes"
    folder.mkdir()
    wanted = {"READOUT_EXTREMES": f"{arguments.seed} 2 0.1", "READOUT_EXTREMES_OUT": str(folder)}
    done = common.run(arguments.extremes, "--test-case=extreme content*", env={**os.environ, **wanted})
    if done.returncode != 0:
        sys.exit("extremes_tests: " + done.stdout.decode()[-2000:])
    briefs = sorted(folder.glob("*.toml"))
    if len(briefs) < 30:
        sys.exit(f"extremes_tests wrote only {len(briefs)} briefs")
    return [job(path, "brief", "en", "a4", {}) for path in briefs]


def build(program, out, one):
    """Builds; gives the fault, or None."""
    name = "-".join(str(one[part]) for part in ("stem", "template", "lang", "paper"))
    one["pdf"] = str(out / f"{name}.pdf")
    language = ["--edition", "bilingual"] if one["lang"] == BILINGUAL else ["--lang", one["lang"]]
    done = common.run(program, "build", "-q", one["brief"], "--template", one["template"], *language,
                      "--paper", one["paper"], "-o", one["pdf"], timeout=120)
    if one["refused"]:
        one["pdf"] = None
        return None if done.returncode == 1 else f"{name}: exit code {done.returncode}, should be refused"
    if done.returncode != 0:
        one["pdf"] = None
        return f"{name}: exit code {done.returncode}: {done.stderr.decode(errors='replace')[:1500]}"
    return None


def main():
    parser = argparse.ArgumentParser()
    for name in ("program", "generator"):
        parser.add_argument(name)
    for name in ("root", "out"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--extremes", help="the test program that writes briefs with extreme content")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--pages", type=int, default=6)
    arguments = parser.parse_args()
    out = arguments.out.resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)

    jobs = []
    for folder in ("input", "tests/golden", "tests/readers/briefs"):
        for path in sorted((arguments.root / folder).glob("*.toml")):
            jobs += jobs_of(path)
    jobs += profiled(arguments.root, out) + invented(arguments, arguments.root, out)
    if arguments.extremes:
        jobs += extremes(arguments, out)
    faults = [fault for fault in common.each(lambda one: build(arguments.program, out, one), jobs) if fault]
    made = [one for one in jobs if one["pdf"]]
    (out / "list.json").write_text(json.dumps(made, indent=1, ensure_ascii=False), encoding="utf-8")
    common.finish("PDFs made", len(made), faults)


if __name__ == "__main__":
    main()
