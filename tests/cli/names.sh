# Whatever files are called, all of them are inside the PDF under names of their own: it verifies, and they come back.
. "$(dirname "$0")/tools.sh"

whole() { # NAME FILE...: NAME.pdf verifies, and these come out of it as they are here; OLD=NEW: under another name
  local name=$1 file
  shift
  gives 0 verify "$name.pdf"
  same "$name.pdf: identical" "$(cat out)"
  rm -rf "$name.files"
  gives 0 extract "$name.pdf" -C "$name.files"
  for file in "$@"; do ok cmp -s "${file%%=*}" "$name.files/${file##*=}"; done
  same '' "$(pdfdetach -list "$name.pdf" 2>&1 | sed -n 's/^[0-9]*: //p' | sort | uniq -d)" "$name: a name twice"
}
refused() { # FILE WORDS
  gives 1 build -q "$1" -o refused.pdf
  ok grep -qF "$2" err
  ok grep -q 'attachment.name-taken' err
  no test -e refused.pdf
}
annex() { printf '[[annex]]\ntitle = "A file"\nfile = "%s"\n' "$@"; }

brief manifest.toml Talks
gives 0 build -q manifest.toml -o own.pdf
whole own manifest.toml=brief.toml

# Beside the brief lie files with the names that the PDF uses itself.
mkdir -p in/templates
cp manifest.toml in/
brief in/brief.toml Other
printf 'x' >in/templates/brief.toml
brief in/talks.toml Talks "$(annex manifest.toml)"
refused in/talks.toml 'in/talks.toml:7:8:'
brief in/talks.toml Talks "$(annex templates/brief.toml)"
refused in/talks.toml 'in/talks.toml:7:8:'
brief in/talks.toml Talks "$(annex ./manifest.toml)"
refused in/talks.toml 'in/talks.toml:7:8:'
brief in/talks.toml Talks "$(annex brief.toml)"
gives 0 build -q in/talks.toml -o beside.pdf
whole beside in/talks.toml=talks.toml in/brief.toml=brief.toml
(cd in && "$program" build -q - -o ../piped.pdf <talks.toml) 2>err || fail "$(cat err)"
whole piped in/talks.toml=brief-2.toml in/brief.toml=brief.toml
cp in/talks.toml in/no-ending
gives 0 build -q in/no-ending -o ending.pdf
whole ending in/no-ending=brief-2.toml in/brief.toml=brief.toml

# The same file attached twice, as a picture, too; the brief attached to itself.
cp "$root/input/images/seal.png" in/
brief in/twice.toml Talks "seal = { file = \"seal.png\", decorative = true }
$(annex seal.png seal.png twice.toml)"
gives 0 build -q in/twice.toml -o twice.pdf
whole twice in/seal.png=seal.png in/twice.toml=twice.toml

# Names that cannot stand in a PDF or below a folder.
for name in '~x' 'a\b' 'x:y' $'b\xff' $'two\nlines' $'turned\u202e' "it's" 'a"b' 'ق'; do
  cp manifest.toml "$name.toml"
  gives 0 build -q "$name.toml" -o strange.pdf
  whole strange
  ok grep -rqxF 'title = "Talks"' strange.files
done
# Templates, too; and one that is called as the shipped one that its base extends.
mkdir -p office/sub
printf 'format = 1\nextends = "house"\n' >office/sub/base.toml
for name in house '~ours' $'our\xffs' ours; do
  printf 'format = 1\nextends = "sub/base.toml"\n[[section]]\nfrom = "title"\n[[section]]\nfrom = "summary"\n' >"office/$name.toml"
  gives 0 build -q manifest.toml --template "office/$name.toml" -o designed.pdf
  whole designed office/sub/base.toml=templates/sub/base.toml "$root/templates/house.toml=templates/house.toml"
done

# Without the source, nothing is attached that no page tells of.
printf 'a,b\n' >in/list.csv
brief in/an.toml Talks "$(annex list.csv)"
gives 0 build --no-source --template readout in/an.toml -o left.pdf
ok grep -q attachment.left-out err
same 'left.pdf has no embedded files' "$(qpdf --list-attachments left.pdf)"
gives 0 build --no-source in/an.toml -o kept.pdf
same 'list.csv' "$(qpdf --list-attachments kept.pdf | sed 's/ -> .*//')"
gives 0 build --template readout in/an.toml -o with.pdf
ok grep -q 'archive.unprinted' err
ok grep -q 'in it what other warnings say is not printed' err
ok grep -q 'does not print the annexes' err
whole with in/list.csv=list.csv

# The base of the templates is shown for what it is, and not offered.
gives 0 templates
same 'a base for others to extend: it sets no brief by itself' "$(grep -A1 '^house ' out | tail -1 | sed 's/^ *//')"
same 1 "$(grep -c 'a base for others' out)"
gives 2 build in/an.toml --template nothing
ok grep -q 'there are brief, minutes, readout$' err
finish
