"""What the scripts of this folder share: running the program under a limit, and counting what was not as promised."""
import os
import resource
import subprocess
import sys
import threading


class Done:
    """How a run ended: exit code (minus the signal), what was said, its largest memory in MB, its CPU time in s."""

    def __init__(self, code, out, err, megabytes, seconds):
        self.code, self.out, self.err, self.megabytes, self.seconds = code, out, err, megabytes, seconds


def run(arguments, folder, limits=(), timeout=120, stdin=subprocess.DEVNULL, **environment):
    """Runs to the end; `limits` are pairs of resource.RLIMIT_* and bytes. A run that takes too long ends with code -9."""
    def limit():
        for what, most in limits:
            resource.setrlimit(what, (most, most))

    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **environment}
    process = subprocess.Popen(arguments, cwd=folder, env=environment, stdin=stdin, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, preexec_fn=limit if limits else None)
    said = {}
    readers = [threading.Thread(target=lambda name=name: said.update({name: getattr(process, name).read()}))
               for name in ("stdout", "stderr")]
    killer = threading.Timer(timeout, process.kill)
    for thread in (*readers, killer):
        thread.start()
    _, status, usage = os.wait4(process.pid, 0)
    killer.cancel()
    for thread in readers:
        thread.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    process.stderr.close()
    return Done(process.returncode, said["stdout"], said["stderr"], usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


class Checks:
    """Counts, tells what fails, and ends the script."""

    def __init__(self):
        self.made, self.faults = 0, []

    def that(self, holds, what):
        self.made += 1
        if not holds:
            self.faults.append(what)

    def ended(self, done, code, what, *words):
        """Exit code, and words that must be said on standard error."""
        told = done.err.decode("utf-8", "replace")
        self.that(done.code == code, f"{what}: exit code {done.code}, not {code}: {told[:300]}")
        for word in words:
            self.that(word in told, f"{what}: “{word}” is not told: {told[:300]}")

    def finish(self):
        for fault in self.faults[:30]:
            print("FAILED:", fault)
        print(f"{self.made} checks, {len(self.faults)} failed")
        sys.exit(0 if self.made and not self.faults else 1)


def is_sanitized(program):
    with open(program, "rb") as file:
        return b"__asan_init" in file.read()


def brief(title, more=""):
    return f'readout = 1\n[document]\ntitle = "{title}"\nsummary = "What was said."\n{more}\n'
