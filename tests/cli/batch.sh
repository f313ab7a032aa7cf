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

# A first signal lets the briefs in hand be finished and begins no more.
for i in $(seq 25 400); do brief "b$i.toml" "Talks $i"; done
rm b7.toml
"$program" build b*.toml -o late/ -j 1 >out 2>err &
running=$!
while [ -z "$(ls late 2>/dev/null)" ] && kill -0 "$running" 2>/dev/null; do sleep 0.01; done
kill -TERM "$running"
wait "$running"
same 143 "$?" "exit code after SIGTERM"
ok grep -q 'stopped before [0-9]* of them were begun' err
ok test "$(ls late | wc -l)" -lt 399
same '' "$(find late -name '*.pdf.*')" "temporary files that were left"
last=$(grep wrote err | tail -1)
ok qpdf --check "${last#wrote }" >/dev/null
finish
