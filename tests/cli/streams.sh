# What is said, where and how: talk on standard error, JSON that parses, colour only when it is wanted.
. "$(dirname "$0")/tools.sh"
brief bad.toml 'A' 'seal = { file = "nöne.png", decorative = true }
letterhead = { file = "none.jpg", decorative = true }'
brief warned.toml Warned 'x_key = 1'
brief good.toml Good

gives 1 check bad.toml good.toml warned.toml --format json
same '' "$(cat out)"
ok python3 - err <<'PY'
import json, sys
faults = json.load(open(sys.argv[1], encoding="utf-8"))
assert [f["severity"] for f in faults] == ["error", "error", "warning"], faults
assert [f["code"] for f in faults] == ["image.missing", "image.missing", "archive.unprinted"], faults
first = faults[0]
assert (first["file"], first["line"], first["column"]) == ("bad.toml", 5, 17), first
assert "nöne.png" in first["message"], first
PY
gives 0 check good.toml --format json
same '[]' "$(cat err)"
gives 2 build good.toml --template none --format json
ok python3 -c 'import json; assert json.load(open("err"))[0]["file"] is None'

no grep -q $'\033' err
gives 1 check bad.toml
no grep -q $'\033' err
# A terminal at the other end sees colour, unless NO_COLOR says no.
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
  TERM=xterm script -qec "'$program' check bad.toml" /dev/null </dev/null >seen
  ok grep -q $'\033' seen
  TERM=xterm NO_COLOR=1 script -qec "'$program' check bad.toml" /dev/null </dev/null >seen
  no grep -q $'\033' seen
  TERM=dumb script -qec "'$program' check bad.toml" /dev/null </dev/null >seen
  no grep -q $'\033' seen
  # A PDF is not poured into it.
  script -qec "'$program' build - <good.toml" /dev/null </dev/null >seen
  no grep -q '%PDF' seen
  ok grep -q 'say -o OUT.pdf' seen
fi

# A file's control characters do not reach the terminal.
printf 'readout = 1\n[document]\ntitle = "T"\nsummary = "S"\nkind = "\\u001b[31m"\n' >escape.toml
printf 'readout = 1\n[document]\ntitle = "T"\n\x1b[31mred = 1\n' >raw.toml
for file in escape.toml raw.toml; do
  gives 1 check $file
  no grep -q $'\033' err
done

for stage in brief template story lines pages tags; do
  gives 0 dump --stage $stage good.toml
  ok test -s out
done
gives 1 dump --stage pages bad.toml
same '' "$(cat out)"

# A file that is looked at where it lies is cut short: the system says so by a signal, which is told as what it is.
mkfifo late
"$program" build - -o late.pdf <late >out 2>err &
running=$!
exec 9>late
ready() { echo $((0x$(sed -n 's/^SigIgn:[[:space:]]*//p' "/proc/$running/status") >> 24 & 1)); } # SIGXFSZ, the last
while kill -0 "$running" 2>/dev/null && [ "$(ready)" = 0 ]; do sleep 0.01; done
kill -BUS "$running"
wait "$running"
same 3 "$?" "exit code after SIGBUS"
exec 9>&-
ok grep -q 'became shorter' err
no test -e late.pdf

# The same with typefaces that are emptied under a batch: what is there is whole.
mkdir own
cp -r "$root/templates" "$root/fonts" own/
for i in $(seq 60); do printf '[[discussion]]\nheading = "Point"\ntext = "Said at %d, and at %d once more."\n' "$i" $((i * 97)); done >points
for i in $(seq 300); do # each takes long enough for the next lines to come before the last
  { sed "s/^title = .*/title = \"Talks $i of $((i * 7919))\"/" good.toml; cat points; } >"many-$i.toml"
done
"$program" build -q -j 1 many-*.toml --data own -o many/ >out 2>err &
running=$!
until compgen -G 'many/*.pdf' >/dev/null || ! kill -0 "$running" 2>/dev/null; do sleep 0.01; done
for face in own/fonts/*; do : >"$face"; done
wait "$running"
same 3 "$?" "exit code after a typeface was emptied"
ok grep -q 'became shorter' err
ok compgen -G 'many/*.pdf'
for pdf in many/*; do ok qpdf --check "$pdf"; done
finish
