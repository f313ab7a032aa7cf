# Many briefs in one run: a bad one does not stop the others, and -j changes no byte.
. "$(dirname "$0")/tools.sh"
for i in $(seq 1 24); do brief "b$i.toml" "Talks $i"; done
brief b7.toml Bad 'seal = { file = "none.png", decorative = true }'
briefs=$(printf 'b%s.toml ' $(seq 1 24))

gives 1 build $briefs -o four/ -j 4
ok grep -q '23 of 24 briefs are done' err
same 23 "$(ls four | wc -l)"
no test -e four/b7.pdf
gives 1 build $briefs -o one/ -j 1
ok diff -r one four
gives 1 build $briefs -o many/
ok diff -r one many
same "$(printf 'wrote many/b%s.pdf\n' $(seq 1 6) $(seq 8 24))" "$(grep wrote err)" "told in order"
gives 1 check $briefs -q
no grep -q 'no errors' err
gives 0 build b1.toml b2.toml -o timed/ --timing
ok grep -q '^lay_out  *2 ' err

# A first signal lets the brief in hand be finished and begins no more.
"$program" build $(for i in $(seq 1 400); do echo b1.toml; done | head -1) $(ls b*.toml | grep -v '^b[17].toml') -o late/ -j 1 2>err &
kill -TERM $! 2>/dev/null
wait $!
code=$?
ok test "$code" = 143 -o "$code" = 0
same '' "$(find late -name '*.pdf.*' 2>/dev/null)"
for pdf in late/*.pdf; do [ -e "$pdf" ] && ok qpdf --check "$pdf" >/dev/null; done
finish
