// How faults are told: for people, and as JSON.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/printable.hpp"
#include "base/utf8.hpp"

namespace readout {
namespace {

constexpr int tab_width = 4;
constexpr std::size_t longest_line = 160;  // cells of a source line that are shown

struct Paint {
  bool on = false;
  [[nodiscard]] std::string operator()(std::string_view code, std::string_view text) const {
    return on ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }
};

// What stands for one character on the terminal. Controls become visible, so that none acts.
std::string shown(char32_t c, int column) {
  if (c == U'\t') return std::string(static_cast<std::size_t>(tab_width - column % tab_width), ' ');
  if (c == 0xFFFD) return "\xEF\xBF\xBD";
  if (is_control(c)) return fmt::format("<{}>", utf8::name_of(c));
  return utf8::encode(c);
}

int cells_of(std::string_view text) {
  int n = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto decoded = utf8::decode(text, i);
    n += utf8::cells(decoded.value);
    i += decoded.length;
  }
  return n;
}

// A source line as shown, with the cells where the marked bytes begin and end.
struct ShownLine {
  std::string text;
  int mark_begin = 0, mark_end = 0;
};

ShownLine show_line(std::string_view line, std::size_t begin, std::size_t end) {
  ShownLine out;
  int column = 0;
  for (std::size_t i = 0; i < line.size();) {
    if (i <= begin) out.mark_begin = column;
    const auto decoded = utf8::decode(line, i);
    const std::string piece = shown(decoded.value, column);
    out.text += piece;
    column += cells_of(piece);
    i += decoded.length;
    if (i <= end) out.mark_end = column;
  }
  if (begin >= line.size()) out.mark_begin = column;
  out.mark_end = std::max(out.mark_end, out.mark_begin + 1);
  return out;
}

// Long lines are cut around the mark.
void cut(ShownLine& line) {
  const auto width = static_cast<std::size_t>(cells_of(line.text));
  if (width <= longest_line) return;
  const int from = std::max(0, line.mark_begin - static_cast<int>(longest_line) / 3);
  std::string kept;
  int column = 0;
  for (std::size_t i = 0; i < line.text.size();) {
    const auto decoded = utf8::decode(line.text, i);
    if (column >= from && column < from + static_cast<int>(longest_line)) kept += line.text.substr(i, decoded.length);
    column += utf8::cells(decoded.value);
    i += decoded.length;
  }
  const bool head = from > 0, tail = from + static_cast<int>(longest_line) < column;
  line.text.clear();
  if (head) line.text.append("\xE2\x80\xA6");
  line.text.append(kept);
  if (tail) line.text.append("\xE2\x80\xA6");
  line.mark_begin += (head ? 1 : 0) - from;
  line.mark_end = std::min(line.mark_end + (head ? 1 : 0) - from, static_cast<int>(longest_line) + 1);
}

/// The line around its mark. Of a line far longer than is shown only the part around the mark is looked at, since a
/// thousand faults may be told of a line of a megabyte.
ShownLine shown_around(std::string_view line, std::size_t begin, std::size_t end) {
  constexpr std::size_t reach = 8 * longest_line;  // bytes; more than is shown, however they are encoded
  const auto character = [line](std::size_t at) {
    while (at > 0 && at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) --at;
    return std::min(at, line.size());
  };
  const std::size_t from = begin > reach ? character(begin - reach) : 0;
  const std::size_t to = character(std::min(end, begin + reach) + reach);
  ShownLine out = show_line(line.substr(from, to - from), begin - from, std::min(end, to) - from);
  cut(out);
  return out;
}

std::size_t digits(std::size_t n) { return fmt::formatted_size("{}", n); }

struct Excerpt {
  const Sources* sources;
  Paint paint;
  std::size_t gutter;

  // The line of `span` and a row of `mark` under it: ^~~~ for the fault, ---- for a note.
  void put(std::string& out, Span span, char first, char rest, std::string_view text, std::string_view code) const {
    const SourceFile& file = (*sources)[span.file];
    const Position at = file.position(span.begin);
    const std::size_t start = file.line_start(at.line);
    const std::string_view line = file.line(at.line);
    const std::size_t begin = std::clamp<std::size_t>(span.begin, start, file.text().size()) - start;
    const std::size_t end =
        std::clamp<std::size_t>(span.end - std::min<std::size_t>(start, span.end), begin, std::max(begin, line.size()));
    ShownLine shown_line = shown_around(line, begin, end);
    const auto lead = static_cast<std::size_t>(shown_line.mark_begin);
    const auto marks = static_cast<std::size_t>(std::max(1, shown_line.mark_end - shown_line.mark_begin));
    out += fmt::format("{:>{}} | {}\n", at.line, gutter, shown_line.text);
    const std::string row = std::string(1, first) + std::string(marks - 1, rest);
    out += fmt::format("{:{}} | {}{}{}\n", "", gutter, std::string(lead, ' '), paint(code, row),
                       text.empty() ? "" : " " + std::string(text));
  }
};

constexpr int most_in_full = 3;  // warnings of one kind with the same remedy; of the others the first line is enough

std::size_t gutter_of(const Diagnostic& diagnostic, const Sources& sources) {
  std::size_t widest = 3;
  const auto widen = [&](Span span) {
    if (span.valid()) widest = std::max(widest, digits(sources[span.file].position(span.begin).line));
  };
  widen(diagnostic.span);
  for (const Label& label : diagnostic.notes) widen(label.span);
  return widest + 2;
}

void render_one(std::string& out, const Diagnostic& d, const Sources& sources, Paint paint, bool in_full) {
  const bool error = d.severity == Severity::error;
  const std::string_view code = error ? "1;31" : "1;35";
  if (d.span.valid()) {
    const SourceFile& file = sources[d.span.file];
    const Position at = file.position(d.span.begin);
    out += paint("1", fmt::format("{}:{}:{}: ", printable(file.name()), at.line, at.column));
  } else {
    out += paint("1", "readout: ");
  }
  out += paint(code, error ? "error: " : "warning: ");
  out += paint("1", printable(d.message));
  out += fmt::format(" [{}]\n", d.code);
  if (!in_full) return;
  const Excerpt excerpt{&sources, paint, gutter_of(d, sources)};
  if (d.span.valid()) excerpt.put(out, d.span, '^', '~', "", code);
  for (const Label& label : d.notes) {
    if (label.span.valid() && label.span.file != d.span.file) {
      const Position at = sources[label.span.file].position(label.span.begin);
      out += fmt::format("{:{}} : {}:{}:{}\n", "", excerpt.gutter, printable(sources[label.span.file].name()), at.line,
                         at.column);
    }
    if (label.span.valid()) excerpt.put(out, label.span, '-', '-', printable(label.text), "1;34");
    else out += fmt::format("{:{}} = note: {}\n", "", excerpt.gutter, printable(label.text));
  }
  for (const std::string& hint : d.hints)
    out += fmt::format("{:{}} = {}: {}\n", "", excerpt.gutter, paint("1;36", "hint"), printable(hint));
}

void put_json_span(std::string& out, Span span, const Sources& sources) {
  if (!span.valid()) {
    out += "\"file\": null";
    return;
  }
  const SourceFile& file = sources[span.file];
  const Position begin = file.position(span.begin), end = file.position(std::max(span.begin, span.end));
  out += "\"file\": ";
  append_json(out, file.name());
  out += fmt::format(R"(, "line": {}, "column": {}, "end_line": {}, "end_column": {})", begin.line, begin.column,
                     end.line, end.column);
}

void put_json(std::string& out, const Diagnostic& d, const Sources& sources) {
  out += fmt::format("  {{\"severity\": \"{}\", \"code\": ", d.severity == Severity::error ? "error" : "warning");
  append_json(out, d.code);
  out += ", \"message\": ";
  append_json(out, d.message);
  out += ", ";
  put_json_span(out, d.span, sources);
  out += ", \"notes\": [";
  for (const Label& label : d.notes) {
    out += &label == &d.notes.front() ? "{" : ", {";
    put_json_span(out, label.span, sources);
    out += ", \"text\": ";
    append_json(out, label.text);
    out += "}";
  }
  out += "], \"hints\": [";
  for (const std::string& hint : d.hints) {
    if (&hint != &d.hints.front()) out += ", ";
    append_json(out, hint);
  }
  out += "]}";
}

}  // namespace

std::string render_text(const Diagnostics& diags, bool colour) {
  std::string out;
  std::map<std::pair<std::string, std::vector<std::string>>, int> warned;  // how often, by code and hints
  for (const Diagnostic& one : diags.sorted()) {
    const bool may_be_short = one.severity == Severity::warning && one.span.valid() && one.notes.empty();
    const bool again = may_be_short && ++warned[{one.code, one.hints}] > most_in_full;
    render_one(out, one, diags.sources, Paint{colour}, !again);
  }
  return out;
}

std::string render_json(const Diagnostics& diags) {
  std::string out = "[";
  bool first = true;
  for (const Diagnostic& diagnostic : diags.sorted()) {
    out += first ? "\n" : ",\n";
    put_json(out, diagnostic, diags.sources);
    first = false;
  }
  out += first ? "]\n" : "\n]\n";
  return out;
}

}  // namespace readout
