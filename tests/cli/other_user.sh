# Same input, same bytes, whoever builds. Wants to become another user, so ctest shows it as skipped where that cannot be.
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

cannot() { # WHY
  echo "NOT TESTED: $1"
  exit 77
}
[ "$(id -u)" = 0 ] || cannot "only root can become another user"
nobody="setpriv --reuid=65534 --regid=65534 --clear-groups"
$nobody "$program" --version >/dev/null 2>&1 && $nobody test -r "$root/templates/house.toml" ||
  cannot "another user cannot reach the program in $root"

cp -r "$root/input" in && mkdir theirs
chmod -R a+rX "$work" && chmod 777 theirs
gives 0 build -q in/specimen.toml -o ours.pdf
ok $nobody env HOME=/nonexistent "$program" build -q in/specimen.toml -o theirs/theirs.pdf
ok cmp ours.pdf theirs/theirs.pdf
gives 0 verify theirs/theirs.pdf
same "theirs/theirs.pdf: identical" "$(cat out)"
finish
