"""What no page may have, looked for in a dump of pages: judge_test.py shows that each of these is found.

Lines, rows and headings are found again by their places and tags; the texts that must stand there come from the TOML
(texts.py), never from the program.
"""
import collections
import re
import unicodedata
from dataclasses import dataclass

MM = 72 / 25.4
HANGING = 6.0       # pt that signs may stand out of the measure
BLANK = 0.3         # em
SAME_LINE = 3.0     # pt between baselines of one line: two scripts, raised figures
LEAST_ROW = 0.5     # a row that is cut is at least so much of the page
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
SHORTEST_COUNTED = 32  # letters; shorter texts ("7", "Dr Leila Haddad") may stand across the seam of two others, too


@dataclass
class Frame:
    """Where text may stand."""
    left: float
    top: float
    right: float
    bottom: float
    first_top: float


@dataclass
class Text:
    """What must stand on the pages from `least` to `most` times; most = None: any number."""
    words: str
    place: str
    least: int = 1
    most: int | None = 1


def letters(text):
    """Letters and figures alone, all in capitals: some styles set all in capitals, and quotes are the language's."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).upper())
    figures = "".join(str(unicodedata.digit(c, c)) for c in plain)
    return "".join(c for c in figures if c.isalnum() and c != "\u0640")


class Judge:
    def __init__(self, pages, frame, texts, on_every_page=()):
        self.pages, self.frame, self.texts, self.faults = pages, frame, texts, []
        self.on_every_page = on_every_page

    def judge(self):
        for number, page in enumerate(self.pages):
            self.look_beyond_frame(number, page)
            self.look_for_overprinting(number, page)
            self.look_at_foot(number, page)
            self.look_at_running_matter(number, page)
        self.look_at_contents()
        self.look_for_single_lines()
        self.look_for_cut_rows()
        self.look_for_texts()
        return self.faults

    def tell(self, page, what, text):
        self.faults.append(f"page {page + 1}: {what}: “{text}”")

    # ---- frames -------------------------------------------------------------------------------------

    def look_beyond_frame(self, number, page):
        top = min(self.frame.first_top, self.frame.top) if number == 0 else self.frame.top
        for run in page.content:
            if not run.text.strip():
                continue
            blank = BLANK * run.size if run.text.endswith(" ") else 0  # the one that a line ends in is not seen
            if run.x + blank < self.frame.left - HANGING or run.x + run.width - blank > self.frame.right + HANGING:
                self.tell(number, "beside the frame", run.text)
            if run.y - 0.4 * run.size < top or run.y > self.frame.bottom:
                self.tell(number, "above or below the frame", run.text)
        for run in page.runs:
            if not (0 <= run.x and run.x + run.width <= page.width and 0 < run.y - 0.4 * run.size and run.y < page.height):
                self.tell(number, "off the page", run.text)
        for left, image_top, right, bottom, tag in page.images:
            if left < self.frame.left - 0.1 or right > self.frame.right + 0.1 or image_top < top - 0.1 or bottom > self.frame.bottom + 0.1:
                self.tell(number, "a picture outside the frame", tag)

    def look_for_overprinting(self, number, page):
        boxes = sorted((run.y - 0.4 * run.size, run.y, run.x + 0.08 * run.size, run.x + run.width - 0.08 * run.size, run)
                       for run in page.runs if run.text.strip())
        for i, (_, bottom, left, right, run) in enumerate(boxes):
            for other in boxes[i + 1:]:
                if other[0] >= bottom:
                    break
                if other[2] < right and left < other[3]:
                    self.tell(number, "two texts overprint", f"{run.text}” / “{other[4].text}")

    def look_at_running_matter(self, number, page):
        there = letters("".join(run.text for run in page.runs if run.is_artifact))
        for text in self.on_every_page:
            if letters(text) not in there:
                self.tell(number, "not in the running matter", text)

    # ---- breaks -------------------------------------------------------------------------------------

    def look_at_foot(self, number, page):
        """No heading, no head of a table, and no head of a group of rows is the last on its page."""
        text = [run for run in page.content if not run.around("Note")]
        if not text:
            return
        low = max(run.y for run in text)
        if any(image[1] > low for image in page.images):
            return
        for run in text:
            if run.y > low - SAME_LINE:
                if not run.around(*HEADINGS) and not run.around("THead"):
                    return
        self.tell(number, "a stranded heading", text[-1].text)

    def look_for_single_lines(self):
        """A paragraph over several pages leaves two lines at least on each."""
        lines = collections.defaultdict(lambda: collections.defaultdict(list))
        for number, page in enumerate(self.pages):
            for run in page.content:
                block = run.around("P", *HEADINGS)
                if block and not run.around("Note", "TR", "TOC", "Lbl"):
                    lines[block][number].append(run)
        for pages in lines.values():
            for number, runs in pages.items():
                if len(pages) > 1 and count_lines(runs) < 2:
                    what = "an orphan" if number == min(pages) else "a widow" if number == max(pages) else "a lone line"
                    self.tell(number, what, runs[0].text)

    def look_for_cut_rows(self):
        rows = collections.defaultdict(lambda: collections.defaultdict(list))
        for number, page in enumerate(self.pages):
            for run in page.content:
                if row := run.around("TR"):
                    rows[row][number].append(run)
        room = self.frame.bottom - self.frame.top
        for pages in rows.values():
            height = sum(max(run.y for run in runs) - min(run.y - run.size for run in runs) for runs in pages.values())
            if len(pages) > 1 and height < LEAST_ROW * room:
                number = min(pages)
                self.tell(number, "a row cut in two", pages[number][0].text)

    def look_at_contents(self):
        """Every line of the contents names a heading and the page that it stands on."""
        entries, headings = collections.defaultdict(list), collections.defaultdict(str)
        for number, page in enumerate(self.pages):
            for run in page.content:
                if entry := run.around("TOCI"):
                    if not run.around("Lbl"):
                        entries[entry, number].append(run)
                elif run.around(*HEADINGS):
                    headings[number] += run.text
        for (_, number), runs in entries.items():
            *title, leads_to = runs
            there = headings[int(leads_to.text) - 1] if leads_to.text.strip().isdecimal() else ""
            words = "".join(run.text for run in title)
            if not words or letters(words) not in letters(there):
                self.tell(number, "a line of the contents leads astray", f"{words}… {leads_to.text}")

    # ---- texts --------------------------------------------------------------------------------------

    def look_for_texts(self):
        blocks = collections.defaultdict(str)
        for page in self.pages:
            for run in page.content:
                if not run.around("TOC"):
                    blocks[run.block] += run.text
        there = "\n".join(map(letters, blocks.values()))
        wanted = [(letters(text.words), text) for text in self.texts]
        least = "\n".join("\n".join([words] * text.least) for words, text in wanted)
        most = "\n".join("\n".join([words] * text.most) for words, text in wanted if text.most is not None)
        often = "\n".join(words for words, text in wanted if text.most is None)
        told = set()
        for words, text in wanted:
            if not words or words in told:
                continue
            told.add(words)
            count, fewest = there.count(words), least.count(words)
            if count < fewest:
                self.faults.append(f"{text.place}: stands {count} times, not {fewest}: “{text.words}”")
            elif count == fewest:
                continue
            if len(words) >= SHORTEST_COUNTED and words not in often and count > most.count(words):
                self.faults.append(f"{text.place}: stands {count} times, not {most.count(words)}: “{text.words}”")


def count_lines(runs):
    count, last = 0, None
    for y in sorted(run.y for run in runs):
        if last is None or y > last + SAME_LINE:
            count += 1
        last = y
    return count


# ---- frames from templates ---------------------------------------------------------------------------


def points(length):
    number, unit = re.fullmatch(r"([\d.]+)(mm|pt)", length).groups()
    return float(number) * (MM if unit == "mm" else 1)


def frame_of(page, size):
    """`page` is the template's table of that name; `size` the width and height of the paper."""
    margin = {side: points(length) for side, length in page["margin"].items()}
    return Frame(margin["left"], margin["top"], size[0] - margin["right"], size[1] - margin["bottom"],
                 points(page["first_top"]))
