#!/usr/bin/env python3
"""Has veraPDF judge every PDF that build.py made: both standards that a file claims are named, and none is broken.

verapdf.py ROOT OUT
"""
import json
import pathlib
import subprocess
import sys

import common

CLAIMED = {
    "a-3a+ua-1": {"PDF/A-3A", "PDF/UA-1"},
    "a-2a+ua-1": {"PDF/A-2A", "PDF/UA-1"},
    "a-4f+ua-2": {"PDF/A-4F", "PDF/UA-2 + Tagged PDF", "WTPDF 1.0 Accessibility", "WTPDF 1.0 Reuse"},
}


def judge(jar, pdfs):
    """veraPDF's jobs by path. One call for all: starting Java takes longer than judging a brief."""
    arguments = ["java", "-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper", "--format", "json",
                 "--maxfailuresdisplayed", "2"]
    done = subprocess.run(arguments + pdfs, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"veraPDF ended with {done.returncode}: {done.stderr[-2000:]}")
    jobs = json.loads(done.stdout)["report"]["jobs"]
    return {job["itemDetails"]["name"]: job for job in jobs}


def broken(result):
    """The rules that are broken, each with one place."""
    for rule in result["details"]["ruleSummaries"]:
        if rule["ruleStatus"] == "FAILED":
            place = rule["checks"][0]["context"] if rule["checks"] else ""
            yield f'{rule["clause"]}-{rule["testNumber"]} {rule["description"]} at {place}'


def faults_of(one, job):
    name = pathlib.Path(one["pdf"]).name
    if job is None or "validationResult" not in job:
        return [f"{name}: not judged: {(job or {}).get('taskException')}"]
    results = {result["profileName"].removesuffix(" validation profile"): result for result in job["validationResult"]}
    faults = []
    if set(results) != CLAIMED[one["profile"]]:
        faults.append(f"{name}: judged as {sorted(results)}, should be {sorted(CLAIMED[one['profile']])}")
    for profile, result in results.items():
        rules = list(broken(result))
        faults += [f"{name}: {profile} {rule}" for rule in rules]
        if result["compliant"] is not True and not rules:
            faults.append(f"{name}: {profile}: does not comply")
    return faults


def main():
    common.left_out("verapdf")
    root, out = map(pathlib.Path, sys.argv[1:])
    made = json.loads((out / "list.json").read_text(encoding="utf-8"))
    jobs = judge(common.tool(root, "verapdf"), [one["pdf"] for one in made])
    faults = [fault for one in made for fault in faults_of(one, jobs.get(one["pdf"]))]
    common.finish("PDFs judged", len(made), faults)


if __name__ == "__main__":
    main()
