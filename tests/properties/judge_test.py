#!/usr/bin/env python3
"""The judge of pages finds what is wrong: a good dump of three pages, and the same with one thing spoilt at a time."""
import unittest

import dump
from judge import Frame, Judge, Text

FRAME = Frame(left=68, top=85, right=527, bottom=765, first_top=47)
TEXTS = [Text("Talks on shared waters", "document.title"),
         Text("The two sides met at the gauge, and spoke of the winter", "discussion.text"),
         Text("Flow forecasts", "discussion.heading"),
         Text("Readings are exchanged every hour of the day", "cell"),
         Text("A cell beside it that says nothing new whatever", "cell"),
         Text("Alphaland", "side.name", 1, None)]
GOOD = """\
page 1  595.28 x 841.89  label "1"
rect    68.03  145.47  459.21 x 1.60  #7a1531  artifact layout
run     68.03   60.00  title 25.00  "Talks on shared waters"  w=300.00  #1b1b1d  Linux Libertine Display O  /Document/H1[1]
run     68.03  640.00  contents 10.60  "Flow forecasts "  w=60.00  #1b1b1d  Linux Libertine O  /Document/TOC[1]/TOCI[1]/Reference[1]/Link[1]
run    420.30  640.00  contents 10.60  "2"  w=4.90  #1b1b1d  Linux Libertine O  /Document/TOC[1]/TOCI[1]/Reference[1]/Link[1]
run     68.03  680.00  point 10.60  "ALPHALAND: The two "  w=332.00  #1b1b1d  Linux Libertine O  /Document/P[1]
run     68.03  694.50  point 10.60  "sides met at "  w=332.00  #1b1b1d  Linux Libertine O  /Document/P[1]
run     68.03  793.70  running 8.40  "WS-4"  w=51.71  #66625d  Linux Biolinum O  artifact footer
ends  blank=1.0% cost=5 between lines
page 2  595.28 x 841.89  label "2"
run     68.03   96.00  point 10.60  "the gauge, and spoke "  w=332.00  #1b1b1d  Linux Libertine O  /Document/P[1]
run     68.03  110.50  point 10.60  "of the win\\-ter"  w=90.00  #1b1b1d  Linux Libertine O  /Document/P[1]/Span[1]
run     68.03  160.00  heading 12.00  "Flow forecasts"  w=70.00  #1b1b1d  Linux Libertine O bold  /Document/Sect[1]/H2[1]
run     68.03  180.00  table 9.80  "Readings are exchanged "  w=150.00  #1b1b1d  Linux Libertine O  /Document/Table[1]/TBody[1]/TR[1]/TD[1]/P[1]
run     68.03  193.00  table 9.80  "every hour of the day"  w=140.00  #1b1b1d  Linux Libertine O  /Document/Table[1]/TBody[1]/TR[1]/TD[1]/P[1]
run    300.00  180.00  table 9.80  "A cell beside it that "  w=150.00  #1b1b1d  Linux Libertine O  /Document/Table[1]/TBody[1]/TR[1]/TD[2]/P[1]
run    300.00  193.00  table 9.80  "says nothing new whatever"  w=150.00  #1b1b1d  Linux Libertine O  /Document/Table[1]/TBody[1]/TR[1]/TD[2]/P[1]
run     68.03  793.70  running 8.40  "WS-4"  w=51.71  #66625d  Linux Biolinum O  artifact footer
link    68.03  618.96  34.95 x 12.08  -> page 1 y=281.54  "Flow"  /Document/TOC[1]/TOCI[1]/Reference[1]/Link[1]
outline  1  "Talks on shared waters"  -> page 1 y=60.00
"""


def run(x, y, text, tag="/Document/P[9]", width=100, style="point"):
    return f'run  {x}  {y}  {style} 10.60  "{text}"  w={width}  #1b1b1d  Linux Libertine O  {tag}\n'


def faults(text):
    return Judge(dump.read(text), FRAME, TEXTS, ["WS-4"]).judge()


class JudgeFinds(unittest.TestCase):
    def spoil(self, old, new):
        self.assertIn(old, GOOD)
        return faults(GOOD.replace(old, new, 1))

    def line(self, words):
        return next(line + "\n" for line in GOOD.splitlines() if words in line)

    def second_page(self):
        return 'page 2  595.28 x 841.89  label "2"\n'

    def expect(self, found, *whats):
        self.assertEqual(len(found), len(whats), found)
        for fault, what in zip(found, whats):
            self.assertIn(what, fault)

    def test_nothing_in_what_is_right(self):
        self.assertEqual(faults(GOOD), [])

    def test_a_widow(self):
        moved = GOOD.replace(self.line("the gauge, and"), "")
        moved = moved.replace(self.line("sides met at"), self.line("sides met at") +
                              self.line("the gauge, and").replace(" 96.00", " 709.00"))
        self.expect(faults(moved), "a widow: “of the win")

    def test_an_orphan(self):
        moved = GOOD.replace(self.line("sides met at"), "")
        moved = moved.replace(self.second_page(), self.second_page() + self.line("sides met at").replace("694.50", "90.00"))
        self.expect(faults(moved), "an orphan: “ALPHALAND")

    def test_a_stranded_heading(self):
        heading = run(68.03, 740, "Costs", "/Document/Sect[2]/H2[1]", style="heading")
        self.expect(faults(GOOD.replace(self.second_page(), heading + self.second_page())), "a stranded heading: “Costs”")

    def test_a_stranded_head_of_a_table(self):
        head = run(68.03, 740, "Gauge", "/Document/Table[2]/THead[1]/TR[1]/TH[1]/P[1]") + \
            run(268.03, 740, "Cost", "/Document/Table[2]/THead[1]/TR[1]/TH[2]/P[1]")
        self.expect(faults(GOOD.replace(self.second_page(), head + self.second_page())), "a stranded heading")

    def test_a_heading_over_a_picture_is_not_stranded(self):
        picture = 'image  68.03  742.00  51.02 x 20.02  "images/emblem.png"  /Document/Figure[1]\n'
        heading = run(68.03, 735, "Costs", "/Document/Sect[2]/H2[1]", style="heading")
        self.expect(faults(GOOD.replace(self.second_page(), heading + picture + self.second_page())))

    def test_a_row_cut_in_two(self):
        first = self.line("Readings are") + self.line("A cell beside")
        moved = GOOD.replace(self.line("Readings are"), "").replace(self.line("A cell beside"), "")
        moved = moved.replace(self.second_page(), first.replace("180.00", "740.00") + self.second_page())
        self.expect(faults(moved), "a row cut in two: “Readings are")

    def test_an_overfull_line(self):
        self.expect(self.spoil('sides met at "  w=332.00', 'sides met at "  w=470.00'), "beside the frame: “sides met")

    def test_a_cell_over_the_next(self):
        self.expect(self.spoil('Readings are exchanged "  w=150.00', 'Readings are exchanged "  w=240.00'),
                    "two texts overprint")

    def test_text_outside_its_frame(self):
        self.expect(self.spoil("68.03  694.50", "55.00  694.50"), "beside the frame")
        self.expect(self.spoil("68.03  193.00", "68.03  770.00"), "above or below the frame: “every hour")
        self.expect(self.spoil("68.03   96.00", "68.03   86.00"), "above or below the frame: “the gauge")
        self.expect(self.spoil('68.03  793.70  running 8.40  "WS-4"  w=51.71', '568.03  793.70  running 8.40  "WS-4"  w=51.71'),
                    "off the page: “WS-4”")

    def test_a_picture_outside_the_frame(self):
        picture = 'image  500.00  742.00  51.02 x 20.02  "images/emblem.png"  /Document/Figure[1]\n'
        self.expect(faults(GOOD.replace(self.second_page(), picture + self.second_page())), "a picture outside the frame")

    def test_a_text_that_is_missing(self):
        self.expect(faults(GOOD.replace(self.line("says nothing new"), "")), "cell: stands 0 times, not 1: “A cell beside")
        self.expect(self.spoil("Readings are", "Reading are"), "cell: stands 0 times, not 1: “Readings")
        self.expect(self.spoil("ALPHALAND: ", ""), "side.name: stands 0 times, not 1")

    def test_a_text_printed_twice(self):
        again = run(68.03, 400, "Readings are exchanged every hour of the day", width=250) + run(68.03, 420, "Alphaland")
        self.expect(faults(GOOD + again), "cell: stands 2 times, not 1: “Readings")

    def test_letters_in_another_order(self):
        self.expect(self.spoil("every hour of the day", "every day of the hour"), "stands 0 times")

    def test_contents_that_lead_astray(self):
        self.expect(self.spoil('contents 10.60  "2"', 'contents 10.60  "1"'), "a line of the contents leads astray")
        self.expect(self.spoil('"Flow forecasts "', '"Flow forecast of "'), "a line of the contents leads astray")

    def test_running_matter_that_is_missing(self):
        self.expect(faults(GOOD.replace('"WS-4"', '"WS-5"', 1)), "page 1: not in the running matter: “WS-4”")

    def test_a_line_of_a_dump_that_is_not_known(self):
        with self.assertRaises(ValueError):
            dump.read(GOOD + "word  1 2 3\n")


if __name__ == "__main__":
    unittest.main()
