# An installed tree works wherever it is moved to. Usage: install.sh BUILD_FOLDER PROJECT_FOLDER
set -euo pipefail
build=$1
root=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/first place" >/dev/null
mv "$work/first place" "$work/moved elsewhere"
cd "$work/moved elsewhere"
for file in bin/readout libexec/readout/readout-archive share/readout/templates/house.toml share/readout/fonts/fonts.toml share/doc/readout/LICENSE; do
  [ -f "$file" ] || { echo "$file is not installed"; exit 1; }
done
cp -r "$root/input" "$work/input"
cd "$work"
"moved elsewhere/bin/readout" build input/doha.toml
"moved elsewhere/bin/readout" templates | tee listed
grep -q "$work/moved elsewhere/" listed # its own templates, not those of the source tree
"$build/readout" build -q input/doha.toml -o here.pdf
cmp doha.pdf here.pdf
"moved elsewhere/bin/readout" verify doha.pdf | grep -qx 'doha.pdf: identical'
mv "moved elsewhere/libexec" away
code=0
"moved elsewhere/bin/readout" verify doha.pdf 2>told || code=$?
[ "$code" = 3 ] && grep -q 'cannot start readout-archive' told
