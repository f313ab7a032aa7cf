# A typeface of one's own: files dropped into fonts/ and a few lines in fonts.toml, then a template names it.
. "$(dirname "$0")/tools.sh"

mkdir data
cp -r "$root/templates" data/
mkdir data/fonts
cp "$root/fonts/fonts.toml" data/fonts/
garamond=/usr/share/fonts/opentype/ebgaramond
cat >>data/fonts/fonts.toml <<'TOML'
[[family]]
name = "EB Garamond"
role = "text"
licence = "OFL-1.1"
TOML
for style in Regular:regular Italic:italic Bold:bold; do
  cp "$garamond/EBGaramond12-${style%:*}.otf" data/fonts/ || fail "install the Debian package fonts-ebgaramond"
  printf '[[family.face]]\nfile = "EBGaramond12-%s.otf"\nstyle = "%s"\n' "${style%:*}" "${style#*:}" >>data/fonts/fonts.toml
done
ok "$root/scripts/fonts" data/fonts

brief talks.toml "Talks in Doha"
printf 'format = 1\nextends = "brief"\n[style.base]\nfont = "EB Garamond"\n' >mine.toml
gives 0 build talks.toml --data data --template ./mine.toml -o mine.pdf
pdffonts mine.pdf >fonts.txt
ok grep -q 'EBGaramond12-Regular .*yes yes yes' fonts.txt
no grep -q 'LinLibertineO ' fonts.txt

# A style that the typeface lacks is the template's fault, and is never faked.
printf 'format = 1\nextends = "brief"\n[style.base]\nfont = "EB Garamond"\nbold = true\nitalic = true\n' >bad.toml
gives 1 build talks.toml --data data --template ./bad.toml -o bad.pdf
ok grep -q 'EB Garamond' err
no test -e bad.pdf

# Without its lines the typeface is not found, even though the file is there and the system has it.
cp "$root/fonts/fonts.toml" data/fonts/
gives 1 build talks.toml --data data --template ./mine.toml -o none.pdf
ok grep -q 'EB Garamond' err

# A font file that is gone: a fault of the system, with the way to mend it.
rm data/fonts/LinLibertine_R.otf
gives 3 build talks.toml --data data -o gone.pdf
ok grep -q 'font.missing-file' err
ok grep -q 'scripts/fonts' err
ok test "$(grep -c 'LinLibertine_R.otf' err)" = 1
# Of many briefs, too, it is told once, and which of them were not set for it.
cp talks.toml again.toml
gives 3 build talks.toml again.toml --data data -o many/
ok test "$(grep -c 'LinLibertine_R.otf' err)" = 1
ok grep -q 'not set, for what was told before: again.toml' err
printf 'no font' >data/fonts/LinLibertine_R.otf
gives 3 build talks.toml --data data -o gone.pdf
ok grep -q 'is no OpenType or TrueType font' err
no test -e gone.pdf
finish
