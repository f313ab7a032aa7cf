# The set-up under conditions that this machine does not have: packages missing, no rights, another system, apt that
# fails once. Stand-ins for dpkg-query, apt-get, id and sudo are all that its PATH offers besides plain tools.
# Usage: setup.sh PROJECT_FOLDER
set -uo pipefail
root=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
check() { # WHAT COMMAND...
  local what=$1
  shift
  "$@" || {
    failures=$((failures + 1))
    echo "FAILED: $what"
    sed 's/^/  | /' "$work/said" "$work/apt" 2>/dev/null
  }
}

tree="$work/a tree وثائق"
mkdir -p "$tree" "$work/bin"
cp -r "$root/scripts" "$tree/"
printf '#!/bin/bash\necho fonts >>"%s/fonts"\n' "$work" >"$tree/scripts/fonts"
for tool in bash awk grep flock mktemp mkdir touch dirname tr cat rm env sed true; do
  ln -s "$(type -P "$tool")" "$work/bin/$tool"
done
stand_in() { # NAME LINE...: a file of its own, never written through a link to the real tool
  local name=$1
  shift
  rm -f "$work/bin/$name"
  printf '#!/bin/bash\n' >"$work/bin/$name"
  printf '%s\n' "$@" >>"$work/bin/$name"
  chmod +x "$work/bin/$name"
}
installed() { # PACKAGE...
  printf '%s installed\n' "$@" >"$work/packages"
}
set_up() { # SECTION...: gives the exit code
  : >"$work/apt"
  (PATH=$work/bin HOME=$work bash -c '. "$1/scripts/setup.sh"; shift; set_up "$@"' _ "$tree" "$@") >"$work/said" 2>&1 </dev/null
}
stand_in dpkg-query "cat '$work/packages'"
stand_in apt-get "echo \"\$*\" >>'$work/apt'"
stand_in id 'echo 0'
stand_in sudo 'exit 1'
stand_in sleep 'exit 0'
all=$(awk '/^\[/ { on = ($1 == "[build]"); next } on && NF { print $1 }' "$root/scripts/packages")

installed $all
check 'all there: done' set_up build
check 'all there: apt is not touched' test ! -s "$work/apt"
check 'all there: nothing is said' test ! -s "$work/said"
check 'the fonts are filled' test -s "$work/fonts"

installed $(echo "$all" | grep -v -e '^qpdf$' -e '^cmake$')
check 'one missing: done' set_up build
check 'one missing: it alone is installed' grep -qE 'install -y --no-install-recommends cmake$' "$work/apt"
check 'apt waits for its lock' grep -q 'DPkg::Lock::Timeout' "$work/apt"

printf '%s\n' '[unless]' 'some-tool/sometool  what for' >>"$tree/scripts/packages"
check 'a command that is missing: done' set_up build unless
check 'a command that is missing: its package is installed' grep -qE 'install -y --no-install-recommends cmake some-tool$' "$work/apt"
stand_in sometool
check 'a command that is there: done' set_up build unless
check 'a command that is there: its package is not wanted' grep -qE 'install -y --no-install-recommends cmake$' "$work/apt"

stand_in apt-get "echo \"\$*\" >>'$work/apt'" "[ \$(grep -c ' install ' '$work/apt') -ge 2 ]"
check 'apt fails once: done' set_up build
stand_in apt-get "echo \"\$*\" >>'$work/apt'" 'exit 100'
set_up build
check 'apt fails twice: given up' test "$?" = 3
check 'apt is tried twice' test "$(grep -c ' install ' "$work/apt")" = 2

stand_in id 'echo 1000'
set_up build
check 'no rights: exit code' test "$?" = 3
check 'no rights: the line to type' grep -qE '^ *apt-get update && apt-get install -y --no-install-recommends cmake$' "$work/said"
check 'no rights: apt is not touched' test ! -s "$work/apt"
stand_in sudo '[ "$1" = -n ] && shift' '"$@"'
stand_in apt-get "echo \"\$*\" >>'$work/apt'"
check 'through sudo: done' set_up build
check 'through sudo: installed' grep -q 'install .* cmake$' "$work/apt"

rm "$work/bin/apt-get"
check 'another system: goes on' set_up build
check 'another system: told what is needed' grep -q 'libhpdf-dev' "$work/said"

echo "$failures failed"
[ "$failures" = 0 ]
