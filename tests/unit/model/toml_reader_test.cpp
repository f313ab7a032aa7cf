// TOML into values with spans; strings with a map back to the file.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "model/toml_literal.hpp"
#include "model/toml_reader.hpp"
#include "model/toml_scan.hpp"

using namespace readout;
using namespace readout::model;

namespace {

// Values with the text they were read from: "key <span of the key>: kind <span of the value>".
void show(const TomlValue& value, const Sources& sources, std::string& out) {
  out += fmt::format("{} <{}>", kind_name(value.kind), sources.text(value.span));
  for (const TomlValue& entry : value.array) show(entry, sources, out += " [");
  for (const TomlEntry& entry : value.table) {
    out += fmt::format(" {{{} <{}>: ", entry.key, sources.text(entry.key_span));
    show(*entry.value, sources, out);
    out += "}";
  }
  for (std::size_t i = 0; i < value.array.size(); ++i) out += "]";
}

std::string read(const std::string& text) {
  Diagnostics diags;
  const FileId file = diags.sources.add("t.toml", text);
  const auto value = read_toml(file, diags);
  if (!value) return diags.all().front().code;
  std::string out;
  show(*value, diags.sources, out);
  return out;
}

}  // namespace

TEST_CASE("values keep the bytes they came from, tables the order of the file") {
  struct Row {
    const char* text;
    const char* expected;
  };
  constexpr Row rows[] = {
      {"b = 1\na = true", "a table <> {b <b>: a number <1>} {a <a>: true or false <true>}"},
      {"\"é\" = 'x' # c", "a table <> {é <\"é\">: a text <'x'>}"},
      {"[z]\na.b = 1.5", "a table <> {z <z>: a table <[z]> {a <a>: a table <a> {b <b>: a number with a point <1.5>}}}"},
      {"a = [1, [2]]", "a table <> {a <a>: an array <[1, [2]]> [a number <1> [an array <[2]> [a number <2>]]]}"},
      {"[[s]]\n[[s]]\nn = { m = 2026-03-17 }",
       "a table <> {s <s>: an array <[[s]]> [a table <[[s]]> [a table <[[s]]> {n <n>: a table <{ m = 2026-03-17 }> {m "
       "<m>: "
       "a date <2026-03-17>}}]]}"},
      {"\xEF\xBB\xBF"
       "a = 09:30:00\r\nb = 2026-03-17T09:30:00Z",
       "a table <> {a <a>: a time <09:30:00>} {b <b>: a date with a time <2026-03-17T09:30:00Z>}"},
      {"a = \"\"\"ab \\\n  قطر\"\"\"", "a table <> {a <a>: a text <\"\"\"ab \\\n  قطر\"\"\">}"},
      {"a = \"\"\"ab \\\n  été\"\"\"", "a table <> {a <a>: a text <\"\"\"ab \\\n  été\"\"\">}"},
      {"", "a table <>"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(read(row.text) == row.expected, row.text << " => " << read(row.text));
}

TEST_CASE("every byte of a string knows where it stands") {
  // The literal, a decoded stretch of it, and the source text that stretch must point at.
  struct Row {
    const char *literal, *stretch, *source;
  };
  constexpr Row rows[] = {
      {R"("abc")", "b", "b"},
      {R"("a\u00e9b")", "é", "\\u00e9"},
      {R"("a\U0001F600b")", "😀", "\\U0001F600"},
      {R"("a\tb\"c\\d")", "\"c", "\\\"c"},
      {R"("a\\*b")", "\\*", "\\\\*"},
      {R"('a\u00e9')", "\\u00e9", "\\u00e9"},
      {"\"\"\"\nab\ncd\"\"\"", "b\nc", "b\nc"},
      {"\"\"\"ab \\\n   cd\"\"\"", "b ", "b "},
      {"\"\"\"ab \\\n   cd\"\"\"", "cd", "cd"},
      {"\"\"\"ab \\  \r\n\r\n \t cd\"\"\"", " c", " \\  \r\n\r\n \t c"},
      {"'''\r\nab\r\ncd'''", "b\nc", "b\r\nc"},
      {"\"\"\"a\"\"b\"\"\"\"\"", "b\"\"", "b\"\""},
      {"'''a''b'''''", "b''", "b''"},
      {R"("")", "", ""},
      {R"("""""")", "", ""},
      {"\"قطر é\"", "طر", "طر"},
  };
  for (const Row& row : rows) {
    const std::string literal = row.literal;
    Sources sources;
    const FileId file = sources.add("t.toml", literal);
    const TomlString string = decode_literal(literal, 0, literal.size());
    const std::size_t at = string.text.find(row.stretch);
    REQUIRE_MESSAGE(at != std::string::npos, literal << " => " << string.text);
    CHECK(string.map.has_value() == (literal.find(string.text) == std::string::npos));
    const Span span = string.span(file, at, at + std::string_view(row.stretch).size());
    CHECK_MESSAGE(sources.text(span) == row.source, literal);
  }
}

TEST_CASE("depth and dotted keys are bounded before the parser sees them") {
  std::string dotted = "a";
  for (int i = 0; i < 100'000; ++i) dotted += ".a";
  CHECK(read(dotted + " = 1") == "toml.dotted-key");
  CHECK(read("[" + dotted + "]") == "toml.dotted-key");
  CHECK(read("a = " + std::string(100'000, '[')) == "toml.nesting");
  std::string many = "a = [";
  for (std::size_t i = 0; i < 2'000'001; ++i) many += "1,";
  CHECK(read(many + "]") == "toml.too-many");
  CHECK(read("a = '" + std::string(std::size_t{64} << 20U, 'a') + "'") == "toml.too-large");
  CHECK(read("a = \"" + std::string(100'000, '[') + "." + std::string(100, '.') + "\"").starts_with("a table"));
  CHECK(read("# " + std::string(1000, '{') +
             "\na = [1.5, 2.5, 3.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5]")
            .starts_with("a table"));
  CHECK(read("a = 1 .. 2") == "toml.number");
}

TEST_CASE("comments are found outside strings only") {
  const std::string text = "a = \"# no\" # one\nb = '# no' #two\nc = \"\"\"\n# no \\\"\"\"\" #three\r\n#\n";
  std::string found;
  for (const auto& comment : scan_toml(text).comments) {
    found += text.substr(comment.begin, comment.end - comment.begin) + "|";
  }
  CHECK(found == "# one|#two|#three|#|");
}

TEST_CASE("blanks of typography are no blanks of TOML") {
  CHECK(read("a\u00a0= 1") != read("a = 1"));
  CHECK(read("a\u00a0= 1").starts_with("toml."));
  CHECK(read("a = 1 \u2003").starts_with("toml."));
  // Not plain, so that the parser has it: a line join ends before U+00A0.
  Diagnostics diags;
  const FileId file = diags.sources.add("t.toml", "a = \"\"\"b\\\n \u00a0c\"\"\"\nd = 0x1");
  const auto value = read_toml(file, diags);
  REQUIRE(value);
  CHECK(value->find("a")->value->string.text == "b\u00a0c");
}
