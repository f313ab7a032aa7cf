#!/usr/bin/env python3
"""Places that cannot be written to: the old file or the whole new one, a clear message, the right exit code.

disk.py PROGRAM ROOT

A full disk, a limit on the size of files, a folder or a file system that is read-only, outputs that are folders, links
or loops, closed streams, and two builds of one output at once.
"""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

from trying import Checks, brief, run

program = sys.argv[1]
checks = Checks()
OLD = b"the old one"


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def kept(folder, name, what, old=OLD):
    checks.that((folder / name).read_bytes() == old, f"{what}: the old file is spoiled")
    left = [other for other in names(folder) if other.startswith(name + ".")]
    checks.that(not left, f"{what}: left behind: {left}")


def as_other_user():
    """Root may write anywhere: then somebody else must try."""
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []


def full(folder):
    (folder / "old.pdf").write_bytes(OLD)
    for most in (0, 1, 4096, 16384):
        done = run([program, "build", "talks.toml", "-o", "old.pdf"], folder, [(resource.RLIMIT_FSIZE, most)])
        checks.ended(done, 3, f"files of at most {most} bytes", "cannot write old.pdf", "too large")
        kept(folder, "old.pdf", f"files of at most {most} bytes")
    (folder / "beside.toml").write_text(brief("T", '[archive]\nprofile = "a-2a+ua-1"'))
    done = run([program, "build", "beside.toml", "-o", "old.pdf"], folder, [(resource.RLIMIT_FSIZE, 20)])
    checks.ended(done, 3, "no room for the source beside the PDF", "too large")
    kept(folder, "old.pdf", "no room for the source beside the PDF")
    done = run([program, "build", "talks.toml", "-o", "/dev/full"], folder)
    checks.ended(done, 3, "/dev/full", "the disk is full")
    with open("/dev/full", "wb") as device:
        for arguments in (["build", "talks.toml", "-o", "-"], ["dump", "--stage", "pages", "talks.toml"], ["fonts"],
                          ["templates"], ["verify", "whole.pdf"], ["new", "-"], ["--help"]):
            process = subprocess.run([program, *arguments], cwd=folder, stdout=device, stderr=subprocess.PIPE)
            checks.that(process.returncode == 3, f"readout {arguments} > /dev/full: exit code {process.returncode}")
    for arguments in (["build", "talks.toml", "-o", "-"], ["verify", "whole.pdf"]):
        process = subprocess.run(["sh", "-c", '"$@" >&-', "sh", program, *arguments], cwd=folder, stderr=subprocess.PIPE)
        checks.that(process.returncode == 3, f"readout {arguments} without an output: exit code {process.returncode}")
    mounted(folder, "size=16k", "rw", "the disk is full")


def mounted(folder, options, mode, word):
    """On a small file system of its own, in a name space of its own."""
    place = folder / "small"
    place.mkdir(exist_ok=True)
    script = f'''mount -t tmpfs -o {options} none small && printf "{OLD.decode()}" >small/old.pdf || exit 99
[ {mode} = rw ] || mount -o remount,ro small || exit 99
"$1" build talks.toml -o small/old.pdf; code=$?
[ "$(cat small/old.pdf)" = "{OLD.decode()}" ] && [ "$(ls small)" = old.pdf ] || exit 98
exit $code'''
    unshare = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    done = run([*unshare, "sh", "-c", script, "sh", program], folder)
    if done.code in (1, 99) and b"unshare" in done.err or done.code == 99:
        print(f"NOT TRIED: no file system may be mounted here ({options}, {mode}): {done.err.decode()[:100].strip()}")
        return
    checks.ended(done, 3, f"a file system ({options}, {mode})", word)


def read_only(folder):
    locked = folder / "locked"
    locked.mkdir()
    (locked / "old.pdf").write_bytes(OLD)
    locked.chmod(0o555)
    done = run([*as_other_user(), program, "build", "talks.toml", "-o", "locked/old.pdf"], folder)
    checks.ended(done, 3, "a folder without permission", "no permission")
    kept(locked, "old.pdf", "a folder without permission")
    done = run([*as_other_user(), program, "build", "talks.toml", "-o", "locked/new/"], folder)
    checks.ended(done, 3, "a new folder without permission", "no permission")
    locked.chmod(0o755)
    mounted(folder, "size=1m", "ro", "read-only")
    secret = folder / "secret.toml"
    secret.write_text(brief("T"))
    secret.chmod(0)
    done = run([*as_other_user(), program, "check", "secret.toml"], folder)
    checks.ended(done, 3, "a brief that may not be read", "no permission")


def links(folder):
    (folder / "taken.pdf").mkdir()
    done = run([program, "build", "talks.toml", "-o", "taken.pdf"], folder)
    checks.ended(done, 0, "an output that is a folder")
    checks.that((folder / "taken.pdf" / "talks.pdf").exists(), "a folder as output gets the PDF inside")
    (folder / "into" / "talks.pdf").mkdir(parents=True)
    done = run([program, "build", "talks.toml", "-o", "into/"], folder)
    checks.ended(done, 3, "a folder in the place of the PDF", "it is a folder")
    (folder / "target.pdf").write_bytes(OLD)
    (folder / "target.pdf").chmod(0o640)
    (folder / "link.pdf").symlink_to("target.pdf")
    checks.ended(run([program, "build", "talks.toml", "-o", "link.pdf"], folder), 0, "a link as output")
    checks.that((folder / "link.pdf").is_symlink(), "a link stays a link")
    checks.that((folder / "target.pdf").read_bytes()[:5] == b"%PDF-", "what a link leads to is replaced")
    checks.that((folder / "target.pdf").stat().st_mode & 0o777 == 0o640, "the mode of an old file stays")
    (folder / "dangling.pdf").symlink_to("not-yet.pdf")
    checks.ended(run([program, "build", "talks.toml", "-o", "dangling.pdf"], folder), 0, "a link to nothing yet")
    checks.that((folder / "dangling.pdf").is_symlink() and (folder / "not-yet.pdf").exists(), "its target is made")
    (folder / "loop.pdf").symlink_to("loop.pdf")
    done = run([program, "build", "talks.toml", "-o", "loop.pdf"], folder)
    checks.that(done.code in (0, 3), f"a link to itself: exit code {done.code}")
    checks.that(done.code == 0 or b"cannot write loop.pdf" in done.err, "a link to itself is told")
    (folder / "hard.pdf").write_bytes(OLD)
    os.link(folder / "hard.pdf", folder / "other-name.pdf")
    checks.ended(run([program, "build", "talks.toml", "-o", "hard.pdf"], folder), 0, "one of two names of a file")
    checks.that((folder / "other-name.pdf").read_bytes() == OLD, "the other name keeps the old file")


def two_at_once(folder):
    (folder / "a.toml").write_text(brief("One"))
    (folder / "b.toml").write_text(brief("Two " * 400))
    whole = {}
    for name in ("a", "b"):
        run([program, "build", "-q", f"{name}.toml", "-o", f"{name}.pdf"], folder)
        whole[name] = (folder / f"{name}.pdf").read_bytes()
    place = folder / "shared"
    place.mkdir()
    for turn in range(15):
        both = [subprocess.Popen([program, "build", "-q", f"{name}.toml", "-o", "shared/out.pdf"], cwd=folder,
                                 stderr=subprocess.PIPE) for name in ("a", "b", "a", "b")]
        codes = [(process.communicate()[1], process.returncode)[1] for process in both]
        checks.that(codes == [0, 0, 0, 0], f"two builds at once: exit codes {codes}")
        checks.that((place / "out.pdf").read_bytes() in whole.values(), f"two builds at once: a mixture, turn {turn}")
        checks.that(names(place) == ["out.pdf"], f"two builds at once: left behind: {names(place)}")


with tempfile.TemporaryDirectory() as name:
    work = pathlib.Path(name)
    work.chmod(0o755)
    for part in (full, read_only, links, two_at_once):
        folder = work / part.__name__
        folder.mkdir()
        folder.chmod(0o777)
        (folder / "talks.toml").write_text(brief("Talks"))
        if part is full:
            run([program, "build", "-q", "talks.toml", "-o", "whole.pdf"], folder)
        part(folder)
checks.finish()
