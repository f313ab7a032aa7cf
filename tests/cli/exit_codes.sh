# Exit codes: 0 done, 1 input, 2 usage, 3 system; of several the largest.
. "$(dirname "$0")/tools.sh"
brief good.toml Good
brief warned.toml Warned 'x_key = 1'
brief bad.toml Bad 'seal = { file = "none.png", decorative = true }'

gives 0 build good.toml
gives 0 build warned.toml
gives 1 build warned.toml --strict -o strict.pdf
no test -e strict.pdf
gives 1 build bad.toml
no test -e bad.pdf
ok grep -q 'bad.toml:5:17: error: cannot read "none.png"' err
gives 1 build good.toml bad.toml -o one/
gives 3 build good.toml bad.toml nowhere.toml -o two/
gives 3 build nowhere.toml
gives 2 build
gives 2
gives 2 bild good.toml
ok grep -q 'did you mean "build"' err
gives 2 good.toml
ok grep -q 'readout build good.toml' err
gives 2 build --colour good.toml
gives 2 build good.toml -j 0
gives 2 build good.toml --format yaml
gives 2 build good.toml --template minuets
ok grep -q 'did you mean "minutes"' err
gives 2 build good.toml --lang fr
gives 2 build good.toml --edition bilingual
ok grep -q 'needs two languages, and the brief is in en' err
gives 2 build good.toml --edition both
gives 0 build "$root/input/doha-bilingual.toml" --edition single -o one.pdf
gives 0 build "$root/input/doha-bilingual.toml" -o both.pdf
gives 0 build "$root/input/doha-bilingual.toml" --edition bilingual --lang ar -o turned.pdf
gives 2 build good.toml --data "$work"
gives 2 dump good.toml --stage glyphs
gives 2 dump good.toml
gives 0 check good.toml
gives 1 check bad.toml
gives 0 --version
same "readout $(sed -nE 's/^project\(readout VERSION ([0-9.]+).*/\1/p' "$root/CMakeLists.txt")" "$(cat out)" version
gives 0 --help
for word in new build check dump fonts templates --version; do ok grep -q -- "$word" out; done
same Examples: "$(grep -m1 -oE 'Examples:|Usage:|OPTIONS|Options:' out)" "examples come first"
gives 0 build --help
for word in --output --jobs --template --lang --edition --strict --timing --format; do ok grep -q -- "$word" out; done
gives 0 templates
for word in brief minutes readout house; do ok grep -q "^$word " out; done
gives 0 fonts
ok grep -q 'Linux Libertine O' out
no grep -q 'differs from the list' out
gives 0 fonts 'Zürich قطر 漢'
ok grep -q 'lacks U+6F22 漢' out
ok grep -q 'lacks U+0642 ق' out
finish
