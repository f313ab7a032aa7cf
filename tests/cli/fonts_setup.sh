#!/usr/bin/env bash
# scripts/fonts: fills a folder from what packages brought, checks sums, stops at what differs, accepts it when told.
set -euo pipefail
export LC_ALL=C.UTF-8
root=$2
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
folder="$work/my fonts خطوط"
packaged=$work/package
mkdir -p "$folder" "$packaged"

fail() {
  echo "fonts_setup: $*" >&2
  cat "$work/out" >&2
  exit 1
}
run() { # WANTED_STATUS ARGUMENT...
  local wanted=$1 status=0
  shift
  "$root/scripts/fonts" "$@" >"$work/out" 2>&1 || status=$?
  [ "$status" = "$wanted" ] || fail "exit code $status, not $wanted"
}
says() { grep -qF -- "$1" "$work/out" || fail "does not say: $1"; }
same() { cmp -s -- "$1" "$2" || fail "$2 is not $1"; }
sum_of() { sha256sum <"$1" | cut -d' ' -f1; }

echo "one face" >"$packaged/a.otf"
echo "two face" >"$packaged/b.otf"
cat >"$folder/fonts.toml" <<TOML
# a comment with "quotes" = and signs
format = 1
[[family]]
name = "A"
role = "text"
licence = "OFL-1.1"
package = "fonts-of-this-test"
version = "1.0-1"
[[family.face]]
file = "a.otf"
style = "regular"
source = "$packaged/a.otf"
sha256 = "$(sum_of "$packaged/a.otf")"
  [[family.face]]
  file   = "b.otf" # the other
  style  = "bold"
  source = "$packaged/b.otf"
  sha256 = "$(sum_of "$packaged/b.otf")"
TOML

run 0 "$folder"
same "$packaged/a.otf" "$folder/a.otf"
same "$packaged/b.otf" "$folder/b.otf"

# The second run copies nothing, and needs no package any more.
touch -d '2001-01-01' "$folder/a.otf"
mv "$packaged" "$packaged.away"
run 0 "$folder"
[ "$(date -r "$folder/a.otf" +%Y)" = 2001 ] || fail "the second run copied again"
[ ! -s "$work/out" ] || fail "the second run talks"
mv "$packaged.away" "$packaged"

# A damaged file is put right.
echo "damage" >"$folder/a.otf"
run 0 "$folder"
same "$packaged/a.otf" "$folder/a.otf"

# A package that brings another file stops, tells both versions, and leaves the folder as it was.
cp "$folder/b.otf" "$work/before"
echo "two face, redrawn" >"$packaged/b.otf"
rm "$folder/b.otf"
run 1 "$folder"
says "b.otf differs"
says "fonts-of-this-test 1.0-1"
says "installed is fonts-of-this-test none"
says "--accept-fonts"
[ ! -e "$folder/b.otf" ] || fail "copied what differs"
run 0 --accept-fonts "$folder"
same "$packaged/b.otf" "$folder/b.otf"
run 0 "$folder"
rm "$folder/.accepted"
run 1 "$folder"
echo "two face" >"$packaged/b.otf"
run 0 "$folder"
same "$work/before" "$folder/b.otf"

# What is not installed is named.
rm "$folder/a.otf" "$packaged/a.otf"
run 1 "$folder"
says "apt-get install fonts-of-this-test"
echo "one face" >"$packaged/a.otf"
run 0 "$folder"

# A face without a package is the user's own.
cat >>"$folder/fonts.toml" <<TOML
[[family]]
name = "Own"
role = "text"
licence = "OFL-1.1"
[[family.face]]
file = "own.ttf"
style = "regular"
TOML
run 1 "$folder"
says "own.ttf is listed in fonts.toml but is not there"
echo "own" >"$folder/own.ttf"
run 0 "$folder"
echo 'sha256 = "0000000000000000000000000000000000000000000000000000000000000000"' >>"$folder/fonts.toml"
run 1 "$folder"
says "own.ttf is not the file that fonts.toml lists"
run 0 --accept-fonts "$folder"
run 0 "$folder"
[ -z "$(find "$folder" -name '.*.[0-9]*')" ] || fail "left a temporary file behind"

# The list of this tree, into a folder of its own.
mkdir "$work/all"
cp "$root/fonts/fonts.toml" "$work/all/"
run 0 "$work/all"
[ "$(find "$work/all" -name '*.[ot]tf' -o -name '*.dic' | wc -l)" = "$(grep -c '^file = ' "$root/fonts/fonts.toml")" ] || fail "faces or patterns are missing"

run 2 --accept
run 1 "$work/nowhere"
says "cannot be read"
echo "fonts_setup: all as promised"
