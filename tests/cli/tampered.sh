#!/usr/bin/env bash
# The specimen has links to other pages and to the web, JPEGs, bookmarks, terms, tables and two languages. Whatever is
# changed in its PDF with other programs' help is found, located, and told once.
. "$(dirname "$0")/tools.sh"

gives 0 build -q "$root/input/specimen.toml" -o specimen.pdf
gives 0 build -q "$root/input/minimal.toml" -o other.pdf
# As qpdf unpacks it, contents of the pages spelled in another way, it still says what it said.
qpdf --qdf --object-streams=disable specimen.pdf plain.pdf
gives 0 verify plain.pdf
ok grep -q "^plain.pdf: same content, other bytes" out
qpdf --linearize specimen.pdf linear.pdf
gives 0 verify linear.pdf
ok grep -q "^linear.pdf: same content, other bytes" out

# One change of the unpacked file, and one difference: NAME PATTERN REPLACEMENT WORDS...
once() {
  local name=$1 pattern=$2 replacement=$3
  shift 3
  python3 - "$name.qdf" "$pattern" "$replacement" <<'PYTHON' || fail "the change $name could not be made"
import re, sys
name, pattern, replacement = sys.argv[1:]
text = open("plain.pdf", "rb").read()
changed, count = re.subn(pattern.encode(), replacement.encode(), text, count=1, flags=re.S)
assert count == 1 and changed != text
open(name, "wb").write(changed)
PYTHON
  fix-qdf "$name.qdf" >"$name.pdf" 2>/dev/null
  found "$name" "$@"
  same 2 "$(wc -l <out)" "lines about $name"
}
once address '/URI \(https://' '/URI (https://evil.' 'page ' '/A/URI: "https://evil.'
once description '/Contents \(([A-Z])' '/Contents (Q\1' 'Annots[' '/Contents: "Q'
once area '(/Rect \[\s+)(\d)' '\g<1>9\2' 'page ' '/Rect[0]: "9'
once action '/Subtype /Link' '/Subtype /Link /AA << >>' 'page ' '/AA: "a dictionary' 'where the source gives "nothing"'
once bookmark '(/XYZ[^]]*\](?:\s+/(?:Count|First|Last|Next|Parent|Prev)[^\n]*)*\s+/Title )\(' '\1(Q' '/Root/Outlines/' 'Title: "Q'
once target '(/Title (?:(?!endobj).)*?/XYZ\s+|/XYZ\s+)([\d.]+)' '\g<1>7\2' 'Dest[2]: "7'
once heading '/S /H2' '/S /H3' '/Document/Sect' '"/H3" where the source gives "/H2"'
once scope '/Scope /Column' '/Scope /Row' '/TH[1], Scope: "/Row" where the source gives "/Column"'
once numbering '/ListNumbering /Decimal' '/ListNumbering /Disc' 'ListNumbering: "/Disc"'
once alternative '/Alt \((.)' '/Alt (Z\1' 'Figure' 'Alt: "Z'
once term '/E \((.)' '/E (Z\1' '/Span, E: "Z'
once language '/Lang \(ar\)' '/Lang (fa)' '/Document/' 'Lang: "fa" where the source gives "ar"'
once box '(/BBox \[\s+)(\d)' '\g<1>9\2' '/Document/Figure' 'BBox[0]: "9'
once xmp '(<dc:title>.*?<rdf:li[^>]*>)' '\1Z' '/Root/Metadata' '>ZWorking' '>Working'
once padding '(<\?xpacket end)' '   \n\1' '/Root/Metadata'
once day '(/ModDate \(D:2)' '\g<1>1' '/Info/ModDate: "D:21'
once script '/Type /Catalog' '/OpenAction << /S /JavaScript /JS (1) >> /Type /Catalog' \
  '/Root/OpenAction: "a dictionary of 2 keys" where the source gives "nothing"'
once shown '/DisplayDocTitle true' '/DisplayDocTitle false' 'DisplayDocTitle: "false"'
once relation '/AFRelationship /Source' '/AFRelationship /Data' 'AFRelationship: "/Data" where the source gives "/Source"'
once size '(/MediaBox \[\s+0\s+0\s+)5' '\g<1>6' 'page 1, /Root/Pages/1/MediaBox[2]: "6'
# Drawn over, or in white: nothing that is read changes, and what comes after it on the page is not told.
once cover '(EMC\n)' '\1/Artifact BMC\n1 1 1 rg 0 0 600 800 re f\nEMC\n' \
  'page 1, /Root/Pages/1/Contents: "/Artifact BMC" where the source gives "nothing"'
once hidden '(MCID 3>>BDC\n)' '\g<1>3 Tr\n' 'page 1, /Document/' '"3 Tr'

# Whole pages and files.
qpdf specimen.pdf --pages specimen.pdf 1-2 other.pdf 1 specimen.pdf 3-z -- longer.pdf
found longer '/Root/Pages: "' 'page 3, '
qpdf specimen.pdf --pages specimen.pdf 1-3 -- shorter.pdf
found shorter '/Root/Pages: "3 pages" where the source gives "'
qpdf specimen.pdf --pages specimen.pdf 2,1,3-z -- swapped.pdf
found swapped 'page 1, '
qpdf --rotate=+90:2 specimen.pdf turned.pdf
found turned 'page 2, /Root/Pages/2/Rotate: "90" where the source gives "nothing"'
printf 'x' >more.txt
qpdf specimen.pdf --add-attachment more.txt --key=more -- attached.pdf
found attached 'the file more.txt inside was put in later'
qpdf specimen.pdf --remove-attachment=images/weir.jpg removed.pdf
found removed 'the file images/weir.jpg inside is gone'
qpdf specimen.pdf --remove-attachment=manifest.toml unsigned.pdf
gives 1 verify unsigned.pdf
ok grep -q 'archive.no-source' err

# What is written after the end of the file: nothing that counts, and another Info.
(cat specimen.pdf && printf '%% nothing\n') >comment.pdf
gives 0 verify comment.pdf
ok grep -q '10 bytes stand after its end' out
python3 - <<'PYTHON' || fail "the update could not be made"
import re
text = open("specimen.pdf", "rb").read()
before = int(re.findall(rb"startxref\n(\d+)", text)[-1])
table = text[before:text.index(b"stream", before)]
root, size = int(re.search(rb"/Root (\d+) 0 R", table)[1]), int(re.search(rb"/Size (\d+)", table)[1])
info = b"%d 0 obj\n<< /Title (Another session) >>\nendobj\n" % size
tail = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
open("updated.pdf", "wb").write(text + info + tail % (size, len(text), size + 1, root, size, before, len(text) + len(info)))
PYTHON
found updated '/Info/Title: "Another session" where the source gives "'
finish
