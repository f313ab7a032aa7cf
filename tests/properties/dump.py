"""The pages' dump (`readout dump --stage pages`) read back: nothing is known here but what the dump says.

Lengths are in points; y grows downwards, and a run's y is its baseline.
"""
import re
from dataclasses import dataclass, field

RUN = re.compile(r'run +(-?[\d.]+) +(-?[\d.]+)  (\S*) ([\d.]+)  "((?:[^"\\]|\\.)*)"  w=(-?[\d.]+)  #\w+  (.*?)'
                 r'(?:  rtl)?(?:  scale=\S+)?  (/\S+|artifact \w+)$')
PAGE = re.compile(r'page \d+  ([\d.]+) x ([\d.]+)  label "(.*)"$')
IMAGE = re.compile(r'image +(-?[\d.]+) +(-?[\d.]+)  ([\d.]+) x ([\d.]+)  ".*"  (/\S+|artifact \w+)$')
STEP = re.compile(r"(\w+)(?:\[\d+\])?")
INLINE = {"Span", "Link", "Reference", "Quote", "Em", "Strong"}


@dataclass
class Run:
    x: float
    y: float
    style: str
    size: float
    text: str
    width: float
    tag: str  # "/Document/P[3]/Span[1]", or "artifact header"

    @property
    def is_artifact(self):
        return self.tag.startswith("artifact")

    def around(self, *roles):
        """The path of the innermost element around it that has one of the roles; "" when there is none."""
        parts = self.tag.split("/")
        for end in range(len(parts), 1, -1):
            if STEP.match(parts[end - 1]).group(1) in roles:
                return "/".join(parts[:end])
        return ""

    @property
    def block(self):
        """The element that it is a part of, over its own languages and links."""
        parts = self.tag.split("/")
        while len(parts) > 2 and STEP.match(parts[-1]).group(1) in INLINE:
            parts.pop()
        return "/".join(parts)


@dataclass
class Page:
    width: float
    height: float
    label: str
    runs: list = field(default_factory=list)
    images: list = field(default_factory=list)  # (left, top, right, bottom, tag)

    @property
    def content(self):
        return [run for run in self.runs if not run.is_artifact]


def unquoted(text):
    return re.sub(r"\\(.)", lambda sign: {"n": "\n", "-": "\u00AD"}.get(sign.group(1), sign.group(1)), text)


def read(dump):
    """Fails on a line that it does not know: what is not read is not judged."""
    pages = []
    for line in dump.splitlines():
        kind = line.split(" ", 1)[0]
        if kind == "page":
            width, height, label = PAGE.match(line).groups()
            pages.append(Page(float(width), float(height), label))
        elif kind == "run":
            x, y, style, size, text, width, _, tag = RUN.match(line).groups()
            pages[-1].runs.append(Run(float(x), float(y), style, float(size), unquoted(text), float(width), tag))
        elif kind == "image":
            x, y, width, height = map(float, IMAGE.match(line).groups()[:4])
            pages[-1].images.append((x, y, x + width, y + height, IMAGE.match(line).group(5)))
        elif kind not in ("rect", "ring", "link", "ends", "outline"):
            raise ValueError(f"no line of a dump of pages: {line}")
    return pages
