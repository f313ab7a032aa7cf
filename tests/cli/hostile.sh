# PDFs made with intent: circles, bombs, names that lead elsewhere. verify and extract answer each within bounded work,
# never crash, and write nothing outside of the folder. (timeout only ends a test that has failed already.)
. "$(dirname "$0")/tools.sh"
brief talks.toml "Talks"
gives 0 build -q talks.toml
qpdf --qdf --object-streams=disable talks.pdf plain.qdf

answers() { # FILE: verify and extract say something; no signal, no hang
  local code=0
  checks=$((checks + 1))
  timeout 120 "$program" verify "$1" >out 2>err </dev/null || code=$?
  case $code in 1 | 5) ;; *) fail "verify $1: exit code $code: $(head -c 300 err)" ;; esac
  ! grep -qvE '^(readout: |  )' err || fail "verify $1: words that are not the program's: $(head -c 300 err)"
  code=0
  timeout 120 "$program" extract "$1" -C into >out 2>err </dev/null || code=$?
  case $code in 0 | 1 | 3) ;; *) fail "extract $1: exit code $code: $(head -c 300 err)" ;; esac
  rm -rf into
}

python3 - <<'PYTHON' || fail "the files could not be made"
import re, zlib

def pdf(objects, trailer="/Root 1 0 R", head=b"%PDF-1.7\n"):
    """A PDF of numbered objects (bytes) with a plain table."""
    out, at = bytearray(head), {}
    for number, body in objects.items():
        at[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % size + b"0000000000 65535 f \n"
    for number in range(1, size):
        out += b"%010d 00000 %s \n" % (at.get(number, 0), b"n" if number in at else b"f")
    return bytes(out + b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer.encode(), start))

def stream(data, extra=b"", packed=True):
    body = zlib.compress(data, 9) if packed else data
    return b"<< /Length %d %s %s >>\nstream\n" % (len(body), b"/Filter /FlateDecode" if packed else b"", extra) + body + b"\nendstream"

CATALOG = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
           3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"}
def put(name, data): open(name + ".pdf", "wb").write(data)
plain = open("plain.qdf", "rb").read()

# ---- circles
put("prev", pdf(CATALOG).replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"))
loop = pdf(CATALOG); start = re.search(rb"startxref\n(\d+)", loop)[1].decode()
put("prevself", pdf(CATALOG, "/Root 1 0 R /Prev " + start))
put("pages", pdf(CATALOG | {2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1 >>"}))
put("names", pdf(CATALOG | {1: b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 4 0 R >> >>", 4: b"<< /Kids [4 0 R 4 0 R] >>"}))
tree = {i: b"<< /Kids [%d 0 R %d 0 R] /Limits [(a) (z)] >>" % (i + 1, i + 1) for i in range(4, 44)}
put("doubling", pdf(CATALOG | {1: b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 4 0 R >> >>"} | tree | {44: b"<< /Names [] /Limits [(a) (z)] >>"}))
put("length", pdf(CATALOG | {5: b"<< /Length 5 0 R >>\nstream\nx\nendstream"}))
put("nested", pdf(CATALOG | {1: b"<< /Type /Catalog /Pages 2 0 R /X " + b"[" * 100000 + b"]" * 100000 + b" >>"}))

put("filespec", pdf(CATALOG | {1: b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 4 0 R >> >>", 4: b"<< /Names [(a) null (b) 7] /Limits [(a) (b)] >>"}))

# ---- bombs: of a page, a font's map, an embedded file, an object stream, a cross-reference stream
big = b"0 " * 50_000_000
def altered(what, into):
    assert re.search(what, plain, re.S), what
    return re.sub(what, into, plain, count=1, flags=re.S)
def with_stream(pattern, data, extra=b""):
    """The plain file with the first stream whose dictionary has the pattern replaced by a packed one."""
    for match in re.finditer(rb"\n(\d+) 0 obj\n(.*?)\nendobj", plain, re.S):
        if b"\nstream\n" in match[2] and re.search(pattern, match[2], re.S):
            return plain[:match.start()] + b"\n%s 0 obj\n" % match[1] + stream(data, extra) + b"\nendobj" + plain[match.end():]
    raise AssertionError(pattern)
import subprocess
def mended(name, data):
    """fix-qdf keeps a packed stream as it is."""
    open("x.qdf", "wb").write(data)
    put(name, data if b"xref" in data else data)
    subprocess.run(["qpdf", "--object-streams=preserve", "--stream-data=preserve", "x.qdf", name + ".pdf"], capture_output=True)
mended("contents", with_stream(rb"BDC", big))
mended("tounicode", with_stream(rb"begincmap", b"1 begincodespacerange <0000> <ffff> endcodespacerange\n" +
       b"100 beginbfrange\n" + b"<0000> <ffff> <0041>\n" * 40_000 + b"endbfrange\n"))
mended("longletter", with_stream(rb"begincmap", b"1 beginbfrange <0000> <ffff> <" + b"0041" * 200_000 + b"> endbfrange\n"))
mended("embedded", with_stream(rb"readout = 1", b"# a comment\n" * 30_000_000, b"/Type /EmbeddedFile"))
contents = re.search(rb"/Contents (\d+) 0 R", plain)[1]
mended("parts", plain.replace(b"/Contents %s 0 R" % contents, b"/Contents [" + b"%s 0 R " % contents * 200_000 + b"]"))
mended("kids", altered(rb"/K \[", b"/K [" + b"null " * 2_000_000))
mended("keys", altered(rb"/Type /Catalog", b"/Type /Catalog " + b"".join(b"/K%d 1 " % i for i in range(400_000))))

# A catalogue in an object stream that goes on for half a gigabyte.
import struct
def object_stream(bomb):
    out, at = bytearray(b"%PDF-1.7\n"), {}
    def add(number, body):
        at[number] = len(out)
        out.extend(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    for number in (2, 3): add(number, CATALOG[number])
    add(5, stream(b"1 0 " + CATALOG[1] + b" " + bomb, b"/Type /ObjStm /N 1 /First 4"))
    place = len(out)
    rows = [(0, 0, 65535), (2, 5, 0), (1, at[2], 0), (1, at[3], 0), (0, 0, 0), (1, at[5], 0), (1, place, 0)]
    add(6, stream(b"".join(struct.pack(">BIH", *row) for row in rows), b"/Type /XRef /Size 7 /W [1 4 2] /Root 1 0 R"))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % place)
put("objects", object_stream(b" " * 500_000_000))

# ---- names
for name, path in {"up": "../out.txt", "root": "/tmp/readout-out.txt", "nul": "a\\000b", "dots": "a/../../out.txt",
                   "back": "..\\\\out.txt", "folder": "a/", "empty": "", "drive": "C:out.txt"}.items():
    spec = f"<< /Type /Filespec /F ({path}) /UF ({path}) /EF << /F 5 0 R >> >>".encode()
    put("name-" + name, pdf(CATALOG | {1: b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(x) 4 0 R] >> >> >>",
                                       4: spec, 5: stream(b"evil", b"/Type /EmbeddedFile")}))
PYTHON

for file in prev prevself pages names doubling length nested filespec contents tounicode longletter embedded parts kids keys objects; do
  ok test -s $file.pdf
  answers $file.pdf
done

gives 1 verify objects.pdf
ok grep -q 'archive.too-large' err

# Names that lead elsewhere: nothing is written there, nor inside.
mkdir outside && cd outside
for name in up root nul dots back folder empty drive; do
  checks=$((checks + 1))
  code=0
  "$program" extract "../name-$name.pdf" -C into >out 2>err </dev/null || code=$?
  case $code in 0 | 1 | 3) ;; *) fail "name-$name: exit code $code" ;; esac
  no test -e out.txt
  no test -e ../out.txt
  no test -e /tmp/readout-out.txt
  same "" "$(find . -newer ../name-$name.pdf -type f ! -name out ! -name err ! -path './into/*')" "name-$name writes inside into/ only"
  rm -rf into
done
cd ..

# A link in the folder that leads out of it is not followed.
mkdir linked elsewhere
ln -s "$work/elsewhere" linked/templates
gives 3 extract talks.pdf -C linked
same "" "$(ls elsewhere)" "nothing behind a link"
finish
