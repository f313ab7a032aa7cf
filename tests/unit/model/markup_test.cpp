// Texts into pieces: rows of a TOML literal and what comes out of it.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "model/markup.hpp"
#include "model/toml_literal.hpp"

using namespace readout;
using namespace readout::model;

namespace {

std::string show(const Piece& piece) {
  std::string text = piece.text;
  for (auto at = piece.straight.rbegin(); at != piece.straight.rend(); ++at) text.insert(*at, "!");
  if (piece.ref) text = fmt::format("<#{} {}>", piece.ref->index, text);
  if (!piece.url.empty()) text = fmt::format("<{} {}>", piece.url, text);
  if (piece.emphasis) text = "e(" + text + ")";
  if (piece.strong) text = "s(" + text + ")";
  return text;
}

// Pieces are parted by "|", paragraphs by " / ". Faults are "code first-last byte".
std::string read(const std::string& literal, bool line = false) {
  Diagnostics diags;
  const FileId file = diags.sources.add("t.toml", literal);
  Ids ids;
  ids.names["costs"] = {{Target::Kind::point, 4}, {}};
  ids.names["north"] = {{Target::Kind::side, 0}, {}};
  const TomlString string = decode_literal(literal, 0, literal.size());
  std::string out;
  if (line) {
    const LineText read = read_line(string, {file, 0, 0}, {file, &ids, &diags});
    out = show(Piece{read.value, false, false, "", std::nullopt, read.straight, {}});
  } else {
    for (const TextParagraph& paragraph : read_text(string, {file, &ids, &diags}).paragraphs) {
      out += out.empty() ? "" : " / ";
      for (const Piece& piece : paragraph) out += (&piece == paragraph.data() ? "" : "|") + show(piece);
    }
  }
  for (const Diagnostic& d : diags.all()) out += fmt::format(" [{} {}-{}]", d.code, d.span.begin, d.span.end);
  return out;
}

struct Row {
  const char* literal;
  const char* expected;
};

}  // namespace

TEST_CASE("texts come apart into paragraphs and pieces") {
  constexpr Row rows[] = {
      {R"~("plain")~", "plain"},
      {R"~("one *two* three")~", "one |e(two)| three"},
      {R"~("**one** two")~", "s(one)| two"},
      {R"~("***one** two* x")~", "s(e(one))|e( two)| x"},
      {R"~("***one* two** x")~", "s(e(one))|s( two)| x"},
      {R"~("***one*** two")~", "s(e(one))| two"},
      {R"~("*a **b** c*")~", "e(a )|s(e(b))|e( c)"},
      {R"~("2 * 3 ** 4")~", "2 * 3 ** 4"},
      {R"~("* at the start")~", "* at the start"},
      {R"~("قال *نعم* ثم")~", "قال |e(نعم)| ثم"},
      {R"~("a \\*b\\* \\[c](d) \\\\")~", "a *b* [c](d) \\"},
      {R"~('a \*b\* \[c](d) \\')~", "a *b* [c](d) \\"},
      {R"~('\n stays, and \"so\" is straight')~", "\\n stays, and !\"so!\" is straight"},
      {R"~("don't \"quote\"")~", "don't \"quote\""},
      {R"~("[a] and [b] (c)")~", "[a] and [b] (c)"},
      {R"~("0 in [0, 1)")~", "0 in [0, 1)"},
      {R"~("[x](https://e.org/a(b)c) y")~", "<https://e.org/a(b)c x>| y"},
      {R"~("[x *y*](mailto:a@b.c)")~", "<mailto:a@b.c x >|e(<mailto:a@b.c y>)"},
      {R"~("*see [x](http://e.org)*")~", "e(see )|e(<http://e.org x>)"},
      {R"~("[ق](https://e.org/ق)")~", "<https://e.org/%D9%82 ق>"},
      {R"~("see [the costs](#costs).")~", "see |<#4 the costs>|."},
      {R"~("see [](#costs)[](#costs)")~", "see |<#4 >|<#4 >"},
      {"\"\"\"\none\n  two\t\n\n \t\nthree\n\"\"\"", "one two / three"},
      {"\"\"\"one \\\n   two\"\"\"", "one two"},
      {"'''one\r\ntwo\r\n\r\nthree'''", "one two / three"},
      {"\"\"\"*one\ntwo* three\"\"\"", "e(one two)| three"},
  };
  for (const Row& row : rows)
    CHECK_MESSAGE(read(row.literal) == row.expected, row.literal << " => " << read(row.literal));
}

TEST_CASE("faults of markup stand under their own bytes") {
  constexpr Row rows[] = {
      {R"~("a *b")~", "a |e(b) [brief.markup-unclosed 3-4]"},
      {R"~("\u0061 **b")~", "a |s(b) [brief.markup-unclosed 8-10]"},
      {R"~("a* b")~", "a b [brief.markup-stray 2-3]"},
      {R"~("3*4")~", "3|e(4) [brief.markup-unclosed 2-3]"},
      {R"~("*a *b* c")~", "e(a b)| c [brief.markup-stray 4-5]"},
      {R"~("*a **b* c**")~", "e(a )|s(e(b))|s( c) [brief.markup-crossed 7-8]"},
      {R"~("****a")~", "a [brief.markup-stray 1-5]"},
      {R"~("[a](b c)")~", "<b c a> [brief.link-address 5-8]"},
      {R"~("[a](https://)")~", "<https:// a> [brief.link-address 5-13]"},
      {R"~("[a](mailto:b)")~", "<mailto:b a> [brief.link-address 5-13]"},
      {R"~("[a](#nobody)")~", "a [brief.link-target 5-12]"},
      {R"~("[a](#north)")~", "a [brief.link-target 5-11]"},
      {R"~("[](https://e.org)")~", " [brief.link-text 1-18]"},
      {R"~("a [b](https://e.org")~", "a  [brief.link-unclosed 3-7]"},
      {"\"\"\"*a\n\nb*\"\"\"", "e(a) / b [brief.markup-unclosed 3-4] [brief.markup-stray 8-9]"},
  };
  for (const Row& row : rows)
    CHECK_MESSAGE(read(row.literal) == row.expected, row.literal << " => " << read(row.literal));
}

TEST_CASE("lines take no markup") {
  constexpr Row rows[] = {
      {R"~("  plain  ")~", "plain"},
      {R"~("2 * 3 [a] (b)")~", "2 * 3 [a] (b)"},
      {R"~("A\\* said \\\"so\\\"")~", "A* said !\"so!\""},
      {R"~("a *b* *c*")~", "a *b* *c* [brief.line-markup 3-4]"},
      {R"~("[a](#costs)")~", "[a](#costs) [brief.line-markup 1-12]"},
  };
  for (const Row& row : rows) {
    CHECK_MESSAGE(read(row.literal, true) == row.expected, row.literal << " => " << read(row.literal, true));
  }
}

TEST_CASE("long texts are read in linear time") {
  const auto repeat = [](const std::string& unit) {
    std::string out = "\"";
    for (int i = 0; i < 50'000; ++i) out += unit;
    return out + "\"";
  };
  for (const char* unit : {"[", "[](", "*a* ", "a](b ", "(", "\\\\*", "** "}) CHECK(!read(repeat(unit)).empty());
}

TEST_CASE("many paragraphs take memory in proportion, also where blanks stand on the lines between them") {
  constexpr std::size_t count = 100'000;
  std::string literal = "\"\"\"";
  for (std::size_t i = 0; i < count; ++i) literal += "a\n \n";
  literal += "\"\"\"";
  const std::string out = read(literal);
  CHECK(out.size() == count + (count - 1) * 3);
}
