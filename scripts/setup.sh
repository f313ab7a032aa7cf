# Set-up that scripts/brief and scripts/test share; sourced, never run.
#
#   set_up SECTION...    packages of scripts/packages, then the font files
#   build_preset PRESET [TARGET...]
#
# Wants bash and what every Debian has (dpkg, apt, awk, flock); no locale, no git, no sudo when root.
# Everything is quiet when there is nothing to do, so the second run takes seconds.

set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }
give_up() {
  say "$@"
  exit 3
}

# Two runs at once wait for each other; a lock for each thing that only one may do. The command runs in a
# subshell that holds the lock and does not hand it on.
with_lock() { # NAME COMMAND...
  local lock="$root/build/.lock-$1"
  shift
  mkdir -p "$root/build" && touch "$lock" || give_up "cannot write in $root/build: is the folder yours?"
  (
    flock -n 9 || {
      say "another run is busy here; waiting for it ..."
      flock 9
    }
    "$@" 9>&-
  ) 9>"$lock"
}

entries_of() { # SECTION...: PACKAGE or PACKAGE/COMMAND
  awk -v wanted=" $* " '/^\[/ { on = index(wanted, " " substr($1, 2, length($1) - 2) " "); next }
    on && NF && $1 !~ /^#/ { print $1 }' "$root/scripts/packages"
}

packages_of() { # SECTION...
  entries_of "$@" | sed 's|/.*||'
}

missing_packages() { # SECTION...: those that dpkg does not have installed; never asks apt
  local have entry
  have=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null | awk '$2 == "installed" { print $1 }')
  for entry in $(entries_of "$@"); do
    if grep -qxF -e "${entry%%/*}" <<<"$have"; then continue; fi
    if [[ $entry == */* ]] && command -v "${entry#*/}" >/dev/null; then continue; fi
    printf '%s\n' "${entry%%/*}"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

may_be_root() {
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; }
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 -o Acquire::Retries=1 "$@"
}

install_once() {
  apt update || say "the package lists could not be refreshed; trying with those that are here"
  apt install -y --no-install-recommends "$@"
}

install_packages() { # SECTION...
  local id missing
  id=$(. /etc/os-release 2>/dev/null && printf '%s' "${ID:-}") || id=
  if [ "$id" != debian ] || ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "this is no Debian, so nothing is installed for you; going on with what is here. Needed are (Debian names):"
    say "  $(packages_of "$@" | tr '\n' ' ')"
    return
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  may_be_root || give_up "packages are missing and you may not install them. An administrator must type:

  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}
"
  say "installing ${missing[*]}"
  install_once "${missing[@]}" >&2 && return
  say "that did not work; once more in 10 seconds ..."
  sleep 10
  install_once "${missing[@]}" >&2 || give_up "the packages could not be installed; see the messages of apt above"
}

set_up() { # SECTION...
  with_lock setup install_packages "$@"
  with_lock setup "$root/scripts/fonts"
}

quietly() { # COMMAND...: its output only when it fails
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  [ "$status" = 0 ] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

configure() { # PRESET CMAKE_ARGUMENT...
  (cd "$root" && quietly cmake --preset "$@")
}

run_build() { # PRESET TARGET...
  local preset=$1 targets=()
  shift
  [ $# = 0 ] || targets=(--target "$@")
  if [ -t 2 ]; then
    (cd "$root" && cmake --build --preset "$preset" "${targets[@]}" >&2)
  else
    (cd "$root" && quietly cmake --build --preset "$preset" "${targets[@]}")
  fi
}

# The suite needs more packages than the program, so the program alone is configured without it; a build folder
# that has the suite keeps it.
build_program() {
  [ -f "$root/build/release/build.ninja" ] || configure release -DREADOUT_TESTS=OFF || return
  run_build release readout
}

build_suite() { # PRESET
  grep -qsx 'READOUT_TESTS:BOOL=ON' "$root/build/$1/CMakeCache.txt" && [ -f "$root/build/$1/build.ninja" ] ||
    configure "$1" -DREADOUT_TESTS=ON || return
  run_build "$1"
}

build_preset() { # PRESET TARGET...
  grep -qsx 'READOUT_TESTS:BOOL=ON' "$root/build/$1/CMakeCache.txt" && [ -f "$root/build/$1/build.ninja" ] ||
    configure "$1" -DREADOUT_TESTS=ON || return
  run_build "$@"
}
