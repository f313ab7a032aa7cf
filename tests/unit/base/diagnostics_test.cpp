#include "base/diagnostics.hpp"

#include <doctest/doctest.h>

using namespace readout;

namespace {

// Tells one fault at `marked` inside a one-line file and gives the rows under the headline.
std::string excerpt_of(const std::string& line, const std::string& marked) {
  Diagnostics diags;
  const FileId file = diags.sources.add("x.toml", line + "\n");
  const auto begin = static_cast<std::uint32_t>(line.find(marked));
  diags.error("t.t", {file, begin, begin + static_cast<std::uint32_t>(marked.size())}, "m");
  const std::string text = render_text(diags);
  return text.substr(text.find('\n') + 1);
}

}  // namespace

TEST_CASE("the caret stands under the span") {
  CHECK(excerpt_of("title = 3", "3") == "    1 | title = 3\n      |         ^\n");
  CHECK(excerpt_of("a = \"xyz\"", "\"xyz\"") == "    1 | a = \"xyz\"\n      |     ^~~~~\n");
}

TEST_CASE("the caret stands right after tabs, wide, combining and right-to-left text") {
  CHECK(excerpt_of("\ta = 3", "3") == "    1 |     a = 3\n      |         ^\n");
  CHECK(excerpt_of("ab\tc", "c") == "    1 | ab  c\n      |     ^\n");
  CHECK(excerpt_of("\u4E2D\u6587 = 3", "3") == "    1 | \u4E2D\u6587 = 3\n      |        ^\n");
  CHECK(excerpt_of("e\u0301 = 3", "3") == "    1 | e\u0301 = 3\n      |     ^\n");
  CHECK(excerpt_of("x = \u0642\u0637\u0631 *", "*") == "    1 | x = \u0642\u0637\u0631 *\n      |         ^\n");
}

TEST_CASE("controls of the input never reach the terminal raw") {
  const std::string text = excerpt_of("a\x1b[31m\u202Eb = 3", "3");
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
  CHECK(text.find("<U+001B>") != std::string::npos);
  CHECK(text.find("<U+202E>") != std::string::npos);
}

TEST_CASE("a fault is told with notes and hints, in the order of the file") {
  Diagnostics diags;
  const FileId file = diags.sources.add("input/summit.toml", "start  = 14:00:00\nend    = 09:15:00\n");
  diags.error("z.later", {file, 18, 21}, "later");
  diags.error("brief.time-order", {file, 9, 17}, "the meeting ends before it starts")
      .note({file, 27, 35}, "it starts here")
      .hint("times are 24-hour local time");
  CHECK(render_text(diags) ==
        "input/summit.toml:1:10: error: the meeting ends before it starts [brief.time-order]\n"
        "    1 | start  = 14:00:00\n"
        "      |          ^~~~~~~~\n"
        "    2 | end    = 09:15:00\n"
        "      |          -------- it starts here\n"
        "      = hint: times are 24-hour local time\n"
        "input/summit.toml:2:1: error: later [z.later]\n"
        "    2 | end    = 09:15:00\n"
        "      | ^~~\n");
}

TEST_CASE("a span over several lines is marked to the end of its first") {
  Diagnostics diags;
  const FileId file = diags.sources.add("x.toml", "a = \"\"\"one\ntwo\"\"\"\n");
  diags.error("t.t", {file, 4, 17}, "m");
  CHECK(render_text(diags).find("    1 | a = \"\"\"one\n      |     ^~~~~~\n") != std::string::npos);
}

TEST_CASE("a span at the end of the file has a caret") {
  Diagnostics diags;
  const FileId file = diags.sources.add("x.toml", "a = ");
  diags.error("t.t", {file, 4, 4}, "m");
  CHECK(render_text(diags).find("    1 | a = \n      |     ^\n") != std::string::npos);
}

TEST_CASE("very long lines are cut around the mark") {
  const std::string text = excerpt_of(std::string(500, 'a') + "X" + std::string(500, 'b'), "X");
  CHECK(text.size() < 500);
  const std::size_t row = text.find('\n');
  CHECK(text.find('X') != std::string::npos);
  CHECK(text.find('^') != std::string::npos);
  // The caret stands under X: the ellipsis is one cell but three bytes.
  CHECK(text.find('^', row) - (row + 1) == text.find('X') - 2);
}

TEST_CASE("warnings that say the same are told in full three times, then by their place; errors always in full") {
  Diagnostics diags;
  const FileId file = diags.sources.add("x.toml", "a = 1\nb = 2\nc = 3\nd = 4\ne = 5\n");
  for (std::uint32_t line = 0; line < 5; ++line) {
    const Span span{file, 6 * line, 6 * line + 1};
    diags.warning("w.w", span, "no text").hint("give it");
    diags.error("e.e", span, "wrong").hint("right");
  }
  diags.warning("w.w", {file, 28, 29}, "other");
  const std::string text = render_text(diags);
  const auto count = [&](std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  CHECK(count("= hint: give it\n") == 3);
  CHECK(count("= hint: right\n") == 5);
  CHECK(count("warning: no text [w.w]\n") == 5);
  CHECK(text.find("x.toml:4:1: warning: no text [w.w]\nx.toml:4:1: error") != std::string::npos);
  CHECK(text.find("x.toml:5:5: warning: other [w.w]\n    5 | e = 5\n") != std::string::npos);
}

TEST_CASE("the same as JSON") {
  Diagnostics diags;
  CHECK(render_json(diags) == "[]\n");
  const FileId file = diags.sources.add("a\"b.toml", "x = 1\n");
  diags.warning("w.w", {file, 4, 5}, "say \"no\"").hint("h");
  CHECK(
      render_json(diags) ==
      "[\n  {\"severity\": \"warning\", \"code\": \"w.w\", \"message\": \"say \\\"no\\\"\", \"file\": \"a\\\"b.toml\", "
      "\"line\": 1, \"column\": 5, \"end_line\": 1, \"end_column\": 6, \"notes\": [], \"hints\": [\"h\"]}\n]\n");
}

TEST_CASE("exit codes: the largest counts, warnings only when strict") {
  Diagnostics diags;
  CHECK(diags.exit_code() == 0);
  diags.warning("w", {}, "w");
  CHECK(diags.exit_code() == 0);
  CHECK(diags.exit_code(true) == 1);
  diags.failure(Blame::system, "s", "s");
  diags.error("e", {}, "e");
  CHECK(diags.exit_code() == 3);
}

TEST_CASE("the nearest name is offered when it is near") {
  const std::vector<std::string> keys{"title", "subtitle", "summary", "status"};
  CHECK(nearest("titel", keys) == "title");
  CHECK(nearest("statsu", keys) == "status");
  CHECK(nearest("sumary", keys) == "summary");
  CHECK(nearest("flag", keys).empty());
  CHECK(nearest("x", keys).empty());
  CHECK(nearest("c", {"b"}).empty());
  CHECK(nearest("bt", {"by"}).empty());
  CHECK(nearest("bei", {"bei1"}) == "bei1");
}

TEST_CASE("of a kind of fault a hundred are told, and then how many there are") {
  Diagnostics diags;
  const FileId file = diags.sources.add("t.toml", "key = 1\n");
  for (int i = 0; i < 1000; ++i) diags.error("brief.unknown-key", {file, 0, 3}, "unknown").hint("a hint");
  diags.warning("brief.other", {file, 0, 3}, "another");
  CHECK(diags.all().size() == most_of_a_kind + 1);
  CHECK(diags.error_count() == 1000);
  CHECK(diags.has_enough_of("brief.unknown-key"));
  CHECK_FALSE(diags.has_enough_of("brief.other"));
  const Diagnostic& last = diags.all()[most_of_a_kind - 1];
  REQUIRE(last.notes.size() == 1);
  CHECK(last.notes.front().text == "900 more of this kind are not told one by one");
  CHECK(last.hints.size() == 1);
  CHECK(render_text(diags).find("= note: 900 more of this kind are not told one by one\n") != std::string::npos);
  CHECK(render_json(diags).find("{\"file\": null, \"text\": \"900 more of this kind") != std::string::npos);
}
