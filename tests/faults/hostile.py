#!/usr/bin/env python3
"""Files that are made to do harm: refused with a word why, in bounded time and memory.

hostile.py PROGRAM ROOT

Pictures by paths that lead out, devices, pipes, addresses; pictures that unpack to gigabytes; TOML that is too long, too
deep, too dotted or has too many keys; endless input; control characters on their way to a terminal.
"""
import os
import pathlib
import socket
import struct
import subprocess
import sys
import tempfile
import zlib

from trying import Checks, brief, is_sanitized, run

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
sanitized = is_sanitized(program)
checks = Checks()


def bounded(done, what, megabytes, seconds=20):
    """Sanitizers take a multiple of both."""
    factor = 4 if sanitized else 1
    checks.that(done.megabytes < megabytes * factor, f"{what}: took {done.megabytes:.0f} MB")
    checks.that(done.seconds < seconds * factor, f"{what}: took {done.seconds:.1f} s")


def refused(folder, name, text, what, *words, megabytes=150):
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    done = run([program, "check", name], folder)
    checks.ended(done, 1, what, *words)
    bounded(done, what, megabytes)
    (folder / name).unlink()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, packed, before=b""):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def zeros(megabytes):
    """A packed stream of so many megabytes of zeros, made without holding them."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


def pictures_elsewhere(work):
    folder = work / "brief"
    folder.mkdir()
    (work / "outside.png").write_bytes((root / "input/images/seal.png").read_bytes())
    (folder / "link.png").symlink_to("../outside.png")
    (folder / "up").symlink_to("..")
    (folder / "zero.png").symlink_to("/dev/zero")
    (folder / "self.png").symlink_to("self.png")
    os.mkfifo(folder / "pipe.png")
    (folder / "folder.png").mkdir()
    server = socket.socket(socket.AF_UNIX)
    here = os.getcwd()
    os.chdir(folder)  # the path of a socket must be short
    server.bind("socket.png")
    os.chdir(here)
    out = "leads out of the folder"
    for path, why in [("../outside.png", out), ("a/../../outside.png", out), ("link.png", out), ("up/outside.png", out),
                      ("zero.png", out), ("self.png", ""), ("pipe.png", "no ordinary file"), ("folder.png", "a folder"),
                      ("socket.png", "no ordinary file"), (f"{work}/outside.png", "absolute paths"),
                      ("~/outside.png", "absolute paths"), ("C:/outside.png", "absolute paths"),
                      ("https://example.org/x.png", "addresses"), ("file:///etc/hostname", "addresses"),
                      ("data:image/png;base64,AAAA", "addresses"), ("..\\\\outside.png", "instead of"),
                      ("x.png\\u0000.png", "")]:
        text = brief("T", f'seal = {{ file = "{path}", alt = "A" }}')
        refused(folder, "talks.toml", text, f"the picture {path}", why)
    server.close()


def no_network():
    """No symbol that could open a connection is in the program or its rooms."""
    if sanitized:
        return
    symbols = subprocess.run(["nm", "-D", "-u", program], capture_output=True, text=True, check=True).stdout
    for name in ("socket", "connect", "getaddrinfo", "gethostbyname"):
        checks.that(f" {name}@" not in symbols and not symbols.rstrip().endswith(name), f"the program can call {name}()")


def bombs(folder):
    def try_picture(bytes_, what, *words, megabytes=150):
        (folder / "p.png").write_bytes(bytes_)
        refused(folder, "talks.toml", brief("T", 'seal = { file = "p.png", alt = "A" }'), what, *words, megabytes=megabytes)

    small = zlib.compress(b"\0" * 100)
    try_picture(png(100_000, 100_000, small), "100,000 pixels each way", "too large", "20000 pixels a side")
    try_picture(png(100_000, 1, small), "100,000 pixels wide", "too large")
    try_picture(png(20_000, 20_000, zeros(64)), "400 million pixels", "too large", "64 million pixels")
    try_picture(png(0x7FFFFFFF, 0x7FFFFFFF, small), "2 to the 31st pixels", "too large")
    # Inside the stated limits by its header, a gigabyte by its data: what is too much is never unpacked.
    packed = zeros(1024)
    pixels = zlib.compress(bytes(13 * 4))
    bombs_ = {kind: png(4, 4, pixels, chunk(kind.encode(), head + packed))
              for kind, head in [("iCCP", b"p\0\0"), ("zTXt", b"t\0\0"), ("iTXt", b"t\0\1\0\0\0")]}
    bombs_["IDAT"] = png(4, 4, packed)
    (folder / "talks.toml").write_text(brief("T", 'seal = { file = "p.png", alt = "A" }'))
    for kind, bytes_ in bombs_.items():
        (folder / "p.png").write_bytes(bytes_)
        done = run([program, "check", "talks.toml"], folder)
        checks.that(done.code in (0, 1), f"a gigabyte in {kind}: exit code {done.code}")
        bounded(done, f"a gigabyte in {kind}", 150)
    text = png(4, 4, pixels, chunk(b"tEXt", b"Title\0x")).replace(struct.pack(">I", 7) + b"tEXt", b"\x73\x76\x67\x07tEXt")
    try_picture(text, "a chunk that says to be 2 GB long", "damaged")
    with open(folder / "p.png", "wb") as file:
        file.write(png(4, 4, small))
        file.truncate(100 << 20)
    refused(folder, "talks.toml", brief("T", 'seal = { file = "p.png", alt = "A" }'), "a picture of 100 MB", "too large",
            megabytes=350)


def too_much_toml(folder):
    refused(folder, "t.toml", b"#" * (100 << 20), "TOML of 100 MB", "64 MB", megabytes=350)
    for opening, closing in [("[", "]"), ("{ a = ", "}")]:
        for depth in (33, 10_000, 1_000_000):
            refused(folder, "t.toml", "readout = 1\nx_a = " + opening * depth + closing * depth, f"{depth} times {opening}",
                    "nested more than 32 deep")
    for parts in (17, 100_000, 2_000_000):
        for line in (".".join("a" * parts) + " = 1", "[" + ".".join("a" * parts) + "]", "[[" + ".".join("a" * parts) + "]]"):
            refused(folder, "t.toml", "readout = 1\n" + line, f"{parts} parts of a key", "more than 16 parts")
    keys = "".join(f"k{i} = 1\n" for i in range(2_000_000))
    refused(folder, "t.toml", "readout = 1\n" + keys, "two million keys", "[toml.too-many]", megabytes=300)
    refused(folder, "t.toml", "readout = 1\nx_a = [" + "1," * 2_000_000 + "]", "two million values", "[toml.too-many]",
            megabytes=300)
    # What is just allowed is handled in bounded memory, and what is wrong with it is told.
    keys = "".join(f"x_{i} = 1\n" for i in range(1_000_000))
    (folder / "t.toml").write_text("readout = 1\n" + keys + '[document]\ntitle = "T"\nsummary = "S"\n')
    done = run([program, "check", "-q", "t.toml"], folder)
    checks.ended(done, 0, "a million keys of one's own")
    bounded(done, "a million keys of one's own", 700, 60)
    done = run([program, "check", "-q", "-"], folder, stdin=open("/dev/zero", "rb"))
    checks.ended(done, 3, "endless standard input", "512 MB")
    bounded(done, "endless standard input", 1100)
    done = run([program, "check", "-q", "/dev/zero"], folder)
    checks.ended(done, 3, "an endless device", "512 MB")
    bounded(done, "an endless device", 1100)


def tame(done, what):
    for stream, bytes_ in (("output", done.out), ("error", done.err)):
        raw = [byte for byte in bytes_ if (byte < 0x20 and byte not in (9, 10)) or byte == 0x7F]
        text = bytes_.decode("utf-8", "replace")
        raw += [c for c in text if 0x80 <= ord(c) < 0xA0 or ord(c) in range(0x202A, 0x202F)]
        checks.that(not raw, f"{what}: control characters on standard {stream}: {raw[:5]}")


def control_characters(folder):
    evil = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202e"
    (folder / "good.toml").write_text(brief("Good"))
    for name in (f"{evil}.toml", f"bad{evil}.toml"):
        (folder / name).write_text(brief("Good") if name.startswith("\x1b") else "nonsense")
    (folder / "raw.toml").write_text(f'readout = 1\n"{evil}" = 1\n# {evil}\n[document]\ntitle = "{evil}"\n')
    escapes = "\\u001b[31m\\u202e"
    (folder / "escaped.toml").write_text(f'readout = 1\n"{escapes}" = 1\n[document]\ntitle = "{escapes}"\nkind = "{escapes}"\n'
                                         f'seal = {{ file = "{escapes}", alt = "{escapes}" }}\n')
    commands = [["build", f"{evil}.toml"], ["build", f"bad{evil}.toml"], ["build", f"none{evil}.toml"],
                ["build", "good.toml", "-o", f"{evil}.pdf"], ["build", "good.toml", "-o", f"/proc/{evil}/"],
                ["check", f"{evil}.toml"], ["check", "raw.toml"], ["check", "escaped.toml"],
                ["build", "good.toml", "--template", evil], ["build", "good.toml", "--template", f"./{evil}.toml"],
                ["build", "good.toml", "--lang", evil], ["build", "good.toml", "--paper", evil], [evil],
                ["build", f"--{evil}"], ["build", "good.toml", "--data", evil], ["fonts", evil], ["fonts", f"ä{evil}"],
                ["new", f"{evil}.toml"], ["new", f"new{evil}.toml"], ["dump", "--stage", evil, "good.toml"],
                ["dump", "--stage", "pages", f"{evil}.toml"], ["dump", "--stage", "brief", f"{evil}.toml"],
                ["verify", f"{evil}.toml"], ["extract", f"none{evil}.pdf"]]
    for arguments in commands:
        for more in ([], ["--format", "json"]):
            if more and arguments[0] not in ("build", "check"):
                continue
            tame(run([program, *arguments, *more], folder), f"readout {arguments} {more}")
    # Names and texts in a PDF of others.
    run([program, "build", "-q", "good.toml", "-o", "good.pdf"], folder)
    (folder / "note").write_text("x")
    subprocess.run(["qpdf", "good.pdf", "--add-attachment", "note", f"--key={evil}", f"--filename={evil}", "--", "evil.pdf"],
                   cwd=folder, check=True)
    for arguments in (["verify", "evil.pdf"], ["extract", "evil.pdf", "-C", "out"], ["extract", "evil.pdf", "-C", evil]):
        done = run([program, *arguments], folder)
        checks.that(done.code in (0, 1, 3, 5), f"readout {arguments}: exit code {done.code}")
        tame(done, f"readout {arguments}")


with tempfile.TemporaryDirectory() as name:
    work = pathlib.Path(name)
    pictures_elsewhere(work)
    no_network()
    for part in (bombs, too_much_toml, control_characters):
        folder = work / part.__name__
        folder.mkdir()
        part(folder)
checks.finish()
