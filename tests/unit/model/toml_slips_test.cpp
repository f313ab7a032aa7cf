// Syntax errors as people make them: what is pointed at, and the remedy that is told.
#include <doctest/doctest.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>

#include "model/toml_reader.hpp"

using namespace readout;

namespace {

// "code <what is pointed at> first <what a note points at>: hint; hint"
std::string slip(const std::string& text) {
  Diagnostics diags;
  const FileId file = diags.sources.add("t.toml", text);
  if (model::read_toml(file, diags)) return "sound";
  const Diagnostic& told = diags.all().front();
  std::string out = fmt::format("{} <{}>", told.code, diags.sources.text(told.span));
  for (const Label& note : told.notes)
    out += fmt::format(" first {}:<{}>", diags.sources[file].position(note.span.begin).line,
                       diags.sources.text(note.span));
  return out + ": " + fmt::format("{}", fmt::join(told.hints, "; "));
}

struct Row {
  const char *text, *told;
};
void check(std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(slip(row.text) == row.told);
  }
}

}  // namespace

TEST_CASE("values without quotes: the whole value is quoted, in quotes that it does not hold itself") {
  constexpr Row rows[] = {
      {"ref = 44/2026", "toml.number <44/2026>: if it is a name or a code, put it in quotes: \"44/2026\""},
      {"ref = 2026-44 # c", "toml.number <2026-44>: if it is a name or a code, put it in quotes: \"2026-44\""},
      {"phone = 030-1234", "toml.number <030-1234>: if it is a name or a code, put it in quotes: \"030-1234\""},
      {"phone = +974 4444 1",
       "toml.number <+974 4444 1>: if it is a name or a code, put it in quotes: \"+974 4444 1\""},
      {"ref = MFA/44/2026", "toml.bare-word <MFA/44/2026>: put it in quotes: \"MFA/44/2026\""},
      {"ref = [1.2.3, 4]", "toml.number <1.2.3>: if it is a name or a code, put it in quotes: \"1.2.3\""},
      {"a = Ministry of \"Foreign\" Affairs, Doha",
       "toml.bare-word <Ministry of \"Foreign\" Affairs, Doha>: put it in quotes: 'Ministry of \"Foreign\" Affairs, "
       "Doha'"},
      {"a = O'Neill's \"Ship\"", "toml.bare-word <O'Neill's \"Ship\">: put it in quotes: \"O'Neill's \\\"Ship\\\"\""},
      {"a = { en = Two words, ar = \"y\" }", "toml.bare-word <Two words>: put it in quotes: \"Two words\""},
      {"a = Doha\"", "toml.bare-word <Doha\">: the quote before it is missing: \"Doha\""},
      {"type = internal", "toml.bare-word <internal>: put it in quotes: \"internal\""},
      {"ref = null", "toml.bare-word <null>: TOML has no such word: leave the key out if there is nothing to say"},
      {"ref = None", "toml.bare-word <None>: TOML has no such word: leave the key out if there is nothing to say"},
      {"head = TRUE", "toml.bare-word <TRUE>: write true, in small letters"},
      {"a = 1 b = 2", "toml.after-value <b = 2>: a text stands in quotes; each key has a line of its own"},
      {"a = 1,", "toml.after-value <,>: take the “,” out: in TOML the end of the line ends a value"},
      {"[a] b", "toml.after-value <b>: "},
      {"a = \"abc”", "toml.quote <\"abc”>: ” does not close a text that \" opens: write \" in its place"},
      {"a = { b = \"abc“ }", "toml.quote <\"abc“ }>: “ does not close a text that \" opens: write \" in its place"},
      {"a = \"abc",
       "toml.quote <\"abc>: a text over several lines stands between three quotes on each side: "
       "\"\"\"…\"\"\""},
  };
  check(rows);
}

TEST_CASE("a path as Windows writes it is told as a path") {
  constexpr Row rows[] = {
      {"a = { file = \"C:\\Users\\me\\logo.png\", b = 1 }",
       "toml.escape <C:\\Users\\me\\logo.png>: a path is written with “/”, and begins at the folder of the brief: "
       "\"logo.png\" beside it, \"images/logo.png\" below it"},
      {"file = \"images\\logo.png\"",
       "toml.escape <images\\logo.png>: a path is written with “/”, and begins at the folder of the brief: "
       "\"logo.png\" beside it, \"images/logo.png\" below it"},
      {"text = \"see \\logo\"",
       "toml.escape <\\l>: a backslash is written \\\\ in double quotes; a text in single quotes takes it as it is"},
  };
  check(rows);
}

TEST_CASE("dates are told as dates where a day is wanted, and in the digits of TOML") {
  constexpr Row rows[] = {
      {"date = 2026-9-5", "toml.date <2026-9-5>: write 2026-09-05"},
      {"start = 9:30:00 # c", "toml.time <9:30:00>: write 09:30:00"},
      {"start = 2026-9-05T9:30:00+03:00", "toml.date <2026-9-05T9:30:00+03:00>: write 2026-09-05T09:30:00+03:00"},
      {"start = 2026-05-18T21:00+03:00", "toml.time <2026-05-18T21:00+03:00>: write 2026-05-18T21:00:00+03:00"},
      {"start = 2026-05-18 21:00", "toml.time <2026-05-18 21:00>: write 2026-05-18 21:00:00"},
      {"start = 2026-05-18T25:00:00.5+03:00",
       "toml.date <2026-05-18T25:00:00.5+03:00>: 2026-05-18, or with a time of day 2026-05-18T09:30:00+03:00"},
      {"ref = 2026-9-5", "toml.number <2026-9-5>: if it is a name or a code, put it in quotes: \"2026-9-5\""},
      {"date = 2026-44", "toml.date <2026-44>: a date is written year-month-day, e.g. 2026-03-17"},
      {"ref = 2026-02-30", "toml.date <2026-02-30>: February 2026 has 28 days"},
      {"due = 17.03.2026", "toml.date <17.03.2026>: write 2026-03-17"},
      {"issued = 5/14/2026", "toml.date <5/14/2026>: write 2026-05-14"},
      {"issued = 2026/5/14", "toml.date <2026/5/14>: write 2026-05-14"},
      {"issued = 05.05.2026", "toml.date <05.05.2026>: write 2026-05-05"},
      {"issued = 05.03.2026", "toml.date <05.03.2026>: write 2026-03-05 or 2026-05-03, as it is meant"},
      {"issued = 31.02.2026", "toml.date <31.02.2026>: year-month-day, without quotes, e.g. 2026-03-17"},
      {"issued = 5 March 2026", "toml.date <5 March 2026>: year-month-day, without quotes, e.g. 2026-03-17"},
      {"date = ٢٠٢٦-٠٣-١٧",
       "toml.date <٢٠٢٦-٠٣-١٧>: write 2026-03-17, in the digits 0 to 9; the page has the digits of "
       "its language"},
      {"start = ۰۹:۳۰",
       "toml.time <۰۹:۳۰>: write \"09:30\", in the digits 0 to 9; the page has the digits of its "
       "language"},
      {"rank = ٣", "toml.number <٣>: write 3, in the digits 0 to 9; the page has the digits of its language"},
      {"a = ٣ أيام", "toml.bare-word <٣ أيام>: put it in quotes: \"٣ أيام\""},
  };
  check(rows);
}

TEST_CASE("inline tables and arrays: other commas, other brackets, keys that are none") {
  constexpr Row rows[] = {
      {"a = { en = \"x\"، ar = \"y\" }", "toml.inline-table-comma <،>: write a plain comma: ,"},
      {"a = { en = \"x\"; ar = \"y\" }", "toml.inline-table-comma <;>: write a plain comma: ,"},
      {"a = [\"x\"؛ \"y\"]", "toml.array <؛>: write a plain comma: ,"},
      {"a = { en = \"x\",, ar = \"y\" }", "toml.inline-table-comma <,>: take the comma out"},
      {"a = { , ar = \"y\" }", "toml.inline-table-comma <,>: take the comma out"},
      {"a = { en = \"x\" ]", "toml.bracket <]>: write “}” in its place"},
      {"a = [\"x\" }", "toml.bracket <}>: write “]” in its place"},
      {"a = { “en” = \"x\" }", "toml.curly-quote <“>: a key stands without quotes: en = \"…\""},
      {"«a» = 1", "toml.curly-quote <«>: a key stands without quotes: en = \"…\""},
      {"a = { عربي = \"x\" }",
       "toml.key <عربي>: a key has letters a to z, digits, - and _, and stands before a “=”; a "
       "language is named by its tag: { en = \"…\", ar = \"…\" }"},
      {"réf = 1", "toml.key <réf>: a key has letters a to z, digits, - and _, and stands before a “=”"},
      {"a.réf = 1", "toml.key <a.réf>: a key has letters a to z, digits, - and _, and stands before a “=”"},
      {"a = { français = \"x\" }",
       "toml.key <français>: a key has letters a to z, digits, - and _, and stands before a “=”; a language is named "
       "by "
       "its tag: { en = \"…\", ar = \"…\" }"},
      {"[réunion]", "toml.header <réunion>: a name has letters a to z, digits, - and _"},
      {"[[اجتماع]]", "toml.header <اجتماع>: a name has letters a to z, digits, - and _"},
      {"a = { en: \"x\" }", "toml.equals <:>: write “=” in the place of “:”"},
      {"a = { en = \"x\", ar = }", "toml.no-value <=>: leave a key out if there is nothing to say"},
      {"[]", "toml.header <[]>: a table starts with [name], an entry of a list with [[name]]"},
  };
  check(rows);
}

TEST_CASE("what is given twice is shown in both places, with the way to give it once") {
  constexpr Row rows[] = {
      {"[d]\ns = \"S\"\ns.en = \"x\"",
       "toml.duplicate <s> first 2:<s>: say all of it at once: s = { en = \"…\", ar = \"…\" }"},
      {"o = { en = \"x\" }\no.ar = \"y\"",
       "toml.duplicate <o> first 1:<o>: say all of it at once: o = { en = \"…\", ar = \"…\" }"},
      {"[[s]]\np = [1]\n[[s.p]]",
       "toml.duplicate <[[s.p]]> first 2:<p>: give the list in one way: p = [ … ], or [[s.p]] for each of its entries"},
      {"[d]\nt = \"x\"\n[d.t]", "toml.duplicate <[d.t]> first 2:<t>: give it in one way: t = …, or the table [d.t]"},
      {"t = 1\n[t]", "toml.duplicate <[t]> first 1:<t>: give it in one way: t = …, or the table [t]"},
      {"[step]\na = 1\n[step]",
       "toml.duplicate <[step]> first 1:<[step]>: each entry of this list begins with double brackets, the first, too: "
       "[[step]]"},
      {"[[tour.stop]]\n[tour.stop]",
       "toml.duplicate <[tour.stop]> first 1:<[[tour.stop]]>: each entry of this list begins with double brackets, the "
       "first, too: [[tour.stop]]"},
      {"[d]\n[e]\nd = 1\n[d]",
       "toml.duplicate <[d]> first 1:<[d]>: put all its keys under one header; only the entries "
       "of a list ([[side]], [[step]]) have one each"},
      {"o = { en = \"x\", ar = { en = 1 }, en = \"y\" }", "toml.duplicate <en> first 1:<en>: keep one of them"},
      {"[d]\na = 1\nab = 2\na = 3", "toml.duplicate <a> first 2:<a>: keep one of them"},
  };
  check(rows);
}

TEST_CASE("UTF-16 is called by its name, with a byte-order mark and without") {
  using namespace std::string_literals;
  for (const std::string& text : {"r\0e\0a\0d\0 \0=\0"s, "\0r\0e\0a\0d\0 \0="s, "\xFF\xFEr\0e\0"s, "\xFE\xFF\0r\0e"s}) {
    Diagnostics diags;
    CHECK_FALSE(model::read_toml(diags.sources.add("t.toml", text), diags));
    CHECK(diags.all().front().message == "this is UTF-16, two bytes a character");
  }
  CHECK(slip("a = \"\0\""s).starts_with("toml.control-character"));
}
