#include "model/template_values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "base/ascii.hpp"

namespace readout::model {
namespace {

struct UnitName {
  std::string_view name;
  Unit unit;
  double in_points;
};
constexpr UnitName unit_names[] = {
    {"pt", Unit::point, 1.0},
    {"mm", Unit::point, 72.0 / 25.4},
    {"cm", Unit::point, 720.0 / 25.4},
    {"in", Unit::point, 72.0},
    {"em", Unit::em, 1.0},
    {"x", Unit::times, 1.0},
};

void tell_bad(TableReader& table, std::string_view key, const TomlValue& value, std::string_view wanted,
              std::string_view hint) {
  table.fault("length", value.span, fmt::format("“{}” wants {}", table.name_of(key), wanted)).hint(std::string(hint));
}

/// The text of a value that should be a length; numbers without a unit are told as such.
const std::string* quantity_text(TableReader& table, std::string_view key, const TomlValue& value,
                                 std::string_view example) {
  if (value.kind == TomlValue::Kind::string) return &value.string.text;
  const bool number = value.kind == TomlValue::Kind::integer || value.kind == TomlValue::Kind::floating;
  if (number)
    tell_bad(table, key, value, "a number with its unit, in quotes", fmt::format("e.g. {} = \"{}\"", key, example));
  else table.wrong_type(value, key, "a length in quotes");
  return nullptr;
}

/// x^(1/5) by Newton's method; pow() may differ from machine to machine in its last bit.
double fifth_root(double x) {
  if (x <= 0) return 0;
  double r = 1;
  for (int i = 0; i < 60; ++i) r = (4 * r + x / (r * r * r * r)) / 5;
  return r;
}

double linear(std::uint8_t channel) {
  const double s = channel / 255.0;
  if (s <= 0.04045) return s / 12.92;
  const double base = (s + 0.055) / 1.055;
  const double root = fifth_root(base);
  return base * base * root * root;  // base^2.4
}

void split_names(std::string_view inside, std::vector<std::string>& names) {
  for (std::size_t begin = 0; begin <= inside.size();) {
    const std::size_t end = std::min(inside.find('|', begin), inside.size());
    names.emplace_back(inside.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

std::optional<double> parse_quantity(std::string_view text, Unit unit) {
  double number = 0;
  const char* const last = text.data() + text.size();
  if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
  const auto [rest, fault] = std::from_chars(text.data(), last, number, std::chars_format::fixed);
  if (fault != std::errc{} || number > 100000) return std::nullopt;
  const std::string_view name(rest, static_cast<std::size_t>(last - rest));
  for (const UnitName& known : unit_names)
    if (known.name == name && known.unit == unit) return number * known.in_points;
  return std::nullopt;
}

std::optional<Pt> read_length(TableReader& table, std::string_view key) {
  const TomlValue* value = table.find(key);
  if (!value) return std::nullopt;
  const std::string* text = quantity_text(table, key, *value, "24mm");
  if (!text) return std::nullopt;
  if (const auto points = parse_quantity(*text, Unit::point)) return Pt::from_points(*points);
  tell_bad(table, key, *value, fmt::format("a length, but this is “{}”", *text),
           "a number with pt, mm, cm or in, e.g. \"11pt\" or \"24mm\"");
  return std::nullopt;
}

std::optional<Em> read_em(TableReader& table, std::string_view key, double most) {
  const TomlValue* value = table.find(key);
  if (!value) return std::nullopt;
  const std::string* text = quantity_text(table, key, *value, "0.09em");
  if (!text) return std::nullopt;
  if (const auto ems = parse_quantity(*text, Unit::em); ems && *ems <= most) return Em(*ems);
  tell_bad(table, key, *value, fmt::format("a share of the size, but this is “{}”", *text),
           fmt::format("a number with em, at most {:g}, e.g. \"0.09em\"", most));
  return std::nullopt;
}

std::optional<SizeRule> read_size(TableReader& table, std::string_view key) {
  const TomlValue* value = table.find(key);
  if (!value) return std::nullopt;
  const std::string* text = quantity_text(table, key, *value, "10.6pt");
  if (!text) return std::nullopt;
  if (const auto points = parse_quantity(*text, Unit::point); points && *points >= 1 && *points <= 1000)
    return SizeRule{Pt::from_points(*points), 0};
  if (const auto times = parse_quantity(*text, Unit::times); times && *times >= 0.1 && *times <= 10)
    return SizeRule{Pt{}, *times};
  tell_bad(table, key, *value, fmt::format("a size, but this is “{}”", *text),
           "1pt to 1000pt, or a multiple from 0.1x to 10x, e.g. \"10.6pt\" or \"1.12x\"");
  return std::nullopt;
}

std::optional<int> read_count(TableReader& table, std::string_view key, int least, int most) {
  const auto number = table.integer(key);
  if (!number) return std::nullopt;
  if (*number >= least && *number <= most) return static_cast<int>(*number);
  table.fault("range", table.span_of(key),
              fmt::format("“{}” is {}, but may be {} to {}", table.name_of(key), *number, least, most));
  return std::nullopt;
}

Pt require_length(TableReader& table, std::string_view key) {
  if (!table.require(key, "a length, e.g. \"4mm\"; a template that extends house has it from there")) return Pt{};
  return read_length(table, key).value_or(Pt{});
}

int require_count(TableReader& table, std::string_view key, int least, int most) {
  if (!table.require(key, "a whole number; a template that extends house has it from there")) return least;
  return read_count(table, key, least, most).value_or(least);
}

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  std::uint8_t channel[3] = {};
  for (std::size_t i = 0; i < 3; ++i) {
    const int high = ascii::hex_digit(text[1 + 2 * i]), low = ascii::hex_digit(text[2 + 2 * i]);
    if (high < 0 || low < 0) return std::nullopt;
    channel[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return Colour{channel[0], channel[1], channel[2]};
}

std::optional<Colour> read_colour(TableReader& table, std::string_view key,
                                  const std::map<std::string, At<Colour>>& palette) {
  const auto name = table.string(key);
  if (!name) return std::nullopt;
  if (const auto found = palette.find(*name); found != palette.end()) return found->second.value;
  std::vector<std::string> names;
  for (const auto& [known, colour] : palette) names.push_back(known);
  Diagnostic& told =
      table.fault("unknown-colour", table.span_of(key), fmt::format("the palette has no colour “{}”", *name));
  if (const std::string near = nearest(*name, names); !near.empty()) told.hint(fmt::format("“{}” is near", near));
  else if (parse_colour(*name)) told.hint("give the colour a name in [palette] and use that");
  else if (!names.empty()) told.hint(fmt::format("it has {}", fmt::join(names, ", ")));
  return std::nullopt;
}

double contrast_on_white(Colour colour) {
  const double luminance = 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
  return 1.05 / (luminance + 0.05);
}

std::vector<PatternPiece> split_pattern(std::string_view text) {
  std::vector<PatternPiece> pieces;
  std::string literal;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t close = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      literal += text[i++];
      continue;
    }
    if (!literal.empty()) pieces.push_back({std::exchange(literal, {}), {}});
    PatternPiece piece;
    split_names(text.substr(i + 1, close - i - 1), piece.names);
    pieces.push_back(std::move(piece));
    i = close + 1;
  }
  if (!literal.empty()) pieces.push_back({literal, {}});
  return pieces;
}

std::optional<Pattern> read_pattern(const TomlValue& value, const std::vector<std::string>& allowed, TableReader& table,
                                    std::string_view key) {
  if (value.kind != TomlValue::Kind::string) return table.wrong_type(value, key, "a text"), std::nullopt;
  const std::string& text = value.string.text;
  const auto at = [&](std::size_t begin, std::size_t end) { return value.string.span(value.span.file, begin, end); };
  bool good = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{' && text[i] != '}') continue;
    const std::size_t close = text.find_first_of("{}", i + 1);
    if (text[i] == '}' || close == std::string::npos || text[close] == '{') {
      table.fault("placeholder", at(i, i + 1), "this brace has no partner")
          .hint("a placeholder is a name in braces, e.g. {meeting.place}");
      good = false;
      continue;
    }
    std::vector<std::string> names;
    split_names(std::string_view(text).substr(i + 1, close - i - 1), names);
    for (const std::string& name : names) {
      if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) continue;
      Diagnostic& told =
          table.fault("unknown-placeholder", at(i, close + 1), fmt::format("no placeholder is called “{}”", name));
      if (const std::string near = nearest(name, allowed); !near.empty()) told.hint(fmt::format("“{}” is near", near));
      else if (allowed.empty()) told.hint("this text takes none");
      else if (allowed.size() < 30) told.hint(fmt::format("here it may be {}", fmt::join(allowed, ", ")));
      good = false;
    }
    i = close;
  }
  if (!good) return std::nullopt;
  return Pattern{split_pattern(text), text, value.span};
}

}  // namespace readout::model
