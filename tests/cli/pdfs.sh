# Every PDF that the inputs become: sound, with every font inside, and with its words in it.
. "$(dirname "$0")/tools.sh"

judge() { # PDF
  ok qpdf --check "$1" >check 2>&1
  no grep -qi warning check
  pdffonts "$1" >fonts
  ok test "$(wc -l <fonts)" -gt 2
  # emb, sub and uni are the last columns but three.
  same '' "$(awk 'NR > 2 && !($(NF - 4) == "yes" && $(NF - 3) == "yes" && $(NF - 2) == "yes")' fonts)" "$1: fonts"
  pdfinfo "$1" >info
  ok grep -q '^Tagged: *yes' info
  pdftotext -enc UTF-8 "$1" - | tr -s ' \n' '  ' >text
}
says() { for words in "$@"; do ok grep -qF -- "$words" text; done; }

made=0
for path in "$root"/input/*.toml; do
  stem=$(basename "$path" .toml)
  for template in brief minutes readout; do
    "$program" build -q "$path" --template "$template" -o "$stem.$template.pdf" 2>err || {
      # Minutes of no day are refused; nothing else is.
      ok test "$stem.$template" = doha.minutes -o "$stem.$template" = minimal.minutes
      continue
    }
    made=$((made + 1))
    judge "$stem.$template.pdf"
    case $stem in
      doha) says 'Sheikh Saoud bin Abdulrahman bin Hassan Al-Thani' 'Thabet Muhammad Saeed Al Abbasi' ;;
      specimen) says 'Ruta Halvorsen' 'Osei Mensah' 'Helene Sørbø' ;;
      minimal) says 'Call on the port office' ;;
    esac
  done
done
ok test "$made" -ge 6

"$program" build -q "$root/input/specimen.toml" --lang ar -o arabic.pdf 2>err || fail "$(cat err)"
judge arabic.pdf
says 'هالفورسن'

# The brief that README shows: two pages at most, facts and names, and its own source inside.
judge doha.brief.pdf
ok test "$(awk '/^Pages:/ { print $2 }' info)" -le 2
# Compact: conforming to both standards, and with its source inside.
checks=$((checks + 1))
test "$(stat -c %s doha.brief.pdf)" -le 56000 || fail "the Doha brief has $(stat -c %s doha.brief.pdf) bytes, more than 56000"
says 'National Vision 2030' 'Minister of Defense' 'قطر' 'العراق' 'Page 1 of 2'
no grep -qE '20(2[4-9])' text
pdfdetach -list doha.brief.pdf >attached
ok grep -q doha.toml attached
pdfdetach -save 1 -o source.toml doha.brief.pdf
ok cmp source.toml "$root/input/doha.toml"
finish
