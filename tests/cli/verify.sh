#!/usr/bin/env bash
# verify and extract: what a PDF was made from comes back byte for byte, and a change of one glyph, word, date or byte
# is found and named. The changes are made with qpdf, never by the program itself.
. "$(dirname "$0")/tools.sh"

mkdir -p talks/pictures
cp "$root/input/images/seal.png" talks/pictures/
cat >talks/talks.toml <<'TOML'
readout = 1
# a comment that no page prints
[document]
title = "Talks on the river"
lang = ["en-GB", "ar"]
issued = 2026-03-17
seal = { file = "pictures/seal.png", alt = "A seal" }
summary = "Both sides agreed on the seven gauges."
[[side]]
id = "alpha"
name = { en = "Alphaland", ar = "ألفالاند" }
[[discussion]]
heading = "Forecasts"
text = "The forecasts of the winter were compared."
[[annex]]
title = "Readings"
file = "readings.csv"
TOML
printf 'gauge,level\n1,2.50\n' >talks/readings.csv
gives 0 build -q talks/talks.toml -o talks.pdf

# Change one thing: verdict_after NAME PYTHON EXPECTED-WORDS... edits the unpacked file `text`, a bytes object.
qpdf --qdf --object-streams=disable talks.pdf plain.qdf
changed() { # NAME PYTHON
  python3 - "$1.qdf" <<PYTHON || fail "the change $1 could not be made"
import re, sys
text = open("plain.qdf", "rb").read()
before = text
$2
assert text != before
open(sys.argv[1], "wb").write(text)
PYTHON
  fix-qdf "$1.qdf" >"$1.pdf" 2>/dev/null
}

gives 0 verify talks.pdf
same "talks.pdf: identical" "$(cat out)"
qpdf --object-streams=disable --compress-streams=n talks.pdf packed.pdf
gives 0 verify packed.pdf
ok grep -q "^packed.pdf: same content, other bytes" out

# The same as data: an answer for each file, whatever it is, and faults on the other stream.
printf 'no PDF' >none.pdf
gives 1 verify talks.pdf packed.pdf none.pdf --format json
ok python3 - out err <<'PY'
import json, sys
answers, faults = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
assert [a["file"] for a in answers] == ["talks.pdf", "packed.pdf", "none.pdf"], answers
assert [a["verdict"] for a in answers] == ["identical", "same content, other bytes", "unknown"], answers
assert all(a["damaged"] == a["differences"] == [] for a in answers), answers
assert len(faults) == 1 and faults[0]["code"] == "archive.not-pdf", faults
PY

code_of='"".join("%04x" % ord(c) for c in'
changed glyph "a = ($code_of 'winter')).encode(); assert a in text; text = text.replace(a, ($code_of 'wintes')).encode(), 1)"
found glyph 'page 1' '/Document/' 'wintes' 'winter'
changed word "a = b'feff' + ($code_of 'ألفالاند')).encode(); assert a in text; text = text.replace(a, b'feff' + ($code_of 'ألفالانك')).encode(), 1)"
found word 'ActualText' 'ألفالانك' 'ألفالاند'
changed alt "text = text.replace(b'/Alt (A seal)', b'/Alt (A seat)', 1)"
found alt 'Figure' 'A seat' 'A seal'
changed date "text = text.replace(b'/CreationDate (D:20260317)', b'/CreationDate (D:20260318)', 1)"
found date 'CreationDate' '20260318'
changed byte "text = text.replace(b'seven gauges.\"', b'seven gaugez.\"', 1)"
found byte 'talks.toml'
changed comment "text = text.replace(b'# a comment that no', b'# a comment that yo', 1)"
found comment 'talks.toml'
changed template "text = text.replace(b'margin = ', b'margin =  ', 1)"
found template 'templates/'
changed annex "text = text.replace(b'1,2.50', b'1,2.51', 1)"
found annex 'readings.csv'

# Other versions and fonts: the same content, with the reason. Their record in the manifest is changed, and its sum with it.
recorded() { # NAME OLD NEW [FROM]: the file as a program with that record would have written it
  python3 - "$@" <<'PYTHON' || fail "the record $1 could not be changed"
import hashlib, re, sys
name, old, new = sys.argv[1:4]
text = open((sys.argv[4] if len(sys.argv) > 4 else "plain") + ".qdf", "rb").read()
sums = {m.group(1) for m in re.finditer(rb"/CheckSum <([0-9a-f]{32})>", text)}
begin = text.index(b"# What made this PDF")
end = text.index(b"endstream", begin)
was = next(text[begin:e] for e in (end, end - 1) if hashlib.md5(text[begin:e]).hexdigest().encode() in sums)
became = re.sub(old.encode(), new.encode(), was, count=1)
assert became != was
sum_of = lambda part: b"/CheckSum <" + hashlib.md5(part).hexdigest().encode() + b">"
text = text.replace(sum_of(was), sum_of(became)).replace(b"/Size %d\n" % len(was), b"/Size %d\n" % len(became))
open(name + ".qdf", "wb").write(text.replace(was, became, 1))
PYTHON
  fix-qdf "$1.qdf" >"$1.pdf" 2>/dev/null
}
excused() { # NAME WORDS: exit code 0, and the reason
  gives 0 verify "$1.pdf"
  ok grep -q "^$1.pdf: same content, other bytes" out
  checks=$((checks + 1))
  grep -qF -e "$2" out || fail "$1: \"$2\" is not in: $(cat out)"
}
for library in HarfBuzz FriBidi libharu libdeflate; do
  recorded "other$library" "$library = \"[^\"]*\"" "$library = \"0.9.1\""
  excused "other$library" "$library 0.9.1 there, "
done
recorded gone 'libdeflate = ' 'zopfli = '
excused gone 'zopfli '
recorded font '(name = "LinLibertine_R.otf"\nsha256 = ")[0-9a-f]{12}' '\g<1>0123456789ab'
excused font 'the font LinLibertine_R.otf has the sum 0123456789ab there, '
# Drawn elsewhere, as another version might: explained by it, and by nothing else.
changed moved "text, n = re.subn(rb'\n1 0 0 1 ([0-9.]+) ', rb'\n1 0 0 1 9\\1 ', text, count=1) if re.search(rb'\n1 0 0 1 [0-9.]+ ', text) else re.subn(rb'\n([0-9.]+) ([0-9.]+) Td', rb'\n9\\1 \\2 Td', text, count=1)"
found moved 'page 1'
recorded movedby 'HarfBuzz = "[^"]*"' 'HarfBuzz = "0.9.1"' moved
excused movedby 'HarfBuzz 0.9.1 there, '
# A record of other versions excuses no word, tag, date or file.
for change in glyph word alt date byte annex; do
  recorded "forged$change" 'HarfBuzz = "[^"]*"' 'HarfBuzz = "0.9.1"' "$change"
  found "forged$change"
done

# Many files in one run: the largest exit code counts, and every file has its answer.
gives 5 verify talks.pdf glyph.pdf packed.pdf
same 3 "$(grep -c '^[a-z]*.pdf: ' out)" "answers"
gives 5 verify -q talks.pdf glyph.pdf
no grep -q '^talks.pdf' out

# The files come back byte for byte, and nothing that is there is lost.
gives 0 extract talks.pdf -C back
for file in talks.toml pictures/seal.png readings.csv; do ok cmp "talks/$file" "back/$file"; done
ok cmp "$root/templates/house.toml" back/templates/house.toml
gives 0 build -q back/talks.toml --template back/templates/brief.toml -o again.pdf
ok cmp back/templates/brief.toml "$root/templates/brief.toml"
gives 0 extract talks.pdf -C back
echo mine >back/readings.csv
gives 3 extract talks.pdf -C back
same mine "$(cat back/readings.csv)"

# Files that want to be written elsewhere are refused, and nothing is written.
mkdir inner
printf 'x' >evil.txt
qpdf talks.pdf --add-attachment evil.txt --key=evil --filename=../evil2.txt -- evil.pdf
gives 1 extract evil.pdf -C inner
no test -e evil2.txt
same "" "$(ls inner)" "nothing is written"
found evil '../evil2.txt'
gives 0 extract talks.pdf -C fresh
mkdir trap elsewhere && ln -s "$work/elsewhere" trap/pictures
gives 3 extract talks.pdf -C trap
same "" "$(ls elsewhere)" "nothing is written through a link"

# Whatever is no such PDF is answered.
gives 0 build -q talks/talks.toml --no-source -o bare.pdf
no grep -qa 'talks.toml' bare.pdf
gives 1 verify bare.pdf
ok grep -q 'archive.no-source' err
printf 'no pdf' >text.pdf
gives 1 verify text.pdf
ok grep -q 'archive.not-pdf' err
head -c 3000 talks.pdf >cut.pdf
gives 1 verify cut.pdf
qpdf --encrypt "" owner 256 -- talks.pdf locked.pdf
gives 1 verify locked.pdf
ok grep -q 'archive.encrypted' err
gives 3 verify missing.pdf
for seed in 1 2 3 4 5 6 7 8 9 10 11 12; do
  python3 - "$seed" <<'PYTHON'
import random, sys
random.seed(int(sys.argv[1]))
data = bytearray(open("talks.pdf", "rb").read())
for _ in range(40):
    data[random.randrange(len(data))] = random.randrange(256)
open("noise.pdf", "wb").write(data)
PYTHON
  checks=$((checks + 1))
  code=0
  "$program" verify noise.pdf >out 2>err </dev/null || code=$?
  case $code in 0 | 1 | 5) ;; *) fail "noise $seed: exit code $code: $(head -c 300 err)" ;; esac
done
finish
