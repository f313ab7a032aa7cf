"""What a brief says that must stand on its pages, read from the TOML by docs/vocabulary.md: nothing is asked of the
program but which single keys it told that its template does not print.
"""
import re

from judge import Text

LINK = re.compile(r"\[([^\[\]]*)\]\((?:#|https?:|mailto:)[^()\s]*\)")
NOT_PRINTED = re.compile(r"warning: the template “[^”]*” does not print (.*) of \[+([\w.]+)\]+ ")
ANY = None

# Of each table its keys: L a line, T a text, S a string; "+" after it: wherever it is named again, too; "?": or not at
# all (it may be left to another key, or be said in other words); "2": in the other language beside it, too.
KEYS = {
    "document": {"title": "L2", "subtitle": "L", "subject": "L", "summary": "T", "ref": "S", "file_ref": "S",
                 "in_reply_to": "S", "references": "S", "version": "S", "originator": "L2", "office": "L2",
                 "place_of_issue": "L"},
    "marking": {"classified_by": "L", "reason": "L", "derived_from": "L", "declassify_on": "L"},
    "meeting": {"place": "L", "venue": "L", "occasion": "L", "level": "L", "interpretation": "L", "next": "S",
                "previous": "S", "date_note": "L", "zone": "L"},
    "side": {"name": "L2+", "delegation_note": "T"},
    "participant": {"name": "L2+", "honorific": "L+", "office": "L", "short": "L+?"},
    "discussion": {"heading": "L", "by": "W", "text": "T", "decision": "T", "lines_to_take": "T"},
    "point": {"text": "T", "by": "W", "note": "T"},
    "tour": {"heading": "L", "summary": "T", "by": "W", "when": "L"},
    "stop": {"name": "L", "time": "L", "host": "L", "note": "T", "points": "T"},
    "outcome": {"text": "T"},
    "step": {"text": "T", "owner": "W", "with": "W", "due": "L"},
    "agreement": {"title": "L", "kind": "L", "deposited": "L", "signatories": "W"},
    "programme": {"what": "L", "time": "L", "where": "L", "dress": "L", "note": "L", "who": "W"},
    "annex": {"title": "L+", "label": "L+", "body": "T"},
    "distribution": {"to": "L", "note": "L"},
    "clearance": {"drafted_by": "L", "phone": "S"},
    "clearance.line": {"name": "L", "office": "L", "note": "L"},
    "revision": {"version": "S", "by": "L", "change": "L"},
    "source": {"title": "L", "kind": "L", "note": "L", "url": "S"},
}
WORDS = {"before", "after", "joint"}       # of `when` and `by`: told in the template's words
EVERY_PAGE = ("level", "caveats", "distribution_mark")
IN_PROSE = {"summary": ["document.summary", "side", "participant"], "discussion": ["discussion"], "tour": ["tour"],
            "outcome": ["outcome", "step"]}
SECTIONS = {"agreements": "agreement", "steps": "step", "revisions": "revision", "annexes": "annex", "sources": "source",
            "participants": "participant", "authority": "marking"}


def paragraphs(text):
    """The pieces of a text that stand together: markup goes, and a link that says what its place is called parts it."""
    for paragraph in re.split(r"\n[ \t]*\n", text):
        for piece in re.split(r"\[\]\(#[\w-]*\)", paragraph):
            yield LINK.sub(r"\1", piece)


def named(text):
    """The ids that a text calls by what their place is called."""
    return re.findall(r"\[\]\(#([\w-]*)\)", text)


def as_list(value):
    return value if isinstance(value, list) else [value]


def has_letters(text):
    return any(c.isalpha() for c in text)


class Reading:
    def __init__(self, brief, design, tags, told):
        """`tags`: the languages of the edition, two of them side by side; `told`: what the program said."""
        self.brief, self.design = brief, design
        self.languages = brief["document"].get("lang", ["en"])
        self.tags, self.texts, self.pages = tags, [], []
        self.ids = {entry["id"] for entry in self.tables() if "id" in entry} | WORDS
        self.unprinted = {(table, key) for keys, table in NOT_PRINTED.findall(told) for key in re.findall("“(.*?)”", keys)}
        self.sections = {section["from"]: section for section in design["section"]}
        self.calls = [name for text in self.strings() for name in named(text)]
        self.add_all()

    def strings(self):
        for table in self.tables():
            for value in table.values():
                yield from (one for one in as_list(value) if isinstance(one, str))

    def tables(self, value=None):
        value = self.brief if value is None else value
        if isinstance(value, dict):
            yield value
            for inner in value.values():
                yield from self.tables(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from self.tables(inner)

    # ---- languages ----------------------------------------------------------------------------------

    def in_language(self, value, index):
        """The text of a line or text in the language of that index; None when it has none."""
        if not isinstance(value, dict):
            return value if index == 0 else None
        tag = self.languages[index].lower()
        for key, text in value.items():
            if tag == key.lower() or tag.split("-")[0] == key.lower():
                return text
        return None

    def said(self, value):
        """What the edition says of a value: (text, times)."""
        indexes = [self.languages.index(tag) for tag in self.tags]
        own = [self.in_language(value, index) for index in indexes]
        if len(indexes) == 2:
            both = [text for text in own if text is not None]
            return [(text, 2 if len(both) == 1 and not has_letters(text) else 1) for text in both]
        if own[0] is not None:
            return [(own[0], 1)]
        other = [self.in_language(value, index) for index in range(len(self.languages)) if index not in indexes]
        return [(text, 1) for text in other if text is not None]

    def beside(self, value):
        """The same in the other language, which titles and names of a single edition have beside them."""
        if len(self.tags) == 2 or len(self.languages) == 1:
            return []
        text = self.in_language(value, 1 - self.languages.index(self.tags[0]))
        return [] if text is None or not isinstance(value, dict) or len(self.said(value)) == 0 else [text]

    # ---- what is said -------------------------------------------------------------------------------

    def add(self, value, kind, place, least=1, more=0):
        """`more`: how often it may stand beyond the times that it must."""
        for one in as_list(value):
            if not isinstance(one, (str, dict)):
                continue  # a day, an hour
            if kind.startswith("W") and isinstance(one, str) and one in self.ids:
                continue
            if isinstance(one, str) and one in WORDS and place.endswith(".when"):
                continue
            often = "+" in kind or kind.startswith("W")
            fewest = 0 if "?" in kind else least
            for text, times in self.said(one):
                for piece in paragraphs(text) if kind.startswith("T") else [text]:
                    most = ANY if often else (2 if kind.startswith("S") and len(self.tags) == 2 else times) + more
                    self.texts.append(Text(piece, place, min(fewest, times) and times if not often else fewest, most))
            if "2" in kind:
                self.texts += [Text(text, place, 0, ANY if often else 1) for text in self.beside(one)]

    def add_table(self, name, table, least=1):
        for key, kind in KEYS[name].items():
            if key in table and (name, key) not in self.unprinted and (name.split(".")[-1], key) not in self.unprinted:
                called = self.calls.count(table.get("id")) if "discussion" not in self.sections else 0  # by what it says
                self.add(table[key], kind, f"{name}.{key}", least, called)

    def add_grid(self, grid, place):
        last = None
        for column in grid["columns"]:
            is_head = isinstance(column, dict) and "head" in column
            self.add(column["head"] if is_head else column, "L", place + ".head")
            group = column.get("group") if is_head else None
            if group is not None and group != last:
                self.add(group, "L", place + ".group")
            last = group
        for row in grid["rows"]:
            if isinstance(row, dict):
                self.add(row["group"], "L", place + ".group")
            else:
                for cell in row:
                    self.add(str(cell) if isinstance(cell, int) else cell, "T", place + ".cell")
        if "caption" in grid:
            self.add(grid["caption"], "L", place + ".caption")

    def add_caption(self, table, key, place):
        if "caption" in table.get(key, {}):
            self.add(table[key]["caption"], "L", place + ".caption")

    def add_points(self, points):
        for point in points:
            if isinstance(point, dict) and "text" in point:
                self.add_table("point", point)
                self.add_points(point.get("points", []))
            else:
                self.add(point, "T", "point")

    def add_person(self, person):
        if isinstance(person, dict) and "name" in person:
            self.add_table("participant", person, 0 if person.get("present") == "apologies" else 1)
        else:
            self.add(person, "L+", "side.people")

    # ---- parts --------------------------------------------------------------------------------------

    def prints(self, part):
        section = {table: name for name, table in SECTIONS.items()}.get(part, part)
        shown = self.sections.get("prose", {}).get("show", [])
        return section in self.sections or any(part in IN_PROSE[name] for name in shown)

    def add_all(self):
        brief, in_prose = self.brief, "discussion" not in self.sections
        document = dict(brief["document"])
        if not (self.prints("summary") or self.prints("document.summary")):
            document.pop("summary", None)
        if "facts" not in self.sections and "ref" in document:
            self.pages.append(document.pop("ref"))
        self.add_table("document", document)
        if "meeting" in brief:
            self.add_table("meeting", brief["meeting"])
        if "marking" in brief:
            self.add_marking(brief["marking"])
        self.add_people()
        if self.prints("discussion"):
            for discussion in brief.get("discussion", []):
                self.add_discussion(discussion, in_prose)
        if "tour" in brief and self.prints("tour"):
            self.add_tour(brief["tour"], in_prose)
        for name in ("outcome", "step", "agreement", "programme", "distribution", "revision", "clearance"):
            if name in brief and self.prints(name):
                for table in as_list(brief[name]):
                    self.add_table(name, table)
        if self.prints("clearance"):
            for table in brief.get("clearance", {}).get("line", []):
                self.add_table("clearance.line", table)
        if self.prints("annex"):
            for annex in brief.get("annex", []):
                self.add_table("annex", annex)
                self.add_caption(annex, "picture", "annex")
                if "table" in annex:
                    self.add_grid(annex["table"], "annex.table")
        if self.prints("source"):
            self.add_sources()

    def add_marking(self, marking):
        self.add_table("marking", marking)
        for key in EVERY_PAGE:
            for value in as_list(marking.get(key, [])):
                self.pages += [text for text, _ in self.said(value)]

    def add_people(self):
        if not (self.prints("participant") or self.prints("participants")):
            return
        people = self.brief.get("participant", [])
        for side in self.brief.get("side", []):
            own = side.get("people", []) + [one for one in people if one.get("side") == side["id"]]
            came = [one for one in own if not isinstance(one, dict) or one.get("present") != "apologies"]
            # Prose names who came: not a side from which nobody did.
            self.add_table("side", side, 1 if came or not own or "prose" not in self.sections else 0)
            for person in side.get("people", []):
                self.add_person(person)
        for person in people:
            self.add_person(person)

    def add_discussion(self, discussion, in_prose):
        table = dict(discussion)
        if in_prose or not self.sections["discussion"].get("lines_to_take"):
            table.pop("lines_to_take", None)
        self.add_table("discussion", table)
        self.add_points(table.get("points", []))
        if not in_prose:
            self.add_caption(table, "picture", "discussion")
            if "table" in table:
                self.add_grid(table["table"], "discussion.table")

    def add_tour(self, tour, in_prose):
        self.add_table("tour", tour)
        for stop in tour.get("stop", []):
            self.add_table("stop", {key: value for key, value in stop.items()
                                    if ("tour", "stop." + key) not in self.unprinted})
            if not in_prose:
                self.add_caption(stop, "photo", "stop")

    def add_sources(self):
        used = {one for table in self.tables() for one in as_list(table.get("src", []))}
        for source in self.brief.get("source", []):
            if source["id"] in used:
                self.add_table("source", source)
