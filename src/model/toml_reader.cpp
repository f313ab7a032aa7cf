#include "model/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

// The parser asserts what some broken files make false (and handles them right after): nothing may end the program
// there, and with NDEBUG and clang the compiler would be told to believe it.
#undef NDEBUG
#define TOML_ASSERT(condition) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "base/assert.hpp"
#include "base/utf8.hpp"
#include "model/toml_literal.hpp"
#include "model/toml_scan.hpp"
#include "model/toml_slips.hpp"

namespace readout::model {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The parser's lines and columns (code points, from 1, the byte-order mark not counted) -> bytes.
class Offsets {
 public:
  explicit Offsets(std::string_view text) {
    std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    lines_.push_back(0);
    while (at < text.size()) {
      starts_.push_back(static_cast<std::uint32_t>(at));
      if (text[at] == '\n') lines_.push_back(starts_.size());
      at += utf8::decode(text, at).length;
    }
    starts_.push_back(static_cast<std::uint32_t>(text.size()));
  }
  [[nodiscard]] std::uint32_t at(toml::source_position position) const {
    if (position.line == 0 || position.line > lines_.size()) return starts_.back();
    return starts_[std::min<std::size_t>(lines_[position.line - 1] + position.column - 1, starts_.size() - 1)];
  }

 private:
  std::vector<std::uint32_t> starts_;  // of every character, and the end of the text
  std::vector<std::size_t> lines_;     // index into starts_ of each line's first character
};

class Copier {
 public:
  Copier(FileId file, std::string_view text) : file_(file), text_(text), offsets_(text) {}

  TomlValue root(const toml::table& table) const {
    TomlValue out;
    const std::uint32_t start = offsets_.at({1, 1});
    out.span = {file_, start, start};
    copy_table(table, out);
    return out;
  }
  [[nodiscard]] std::size_t offset(toml::source_position position) const { return offsets_.at(position); }

 private:
  [[nodiscard]] Span span(const toml::source_region& region) const {
    const std::uint32_t begin = offsets_.at(region.begin);
    return {file_, begin, std::max(begin, offsets_.at(region.end))};
  }

  TomlValue copy(const toml::node& node) const {
    TomlValue out;
    out.span = span(node.source());
    switch (node.type()) {
      case toml::node_type::table: copy_table(*node.as_table(), out); break;
      case toml::node_type::array: copy_array(*node.as_array(), out); break;
      case toml::node_type::string: copy_string(*node.as_string(), out); break;
      case toml::node_type::integer: number(TomlValue::Kind::integer, out).integer = **node.as_integer(); break;
      case toml::node_type::floating_point:
        number(TomlValue::Kind::floating, out).floating = **node.as_floating_point();
        break;
      case toml::node_type::boolean: number(TomlValue::Kind::boolean, out).boolean = **node.as_boolean(); break;
      case toml::node_type::date: number(TomlValue::Kind::date, out).date = date(**node.as_date()); break;
      case toml::node_type::time: number(TomlValue::Kind::time, out).time = time(**node.as_time()); break;
      case toml::node_type::date_time: copy_date_time(**node.as_date_time(), out); break;
      case toml::node_type::none: READOUT_ASSERT(false);
    }
    return out;
  }
  static TomlValue& number(TomlValue::Kind kind, TomlValue& out) {
    out.kind = kind;
    return out;
  }

  // The parser sorts keys by name; the file's order is the order of the keys' places.
  void copy_table(const toml::table& table, TomlValue& out) const {
    out.kind = TomlValue::Kind::table;
    out.table.reserve(table.size());
    for (const auto& [key, value] : table) {
      TomlEntry entry{std::string(key.str()), span(key.source()), std::make_unique<TomlValue>(copy(value))};
      out.table.push_back(std::move(entry));
    }
    std::sort(out.table.begin(), out.table.end(),
              [](const TomlEntry& a, const TomlEntry& b) { return a.key_span.begin < b.key_span.begin; });
  }
  void copy_array(const toml::array& array, TomlValue& out) const {
    out.kind = TomlValue::Kind::array;
    out.array.reserve(array.size());
    for (const toml::node& value : array) out.array.push_back(copy(value));
    // An array of [[tables]] has no literal of its own: its first header stands for it.
    if (!out.array.empty() && out.array[0].span.begin <= out.span.begin) out.span = out.array[0].span;
  }
  void copy_string(const toml::value<std::string>& value, TomlValue& out) const {
    out.kind = TomlValue::Kind::string;
    out.string = decode_literal(text_, out.span.begin, out.span.end);
    READOUT_ASSERT(out.string.text == *value);
  }
  static void copy_date_time(const toml::date_time& value, TomlValue& out) {
    out.kind = TomlValue::Kind::date_time;
    out.date_time = {date(value.date), time(value.time), std::nullopt};
    if (value.offset) out.date_time.offset_minutes = value.offset->minutes;
  }
  static TomlDate date(const toml::date& d) { return {d.year, d.month, d.day}; }
  static TomlTime time(const toml::time& t) { return {t.hour, t.minute, t.second, static_cast<int>(t.nanosecond)}; }

  FileId file_;
  std::string_view text_;
  Offsets offsets_;
};

Span span_of(FileId file, TomlStretch stretch) { return {file, stretch.begin, stretch.end}; }

// What would make the parser recurse without bound, or let through what TOML forbids. True when all is well.
bool sound(FileId file, const TomlScan& scan, Diagnostics& diags) {
  if (scan.too_deep) {
    diags.error("toml.nesting", span_of(file, *scan.too_deep),
                fmt::format("brackets are nested more than {} deep", max_toml_nesting));
    return false;
  }
  if (scan.too_dotted) {
    diags.error("toml.dotted-key", span_of(file, *scan.too_dotted),
                fmt::format("a dotted key has more than {} parts", max_toml_key_parts));
    return false;
  }
  if (scan.stray_return) {
    diags
        .error("toml.control-character", span_of(file, *scan.stray_return),
               "a carriage return stands alone: lines end with a line feed")
        .hint("save the file with Unix or Windows line ends");
    return false;
  }
  return true;
}

bool well_formed(FileId file, std::string_view text, Diagnostics& diags) {
  const auto fault = utf8::first_fault(text);
  if (!fault) return true;
  const auto at = static_cast<std::uint32_t>(*fault);
  diags
      .error("toml.utf8", {file, at, at + 1},
             fmt::format("this is not UTF-8 (byte 0x{:02X})",
                         static_cast<unsigned>(static_cast<unsigned char>(text[*fault]))))
      .hint("save the file as UTF-8");
  return false;
}

// The text as the parser gets it. It asks of a stray character outside ASCII whether it is a blank, in a way that is
// undefined for Latin letters (3.3.0), so a '!' takes its place: as wrong there, and one column wide, too.
std::string guarded(std::string_view text, const TomlScan& scan) {
  std::string out;
  std::size_t done = 0;
  for (const TomlStretch& stray : scan.strays) {
    out.append(text.substr(done, stray.begin - done)).push_back('!');
    done = stray.end;
  }
  return out.append(text.substr(done));
}

}  // namespace

Span TomlString::span(FileId file, std::size_t begin, std::size_t end) const {
  READOUT_ASSERT(begin <= end && end < source.size());
  if (begin == end) return {file, source[begin], source[begin]};
  return {file, source[begin], source_end[end - 1]};
}

const TomlEntry* TomlValue::find(std::string_view key) const {
  const auto found = std::find_if(table.begin(), table.end(), [&](const TomlEntry& e) { return e.key == key; });
  return found == table.end() ? nullptr : &*found;
}

std::string_view kind_name(TomlValue::Kind kind) {
  switch (kind) {
    case TomlValue::Kind::string: return "a text";
    case TomlValue::Kind::integer: return "a number";
    case TomlValue::Kind::floating: return "a number with a point";
    case TomlValue::Kind::boolean: return "true or false";
    case TomlValue::Kind::date: return "a date";
    case TomlValue::Kind::time: return "a time";
    case TomlValue::Kind::date_time: return "a date with a time";
    case TomlValue::Kind::array: return "an array";
    case TomlValue::Kind::table: return "a table";
  }
  return "";
}

std::optional<TomlValue> read_toml(FileId file, Diagnostics& diags) {
  const std::string_view text = diags.sources[file].text();
  if (!well_formed(file, text, diags)) return std::nullopt;
  const TomlScan scan = scan_toml(text);
  if (!sound(file, scan, diags)) return std::nullopt;
  const Copier copier(file, text);
  const toml::parse_result parsed = scan.strays.empty() ? toml::parse(text) : toml::parse(guarded(text, scan));
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    tell_syntax_error({file, copier.offset(error.source().begin), error.description()}, scan, diags);
    return std::nullopt;
  }
  return copier.root(parsed.table());
}

}  // namespace readout::model
