# No PDF, and nothing that goes beside one, is written over what it is made from, by whatever name; nor over a file that
# only happens to lie there.
. "$(dirname "$0")/tools.sh"

refused() { # FILE ARGUMENT...: wrong usage, and FILE is as it was
  local file=$1
  shift
  cp "$file" before
  gives 2 build "$@"
  ok grep -q 'usage.overwrites-input' err
  ok cmp -s before "$file"
}

mkdir pictures
cp "$root/input/images/seal.png" pictures/seal.png
printf 'a,b\n' >list.csv
brief pic.toml Talks 'seal = { file = "pictures/seal.png", decorative = true }
[[annex]]
title = "A list"
file = "list.csv"'
printf 'format = 1\nextends = "base.toml"\n' >ours.toml
printf 'format = 1\nextends = "brief"\n' >base.toml

refused pictures/seal.png pic.toml -o pictures/seal.png
ok grep -q 'pic.toml' err # the line that names the picture
refused list.csv pic.toml -o "$work/list.csv"
refused ours.toml pic.toml --template ./ours.toml -o ours.toml
refused base.toml pic.toml --template ./ours.toml -o base.toml
ln -s pic.toml link.pdf
refused pic.toml pic.toml -o link.pdf
ln pic.toml twin.pdf
refused pic.toml pic.toml -o twin.pdf
ln -s pictures/seal.png seal.pdf
refused pictures/seal.png pic.toml -o seal.pdf
cp pic.toml before
"$program" build - -o pic.toml <pic.toml >out 2>err
same 2 "$?" "standard input over itself"
ok cmp -s before pic.toml
gives 0 build pic.toml --template ./ours.toml -o new.pdf
gives 0 build pic.toml --template ./ours.toml -o new.pdf

mkdir -p data/fonts
cp -r "$root/templates" data/
cp -L "$root"/fonts/* data/fonts/
refused data/fonts/fonts.toml pic.toml --data data -o data/fonts/fonts.toml
refused data/fonts/LinLibertine_R.otf pic.toml --data data -o data/fonts/LinLibertine_R.otf
refused data/templates/house.toml pic.toml --data data -o data/templates/house.toml

# Several names of one PDF: what came first would be lost.
brief one.toml One
brief two.toml Two
mkdir several
ln -s one.pdf several/two.pdf
gives 0 build one.toml -o several/
gives 2 build one.toml two.toml -o several/
ok grep -q usage.same-output err

# What goes beside a PDF/A-2 is named, and replaced only when it is what a build put there.
brief h.toml Talks '[archive]
profile = "a-2a+ua-1"'
gives 0 build h.toml
same 'wrote h.pdf, h.pdf.toml and h.pdf.toml.sha256' "$(cat err)"
ok sha256sum --status -c h.pdf.toml.sha256
printf '# more\n' >>h.toml
gives 0 build h.toml
ok cmp -s h.toml h.pdf.toml
ok sha256sum --status -c h.pdf.toml.sha256
cp h.pdf old.pdf
printf '# my note\n' >>h.pdf.toml
cp h.pdf.toml mine
printf '# and more\n' >>h.toml
gives 3 build h.toml
ok grep -q 'h.pdf.toml is there already.*file.exists' err
ok cmp -s mine h.pdf.toml
ok cmp -s old.pdf h.pdf
mkfifo h4.pdf.toml.sha256
printf 'mine' >h4.pdf.toml
gives 3 build h.toml -o h4.pdf # does not wait for the pipe
same mine "$(cat h4.pdf.toml)"
cp h.toml h2.pdf.toml
refused h2.pdf.toml h2.pdf.toml -o h2.pdf
ln -s h.toml h3.pdf.toml
refused h.toml h.toml -o h3.pdf

# To standard output there is no place for the source, and that is said.
gives 0 build h.toml -o -
ok is_pdf out
ok grep -q archive.source-lost err
gives 0 build h.toml --no-source -o -
same '' "$(cat err)"
gives 1 build h.toml --strict -o -
same '' "$(head -c 5 out)" "nothing is written"

# A variable that is not set is no path.
for option in -o --template --data; do
  gives 2 build one.toml $option ''
  ok grep -q 'an empty path' err
done
gives 2 build ''
gives 2 check ''
gives 2 new ''
gives 2 verify ''
gives 2 extract new.pdf -C ''

# What is said to be typed next can be typed as it stands.
for name in 'x y.toml' "it's.toml" '-dash.toml' '$HOME.toml'; do
  gives 0 new -- "$name"
  command=$(sed 's/.*; to set it: readout //' err)
  checks=$((checks + 1))
  eval "\"\$program\" $command" >out 2>err || fail "typed as told: $command: $(cat err)"
done
finish
