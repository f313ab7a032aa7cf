#include "unit/press/support_toml.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace readout::test {
namespace {

using model::TomlEntry;
using model::TomlValue;

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') out += "\\n";
    else out += c;
  }
  return out + "\"";
}

std::string date(const model::TomlDate& d) { return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day); }
std::string time(const model::TomlTime& t) { return fmt::format("{:02}:{:02}:{:02}", t.hour, t.minute, t.second); }

std::string offset(const std::optional<int>& minutes) {
  if (!minutes) return "";
  const int size = *minutes < 0 ? -*minutes : *minutes;
  return fmt::format("{}{:02}:{:02}", *minutes < 0 ? '-' : '+', size / 60, size % 60);
}

std::string write(const TomlValue& value) {
  std::vector<std::string> parts;
  switch (value.kind) {
    case TomlValue::Kind::string: return quoted(value.string.text);
    case TomlValue::Kind::integer: return fmt::format("{}", value.integer);
    case TomlValue::Kind::floating: return fmt::format("{:.6f}", value.floating);
    case TomlValue::Kind::boolean: return value.boolean ? "true" : "false";
    case TomlValue::Kind::date: return date(value.date);
    case TomlValue::Kind::time: return time(value.time);
    case TomlValue::Kind::date_time:
      return date(value.date_time.date) + "T" + time(value.date_time.time) + offset(value.date_time.offset_minutes);
    case TomlValue::Kind::array:
      for (const TomlValue& item : value.array) parts.push_back(write(item));
      return fmt::format("[{}]", fmt::join(parts, ", "));
    case TomlValue::Kind::table:
      for (const TomlEntry& entry : value.table) parts.push_back(quoted(entry.key) + " = " + write(*entry.value));
      return fmt::format("{{ {} }}", fmt::join(parts, ", "));
  }
  return "";
}

void collect(const TomlValue& value, const KeyPlace& here, std::vector<KeyPlace>& out) {
  for (std::size_t i = 0; i < value.array.size(); ++i) {
    KeyPlace item = here;
    item.steps.push_back(fmt::format("#{}", i));
    collect(value.array[i], item, out);
  }
  for (const TomlEntry& entry : value.table) {
    KeyPlace key = here;
    key.pattern += (key.pattern.empty() ? "" : ".") + entry.key;
    key.steps.push_back(entry.key);
    out.push_back(key);
    collect(*entry.value, key, out);
  }
}

TomlEntry& entry_in(TomlValue& table, const std::string& key) {
  const auto found =
      std::find_if(table.table.begin(), table.table.end(), [&](const TomlEntry& entry) { return entry.key == key; });
  REQUIRE(found != table.table.end());
  return *found;
}

// The table that holds the key.
TomlValue& holder_of(TomlValue& root, const KeyPlace& place) {
  TomlValue* at = &root;
  for (std::size_t i = 0; i + 1 < place.steps.size(); ++i) {
    const std::string& step = place.steps[i];
    at = step[0] == '#' ? &at->array.at(std::stoul(step.substr(1))) : entry_in(*at, step).value.get();
  }
  return *at;
}

}  // namespace

TomlValue parse_toml(const std::string& text) {
  Diagnostics diags;
  auto root = model::read_toml(diags.sources.add("test.toml", text), diags);
  REQUIRE_MESSAGE(root.has_value(), render_text(diags));
  return std::move(*root);
}

std::string write_toml(const TomlValue& root) {
  std::string out;
  for (const TomlEntry& entry : root.table) out += quoted(entry.key) + " = " + write(*entry.value) + "\n";
  return out;
}

std::vector<KeyPlace> keys_of(const TomlValue& root) {
  std::vector<KeyPlace> out;
  collect(root, {}, out);
  return out;
}

TomlEntry& entry_at(TomlValue& root, const KeyPlace& place) {
  return entry_in(holder_of(root, place), place.steps.back());
}

void remove_key(TomlValue& root, const KeyPlace& place) {
  auto& table = holder_of(root, place).table;
  const auto is_it = [&](const TomlEntry& entry) { return entry.key == place.steps.back(); };
  table.erase(std::find_if(table.begin(), table.end(), is_it));
}

}  // namespace readout::test
