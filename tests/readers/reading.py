"""What four readers find in a PDF, each as one line of text, and the tree that two of them see.

Lines are joined by one blank, and the marks that steer direction are deleted: poppler adds some of its own, so whoever
copies Arabic has to do that anyway.
"""
import json
import pathlib
import re
import subprocess
import sys
from dataclasses import dataclass, field

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "conformance"))
import common  # noqa: E402

STEERING = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
HERE = pathlib.Path(__file__).resolve().parent


def joined(text):
    lines = (line.strip() for line in text.replace("\f", "\n").translate(STEERING).split("\n"))
    return " ".join(line for line in lines if line)


def whole(text):
    """The text with the words that a line's end broke in two put together: readers leave the soft hyphen between."""
    return re.sub("\u00ad\\s*", "", text)


@dataclass
class Node:
    role: str
    lang: str = ""
    alt: str = ""
    text: str = ""                     # of a leaf
    children: list = field(default_factory=list)
    attributes: str = ""
    inline: bool = False

    def words(self):
        """All text below, as it stands in the file."""
        return self.text + "".join(child.words() for child in self.children)

    def walk(self, above=()):
        """Every node below, this one too, with those above it."""
        yield self, above
        for child in self.children:
            yield from child.walk((*above, self))


def poppler_tree(pdf):
    """pdfinfo -struct-text: the tree of the whole document, texts exactly as the file has them."""
    out = common.run("pdfinfo", "-enc", "UTF-8", "-struct-text", pdf).stdout.decode()
    root = Node("Root")
    open_nodes = [(-1, root)]
    # A text may hold no line break of its own: it is one line, in quotes.
    for line in out.splitlines():
        indent, said = len(line) - len(line.lstrip(" ")), line.strip(" ")
        while open_nodes[-1][0] >= indent:
            open_nodes.pop()
        above = open_nodes[-1][1]
        if said.startswith('"'):
            above.children.append(Node("text", text=said[1:-1]))
        elif said.startswith("/"):
            above.attributes += said + "\n"
        elif match := re.match(r"(\w+)( <[^>]*>)?( \((?:block|inline)\))?:?$", said):
            node = Node(match[1], inline=match[3] == " (inline)")
            above.children.append(node)
            open_nodes.append((indent, node))
        elif said.startswith("Object "):
            above.children.append(Node("object"))
        elif said:
            raise ValueError(f"{pdf}: pdfinfo says {said!r}")
    return root


INLINE = {"Span", "Link", "Reference", "Quote", "Code", "Note", "text", "object"}


def pieces(node):
    """The texts of the tree in reading order, one for each element that is no part of a line."""
    line = ""
    for child in node.children:
        if child.role in INLINE:
            line += child.words()
            continue
        if line:
            yield line
            line = ""
        yield from pieces(child)
    if line:
        yield line


def pdftotext(pdf):
    return joined(common.run("pdftotext", "-enc", "UTF-8", pdf, "-").stdout.decode())


def struct_text(pdf):
    return joined("\n".join(pieces(poppler_tree(pdf))))


def mutool(pdf):
    return joined(common.run("mutool", "draw", "-q", "-F", "txt", pdf).stdout.decode())


class PdfJs:
    """pdf.js, asked about many files in one call of node."""

    def __init__(self, root, pdfs):
        modules = common.tool(root, "pdfjs")
        done = subprocess.run(["node", HERE / "pdfjs.mjs", modules, *pdfs], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit("pdf.js: " + done.stderr[-3000:])
        told = [json.loads(line) for line in done.stdout.splitlines()]
        self.files = {one["file"]: one for one in told}

    def text(self, pdf):
        return joined("\n".join(page["text"] for page in self.files[pdf]["pages"]))

    def pages(self, pdf):
        """The tree of each page."""
        return [as_node(page["tree"]) for page in self.files[pdf]["pages"] if page["tree"]]


def as_node(told):
    if "text" in told:
        return Node("text", text=told["text"])
    if "object" in told:
        return Node("object")
    children = [as_node(child) for child in told["children"]]
    return Node(told["role"], told.get("lang", ""), told.get("alt", ""), children=children)
