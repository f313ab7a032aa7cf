# The same brief gives the same bytes, whatever the clock, the language and the place; dates come from the brief, or
# from SOURCE_DATE_EPOCH.
. "$(dirname "$0")/tools.sh"
cp -r "$root/input" in
ok "$program" build -q in/specimen.toml -o first.pdf
mkdir -p "elsewhere/with blanks/وثائق"
cp -r in "elsewhere/with blanks/وثائق/"
(
  cd "elsewhere/with blanks/وثائق/in"
  TZ=Asia/Baghdad LANG=ar_IQ.UTF-8 LC_ALL=ar_IQ.UTF-8 "$program" build -q specimen.toml -o "$work/out of the way/second.pdf"
)
ok cmp first.pdf "out of the way/second.pdf"
TZ=America/Lima LANG=C LC_ALL=C HOME=/nowhere "$program" build -q "$PWD/in/specimen.toml" -o third.pdf
ok cmp first.pdf third.pdf
# faketime is loaded before ASan's runtime, which minds.
ASAN_OPTIONS=verify_asan_link_order=0:${ASAN_OPTIONS:-} ok faketime '2001-02-03 04:05:06' "$program" build -q in/specimen.toml -o fourth.pdf
ok cmp first.pdf fourth.pdf

# A brief without a date: SOURCE_DATE_EPOCH gives one, and only it.
ok "$program" build -q in/doha.toml -o plain.pdf
SOURCE_DATE_EPOCH=1776333599 "$program" build -q in/doha.toml -o dated.pdf
ok grep -aq 'D:20260416095959' <(qpdf --qdf --object-streams=disable dated.pdf -)
no grep -aq 'D:20260416' <(qpdf --qdf --object-streams=disable plain.pdf -)
# Without one, only the files inside have a date, the same for all.
for version in 1.7 2.0; do
  "$program" build -q in/doha.toml --pdf "$version" -o undated.pdf
  qpdf --qdf --object-streams=disable undated.pdf - >undated.qdf
  same '/ModDate (D:20000101000000Z)' "$(grep -aoE '/[A-Za-z]*Date \(.*|D:[0-9]{4}.*|<xmp:[A-Za-z]*Date.*' undated.qdf | sort -u)"
  same "$(grep -ac '/Type /EmbeddedFile$' undated.qdf)" "$(grep -ac ModDate undated.qdf)" "$version: files with a date"
done
SOURCE_DATE_EPOCH=1776333599 "$program" build -q in/specimen.toml -o stated.pdf
ok cmp first.pdf stated.pdf
SOURCE_DATE_EPOCH=today gives 2 build in/doha.toml
same "$(sha256sum <plain.pdf)" "$("$program" build -q in/doha.toml -o - | sha256sum)"

# Neither the order of the files nor the number of threads, nor what was built before, changes a byte.
briefs="in/doha.toml in/minimal.toml in/specimen.toml"
backwards="in/specimen.toml in/minimal.toml in/doha.toml"
gives 0 build -q $briefs -o forth/ -j 1
gives 0 build -q $backwards -o back/ -j 4
ok diff -r forth back
ok cmp first.pdf forth/specimen.pdf

# Nor what mode the files get.
(umask 077 && "$program" build -q in/specimen.toml -o masked.pdf)
ok cmp first.pdf masked.pdf

# Copies under other names are verified alike, and a thousand take no more memory than a hundred.
mkdir copies
for i in $(seq 1 1000); do ln forth/minimal.pdf "copies/$i.pdf"; done
peak() { # FILES...: verifies them, and prints the most memory that it took, in kB
  python3 - "$program" verify -q "$@" <<'PYTHON'
import os, resource, subprocess, sys
os.environ["ASAN_OPTIONS"] = "quarantine_size_mb=1:" + os.environ.get("ASAN_OPTIONS", "")
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
assert done.returncode == 0 and not done.stdout, done.stdout[:300]
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
PYTHON
}
hundred=$(peak $(printf 'copies/%s.pdf ' $(seq 1 100)))
thousand=$(peak $(printf 'copies/%s.pdf ' $(seq 1 1000)))
checks=$((checks + 1))
test "$thousand" -le $((hundred + hundred / 10 + 4096)) || fail "a hundred take $hundred kB, a thousand $thousand kB"
echo "memory of verify: $hundred kB for a hundred, $thousand kB for a thousand"
finish
