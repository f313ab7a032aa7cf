#!/usr/bin/env python3
"""What no validator has a rule for, in every PDF that build.py made, as Poppler and pdf.js see its tree: reading order,
words that are whole and apart, headings, lists, tables, figures, links, languages, and running matter outside the tree.

trees.py ROOT OUT
"""
import collections
import json
import pathlib
import re
import sys
import tomllib
import unicodedata

import reading
from reading import common

UNSEEN = {**reading.STEERING, **dict.fromkeys([0xAD, 0x200B, 0x2060, 0xFEFF])}
HOLDERS = {"Root", "Document", "Sect", "L", "LI", "Table", "THead", "TBody", "TFoot", "TR"}  # no text right in these
LEVELS = {f"H{level}": level for level in range(1, 7)}


# ---- words

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
WORD = re.compile(rf"(?:[^\W_]|[{MARKS}])+")
NUMBERING = re.compile(r"\w|[ivx]+|[0-9a-f]{12}")  # letters and numerals of points; the mark of the source at the foot
LATIN_WORD = re.compile(r"(?<!\S)[A-Za-z\u00c0-\u024f]{3,}(?=[\s,.]|$)")  # no address, name of a file, or number
PREFIX = re.compile(r"^(و|بـ)[0-9٠-٩]*")  # "and" and "by" are written together with the word after them
ARABIC = re.compile("[\u0600-\u06ff]+")
LETTER = re.compile(r"[^\W\d_]")


def words_of(text):
    """The words of a text: letters, marks and digits that stand together; those without a letter are left aside."""
    found = WORD.findall(text.translate(UNSEEN).casefold())
    return [word for word in found if LETTER.search(word)]


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings_in(one)


def vocabulary(paths):
    """Every word that files of TOML say. A compound counts in one piece, too: Poppler joins one that a line parts."""
    words = {"readout", ""}
    for path in paths:
        for text in strings_in(tomllib.loads(path.read_text(encoding="utf-8-sig"))):
            words.update(words_of(text))
            words.update(words_of(re.sub(r"[-\u2010\u2011]", "", text)))
    return words


def apart(node):
    """The text with blanks where numbers of notes and sources are raised."""
    text = node.text + "".join(apart(child) for child in node.children)
    return f" {text} " if node.role in ("Reference", "Note") or node.role not in reading.INLINE else text


def strange_words(text, known):
    """Words that neither brief nor template has: two that ran together, or a part of one that was torn."""
    strange = {word for word in words_of(text) if word not in known}
    return sorted(word for word in strange if not NUMBERING.fullmatch(word) and PREFIX.sub("", word) not in known)


# ---- the tree of the document, as Poppler sees it

def text_faults(node, above):
    if node.role == "text" and node.text.strip() and above[-1].role in HOLDERS:
        yield f"text right in {above[-1].role}: “{node.text[:60]}”"
    if node.role == "Figure" and "/BBox" not in node.attributes:
        yield "a Figure without BBox"
    if node.role == "Link" and not any(child.role == "object" for child, _ in node.walk()):
        yield f"a Link without annotation: “{node.words()}”"


def list_faults(node, newer):
    if node.role == "L":
        numbering = re.search(r"/ListNumbering /(\w+)", node.attributes)
        if not numbering and not newer:  # this Poppler does not know the values of PDF 2.0
            yield "a list that does not say how it is numbered"
        wrong = {child.role for child in node.children} - {"LI", "L", "Caption"}
        if wrong or not node.children:
            yield f"a list that holds {wrong or 'nothing'}"
        numbered = numbering and numbering[1] != "None"
        labels = [any(part.role == "Lbl" for part in item.children) for item in node.children if item.role == "LI"]
        if numbered and not all(labels):
            yield "a numbered list with items without number"
    if node.role == "LI" and [child.role for child in node.children] not in (["Lbl", "LBody"], ["LBody"]):
        yield f"a list's item of {[child.role for child in node.children]}"


def table_faults(node):
    if node.role == "Table":
        heads = [cell for cell, _ in node.walk() if cell.role == "TH"]
        if not heads:
            yield "a table without heads"
        if any("/Scope" not in cell.attributes for cell in heads):
            yield "a head without Scope"
        if sum(child.role == "THead" for child in node.children) > 1:
            yield "a table whose head is tagged twice"
        rows = [row for part in node.children if part.role == "THead" for row in part.children]
        said = [row.words() for row in rows]
        if len(set(said)) < len(said):
            yield "a row of heads that is tagged twice"


def heading_faults(tree):
    level = 0
    for node, _ in tree.walk():
        if node.role not in LEVELS:
            continue
        if LEVELS[node.role] > level + 1:
            yield f"{node.role} “{node.words()}” after a heading of level {level}"
        level = LEVELS[node.role]
        if node.role == "H2" and re.match(r"\d+\w*[^\d\W]", node.words().translate(reading.STEERING)):
            yield f"number and words of a heading run together: “{node.words()}”"
    if sum(node.role == "H1" for node, _ in tree.walk()) != 1:
        yield "not one H1"


def running_faults(tree, template_words, brief):
    """Feet and markings are on every page, and in no tree."""
    text = reading.joined("\n".join(reading.pieces(tree)))
    for pattern in template_words:
        if match := re.search(pattern, text):
            yield f"a page's number is in the tree: “{match[0]}”"
    level = brief.get("marking", {}).get("level")
    for one in ([level] if isinstance(level, str) else (level or {}).values()):
        if re.search(rf'(?<!\w){re.escape(one.upper())} ·', text):
            yield f"the marking is in the tree: “{one}”"


def tree_faults(tree, newer):
    for node, above in tree.walk():
        yield from text_faults(node, above)
        yield from list_faults(node, newer)
        yield from table_faults(node)
    yield from heading_faults(tree)


# ---- page by page, as pdf.js sees it: languages, replacement texts

def letters(text, kind):
    return len(re.findall({"ARABIC": "[\u0620-\u064a\u066e-\u06d3]", "LATIN": "[A-Za-z\u00c0-\u024f]"}[kind], text))


def letters_of(text):
    """How often each letter stands in it; pdf.js gives letters of presentation as plain ones."""
    return collections.Counter("".join(unicodedata.normalize("NFKC", text).split()))


def language_fault(text, lang):
    """Why `text` cannot be in `lang`, by its letters; None when it can."""
    arabic, latin = letters(text, "ARABIC"), letters(text, "LATIN")
    if not lang:
        return f"no language: “{text[:60]}”"
    is_arabic = lang.startswith("ar")
    if arabic > latin and not is_arabic or latin > arabic and len(LATIN_WORD.findall(text)) > 1 and is_arabic:
        return f"“{text[:60]}” is tagged as {lang}"
    return None


def page_faults(tree, alternatives=True):
    """`alternatives`: whether the words beside pictures are held to their language, too."""
    for node, above in tree.walk():
        lang = next((one.lang for one in (node, *reversed(above)) if one.lang), "")
        if node.role == "Figure" and not node.alt.strip():
            yield "a Figure without words"
        if node.alt and node.role != "Figure":
            said = reading.joined(node.words())
            # In any order, since pdf.js swaps letters now and then (strings.py); and a part of it where a page ends.
            if letters_of(said) - letters_of(node.alt):
                yield f"ActualText “{node.alt}” of “{said}”"
        said = {"text": node.text, "Figure": node.alt if alternatives else ""}.get(node.role)
        if said and (fault := language_fault(said, lang)):
            yield fault


# ---- the Doha brief, word for word

def one_line(text):
    return " ".join(text.replace("'", "’").split())


def doha_told(brief):
    """The brief's texts in the order of its file, which is that of reading; who said something comes before it."""
    document, meeting = brief["document"], brief["meeting"]
    yield document["title"]
    yield from (meeting["place"], meeting["date_note"], meeting["occasion"])
    yield document["summary"]
    for side in brief["side"]:
        yield from side["name"].values()
        for person in side["people"]:
            yield from (person["name"], person["office"])
        yield side.get("delegation_note", "")
    for one in brief["discussion"]:
        yield one["heading"] + ". " + one["text"] if "text" in one else one["heading"] + "."
        for point in one.get("points", []):
            yield point["text"]
    yield brief["tour"]["summary"]
    for stop in brief["tour"]["stop"]:
        yield stop["name"]
    yield brief["outcome"]["text"]
    for step in brief["step"]:
        yield step["text"]


def doha_faults(text, brief, white=" "):
    """White: what stands for a blank. pdf.js leaves out the soft hyphen of a broken word, not the line's end after it, so
    its text is compared without any blanks."""
    text, place = reading.joined(reading.whole(text)).casefold().replace(" ", white), 0
    for told in doha_told(brief):
        told = one_line(told).casefold().replace(" ", white)
        found = text.find(told, place)
        if found < 0:
            yield f"“{told}” does not come after “{text[max(0, place - 40):place]}”"
        else:
            place = found + len(told)


# ---- all of it

class Judge:
    def __init__(self, root, made):
        self.root = root
        self.templates = vocabulary((root / "templates").rglob("*.toml"))
        self.pages = list(self.page_patterns())
        self.doha = tomllib.loads((root / "input/doha.toml").read_text(encoding="utf-8"))
        self.pdfjs = None
        if "pdfjs" not in common.os.environ.get("READOUT_WITHOUT", ""):
            self.pdfjs = reading.PdfJs(root, [one["pdf"] for one in made])
        else:
            print("NOT TESTED: READOUT_WITHOUT leaves out pdfjs")

    def page_patterns(self):
        """Patterns for "Page 1 of 2" in the template's languages."""
        files = [self.root / "templates/house.toml", *sorted((self.root / "templates/words").glob("*.toml"))]
        for text in strings_in([tomllib.loads(file.read_text(encoding="utf-8")) for file in files]):
            if "{page}" in text and "{pages}" in text:
                yield re.sub(r"\\{pages?\\}", r"[0-9٠-٩]+", re.escape(text))

    def __call__(self, one):
        brief = tomllib.loads(pathlib.Path(one["brief"]).read_text(encoding="utf-8-sig"))
        tree = reading.poppler_tree(one["pdf"])
        known = self.templates | vocabulary([pathlib.Path(one["brief"])])
        faults = list(tree_faults(tree, one["profile"].startswith("a-4"))) + list(running_faults(tree, self.pages, brief))
        if not one["stem"].startswith(("extreme-notes", "extreme-zero-width")):  # labels like "aa"; marks that are no words
            faults += [f"no word of brief or template: “{word}” (tree)" for word in strange_words(apart(tree), known)]
        # Not where words are torn for want of room or at soft hyphens, as in invented and extreme briefs, and not in Arabic
        # or in two columns, where Poppler orders lines by place (strings.py): the tree has those words in one piece.
        if not one["lang"].startswith(("ar", "both")) and not one["stem"].startswith(("brief-", "extreme-")):
            plain = ARABIC.sub(" ", reading.whole(reading.pdftotext(one["pdf"])))
            faults += [f"no word of brief or template: “{word}” (pdftotext)" for word in strange_words(plain, known)]
        if self.pdfjs:
            # Words beside pictures have one language; those of invented briefs are of any, whatever the brief's.
            for tree_of_page in self.pdfjs.pages(one["pdf"]):
                faults += page_faults(tree_of_page, alternatives=not one["stem"].startswith("brief-"))
            faults += self.outline_faults(one["pdf"], tree)
        if (one["stem"], one["template"], one["lang"]) == ("doha", "brief", "en-US"):
            faults += self.doha_faults(one["pdf"], tree)
        name = pathlib.Path(one["pdf"]).name
        return [f"{name}: {fault}" for fault in dict.fromkeys(faults)]

    def outline_faults(self, pdf, tree):
        """The bookmarks are the headings; of a bilingual edition in both languages, with a stroke between them. A dot
        between label and title is not on the page where the line ends there."""
        headings = [reading.joined(node.words()) for node, _ in tree.walk() if node.role in ("H1", "H2")]

        def allowed(bookmark):
            return re.escape(bookmark.casefold()).replace(re.escape(" · "), " (?:· )?")

        def titles(items):
            for item in items:
                yield reading.joined(item["title"]).replace(" / ", " ")
                yield from titles(item["items"])

        found = list(titles(self.pdfjs.files[pdf]["outline"]))
        known = re.compile("|".join(map(allowed, found)))
        missing = [title for title in headings[1:] if not known.fullmatch(title.casefold())]
        return [f"no bookmark for “{title}”" for title in missing]

    def doha_faults(self, pdf, tree):
        yield from doha_faults("\n".join(reading.pieces(tree)), self.doha)
        if self.pdfjs:
            pages = "\n".join("\n".join(reading.pieces(page)) for page in self.pdfjs.pages(pdf))
            yield from (f"pdf.js: {fault}" for fault in doha_faults(pages, self.doha, white=""))


def main():
    root, out = map(pathlib.Path, sys.argv[1:])
    made = json.loads((out / "list.json").read_text(encoding="utf-8"))
    # One paper of each is enough: pdfinfo takes seconds for the tree of a long brief.
    made = [one for one in made if one["paper"] == "a4" or one["stem"].startswith("brief-")]
    judge = Judge(root, made)
    faults = [fault for some in common.each(judge, made) for fault in some]
    common.finish("trees read", len(made), faults)


if __name__ == "__main__":
    main()
