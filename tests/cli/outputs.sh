# Where PDFs go: beside, into folders, through pipes; and what is never lost.
. "$(dirname "$0")/tools.sh"
mkdir -p in
brief in/talks.toml Talks

gives 0 build in/talks.toml
ok is_pdf talks.pdf
same '' "$(cat out)" "standard output stays empty"
gives 0 build in/talks.toml -o new/deep/
ok is_pdf new/deep/talks.pdf
gives 0 build in/talks.toml -o other/named.pdf
ok is_pdf other/named.pdf
gives 0 build in/talks.toml -o -
ok cmp -s out talks.pdf
"$program" build - <in/talks.toml >piped.pdf 2>err || fail "standard input"
ok is_pdf piped.pdf
"$program" build - -o named.pdf <in/talks.toml >out 2>err || fail "standard input to a file"
ok is_pdf named.pdf
same '' "$(cat out)"
ln -s "$work/named.pdf" link.pdf
gives 0 build in/talks.toml -o link.pdf
ok test -L link.pdf
gives 0 build in/talks.toml -o /dev/null

# An existing PDF is replaced whole or left alone.
printf 'the old one' >kept.pdf
brief bad.toml Bad 'seal = { file = "none.png", decorative = true }'
gives 1 build bad.toml -o kept.pdf
same 'the old one' "$(cat kept.pdf)"
gives 0 check in/talks.toml
same 'the old one' "$(cat kept.pdf)"
mkdir folder.pdf
gives 0 build in/talks.toml -o folder.pdf
ok is_pdf folder.pdf/talks.pdf
mkdir -p taken/talks.pdf
gives 3 build in/talks.toml -o taken/
gives 3 build in/talks.toml -o kept.pdf/x.pdf
same 'the old one' "$(cat kept.pdf)"
if [ "$(id -u)" != 0 ]; then
  mkdir locked
  chmod a-w locked
  gives 3 build in/talks.toml -o locked/
  ok grep -q 'no permission' err
fi
gives 3 build in/talks.toml -o /proc/readout/
if [ -w /dev/full ]; then
  "$program" build in/talks.toml -o - >/dev/full 2>err
  same 3 "$?" "a full disk behind standard output"
fi
{ "$program" dump --stage brief "$root/input/specimen.toml" 2>err; echo "$?" >code; } | head -c 1 >out
ok grep -qE '^(0|3)$' code

gives 2 build in/talks.toml ./in/talks.toml
gives 2 build in/talks.toml -o in/talks.toml
ok grep -q '^readout = 1' in/talks.toml
same '' "$(find . -name '*.pdf.*')" "temporary files that were left"

# new never overwrites.
gives 0 new mine.toml
gives 0 check mine.toml
cp mine.toml copy
gives 2 new mine.toml --full
ok cmp -s mine.toml copy
gives 0 new --full full.toml
gives 0 check full.toml
gives 0 new -
ok cmp -s out mine.toml
finish
