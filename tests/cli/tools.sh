# What the scripts of this folder share; sourced with the program and the project's folder as arguments.
set -uo pipefail
program=$1
root=$2
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
unset SOURCE_DATE_EPOCH NO_COLOR
failures=0
checks=0

fail() {
  failures=$((failures + 1))
  printf 'FAILED: %s\n' "$*"
}
ok() { # COMMAND...: must succeed
  checks=$((checks + 1))
  "$@" || fail "$*"
}
no() { # COMMAND...: must fail
  checks=$((checks + 1))
  ! "$@" || fail "not: $*"
}
same() { # EXPECTED GOT [WHAT]
  checks=$((checks + 1))
  [ "$1" = "$2" ] || fail "${3:-}: expected \"$1\", got \"$2\""
}
# Runs the program; its exit code must be EXPECTED. Output is left in the files out and err.
gives() { # EXPECTED ARGUMENT...
  local expected=$1 code=0
  shift
  checks=$((checks + 1))
  "$program" "$@" >out 2>err </dev/null || code=$?
  [ "$code" = "$expected" ] || fail "readout $*: exit code $code, expected $expected: $(head -c 600 err)"
}
# What verify says of NAME.pdf, which was changed: exit code 5, and each of the words is in the answer.
found() { # NAME WORDS...
  local name=$1
  shift
  gives 5 verify "$name.pdf"
  ok grep -q "^$name.pdf: altered" out
  for words in "$@"; do
    checks=$((checks + 1))
    grep -qF -e "$words" out || fail "$name: \"$words\" is not in: $(head -c 1500 out)"
  done
}
is_pdf() { [ "$(head -c 5 "$1" 2>/dev/null)" = %PDF- ]; }
finish() {
  printf '%s checks, %s failed\n' "$checks" "$failures"
  [ "$failures" = 0 ] && [ "$checks" -gt 0 ]
}

brief() { # FILE TITLE [MORE]: a small brief
  printf 'readout = 1\n[document]\ntitle = "%s"\nsummary = "What was said."\n%s\n' "$2" "${3:-}" >"$1"
}
