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
if command -v faketime >/dev/null; then
  faketime '2001-02-03 04:05:06' "$program" build -q in/specimen.toml -o fourth.pdf
  ok cmp first.pdf fourth.pdf
fi

# A brief without a date: SOURCE_DATE_EPOCH gives one, and only it.
ok "$program" build -q in/doha.toml -o plain.pdf
SOURCE_DATE_EPOCH=1776333599 "$program" build -q in/doha.toml -o dated.pdf
ok grep -aq 'D:20260416095959' <(qpdf --qdf --object-streams=disable dated.pdf -)
no grep -aq 'D:20260416' <(qpdf --qdf --object-streams=disable plain.pdf -)
SOURCE_DATE_EPOCH=1776333599 "$program" build -q in/specimen.toml -o stated.pdf
ok cmp first.pdf stated.pdf
SOURCE_DATE_EPOCH=today gives 2 build in/doha.toml
same "$(sha256sum <plain.pdf)" "$("$program" build -q in/doha.toml -o - | sha256sum)"
finish
