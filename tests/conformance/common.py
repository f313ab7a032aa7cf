"""What the scripts of this folder and of tests/readers share."""
import concurrent.futures
import os
import subprocess
import sys

SKIPPED = 77  # ctest shows it as skipped


def left_out(part):
    """Ends the script when READOUT_WITHOUT names the part; scripts/test repeats it in its summary."""
    if part in os.environ.get("READOUT_WITHOUT", "").split(","):
        print(f"NOT TESTED: READOUT_WITHOUT leaves out {part}")
        sys.exit(SKIPPED)


def tool(root, name):
    """What scripts/NAME prints; where it cannot be had the test fails and says how to do without."""
    run = subprocess.run([root / "scripts" / name], capture_output=True, text=True)
    if run.returncode != 0:
        print(run.stderr + f"{name.upper()} CANNOT BE HAD, SO THIS FAILS. "
              f"READOUT_WITHOUT={name} leaves out what needs it, and the summary says so.")
        sys.exit(1)
    return run.stdout.strip()


def run(*command, **options):
    return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, **options)


def each(work, items):
    """The results of work(item) for all items, in order; as many at once as there are cores."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, items))


def finish(what, count, faults):
    for fault in faults:
        print("FAILED:", fault)
    print(f"{count} {what}, {len(faults)} faults")
    sys.exit(1 if faults or not count else 0)
