#include "model/table_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/assert.hpp"
#include "base/utf8.hpp"
#include "model/key_homes.hpp"

namespace readout::model {
namespace {

using Kind = TomlValue::Kind;

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Keys with a zero behind each.
std::vector<std::string> keys_of(std::string_view row) {
  std::vector<std::string> keys;
  while (!row.empty()) {
    const std::size_t end = row.find('\0');
    keys.emplace_back(row.substr(0, end));
    row.remove_prefix(end + 1);
  }
  return keys;
}

/// As many as [meeting] has: more than a line of keys is no help.
constexpr std::size_t most_keys_listed = 15;

// U+00A0 and the other blanks of typography print nothing either.
bool blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, length] = utf8::decode(text, i);
    const bool none = c == U' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x3000;
    if (!none) return false;
    i += length;
  }
  return true;
}

}  // namespace

TableReader::TableReader(const TomlValue& table, FileId file, std::string path, std::string prefix, Diagnostics& diags)
    : table_(&table),
      file_(file),
      path_(std::move(path)),
      prefix_(std::move(prefix)),
      diags_(&diags),
      asked_(table.table.size()) {
  READOUT_ASSERT(table.kind == Kind::table);
}

const TomlValue* TableReader::find(std::string_view key) {
  known_.append(key).push_back('\0');
  const TomlEntry* entry = table_->find(key, next_);
  if (!entry) return nullptr;
  asked_[static_cast<std::size_t>(entry - table_->table.data())] = true;
  return entry->value.get();
}

const TomlValue* TableReader::require(std::string_view key, std::string_view hint) {
  const TomlValue* value = find(key);
  if (value) return value;
  const std::string where = path_.empty() ? "the file" : fmt::format("“{}”", path_);
  Diagnostic& told = fault("missing", span(), fmt::format("{} has no “{}”", where, key));
  if (!hint.empty()) told.hint(std::string(hint));
  return nullptr;
}

std::optional<std::string> TableReader::string(std::string_view key) {
  const TomlValue* value = find(key);
  return value ? string_of(*value, key) : std::nullopt;
}

std::optional<std::string> TableReader::string_of(const TomlValue& value, std::string_view key) {
  if (value.kind != Kind::string) return wrong_type(value, key, "a text"), std::nullopt;
  if (blank(value.string.text)) {
    fault("blank", value.span, fmt::format("“{}” is blank", name_of(key)))
        .hint("leave it out if there is nothing to say");
    return std::nullopt;
  }
  return value.string.text;
}

std::optional<std::int64_t> TableReader::integer(std::string_view key) {
  const TomlValue* value = find(key);
  if (!value) return std::nullopt;
  if (value->kind == Kind::integer) return value->integer;
  wrong_type(*value, key, "a whole number");
  return std::nullopt;
}

std::optional<double> TableReader::number(std::string_view key) {
  const TomlValue* value = find(key);
  if (!value) return std::nullopt;
  if (value->kind == Kind::integer) return static_cast<double>(value->integer);
  const bool finite = value->floating - value->floating == 0;
  if (value->kind == Kind::floating && finite) return value->floating;
  wrong_type(*value, key, "a number");
  return std::nullopt;
}

std::optional<bool> TableReader::boolean(std::string_view key) {
  const TomlValue* value = find(key);
  if (!value) return std::nullopt;
  if (value->kind == Kind::boolean) return value->boolean;
  wrong_type(*value, key, "true or false");
  return std::nullopt;
}

std::optional<std::string> TableReader::choice(std::string_view key, const std::vector<std::string>& allowed) {
  const TomlValue* value = find(key);
  const auto may_be = [&] { return fmt::format("it may be \"{}\"", fmt::join(allowed, "\", \"")); };
  if (value && value->kind != Kind::string) {
    wrong_type(*value, key, "a word").hint(may_be() + (value->kind == Kind::boolean ? ", or be left out" : ""));
    return std::nullopt;
  }
  const auto word = string(key);
  if (!word || contains(allowed, *word)) return word;
  Diagnostic& told = fault("choice", value->span, fmt::format("“{}” is not a value of “{}”", *word, name_of(key)));
  const std::string near = nearest(*word, allowed);
  if (!near.empty()) told.hint(fmt::format("“{}” is near", near));
  told.hint(may_be());
  return std::nullopt;
}

const TomlValue* TableReader::table(std::string_view key) {
  const TomlValue* value = find(key);
  return value && is_table(*value, key) ? value : nullptr;
}

bool TableReader::is_table(const TomlValue& value, std::string_view key) {
  if (value.kind != Kind::table) return wrong_type(value, key, "a table"), false;
  if (!value.table.empty()) return true;
  fault("empty", value.span, fmt::format("“{}” is empty", name_of(key)))
      .hint("leave it out if there is nothing to say");
  return false;
}

std::vector<const TomlValue*> TableReader::list(std::string_view key) {
  const TomlValue* value = find(key);
  return value ? list_of(*value, key) : std::vector<const TomlValue*>{};
}

std::vector<const TomlValue*> TableReader::list_of(const TomlValue& value, std::string_view key) {
  if (value.kind != Kind::array) return {&value};
  std::vector<const TomlValue*> out;
  for (const TomlValue& entry : value.array) out.push_back(&entry);
  if (out.empty()) {
    fault("empty", value.span, fmt::format("“{}” is empty", name_of(key)))
        .hint("leave it out if there is nothing to say");
  }
  return out;
}

Diagnostic& TableReader::wrong_type(const TomlValue& value, std::string_view key, std::string_view wanted) {
  Diagnostic& told = fault("type", value.span,
                           fmt::format("“{}” wants {}, but this is {}", name_of(key), wanted, kind_name(value.kind)));
  const bool text_wanted =
      wanted.find("text") != std::string_view::npos || wanted.find("line") != std::string_view::npos;
  const bool plain = value.kind != Kind::array && value.kind != Kind::table && value.kind != Kind::string;
  if (text_wanted && plain) told.hint(fmt::format("put it in quotes: \"{}\"", diags_->sources.text(value.span)));
  if (text_wanted && value.kind == Kind::array) told.hint("it takes one, without brackets");
  if (wanted == "a whole number" && value.kind == Kind::string) told.hint("write it without quotes");
  const bool of_tables = value.kind == Kind::array && !value.array.empty() && value.array.front().kind == Kind::table;
  if (wanted == "a table" && of_tables) told.hint(fmt::format("there is one of it at most: write [{}]", name_of(key)));
  if (wanted == "true or false" && value.kind == Kind::string) told.hint("write true or false without quotes");
  return told;
}

Diagnostic& TableReader::fault(std::string_view code, Span where, std::string message) {
  return diags_->error(fmt::format("{}.{}", prefix_, code), where, std::move(message));
}

void TableReader::finish() {
  const auto is_free = [&](const std::string& key) { return !free_.empty() && key.starts_with(free_); };
  for (std::size_t i = 0; i < asked_.size(); ++i) {
    const TomlEntry& entry = table_->table[i];
    if (asked_[i] || is_free(entry.key)) continue;
    if (std::find(reserved_.begin(), reserved_.end(), entry.key) != reserved_.end()) {
      fault("reserved", entry.key_span, fmt::format("“{}” is not in version 1", name_of(entry.key)))
          .hint("the name is kept for later; a key of your own begins with x_");
      continue;
    }
    const std::string where = path_.empty() ? "the file" : fmt::format("“{}”", path_);
    const bool enough = diags_->has_enough_of(prefix_ + ".unknown-key");
    Diagnostic& told = fault("unknown-key", entry.key_span, fmt::format("{} knows no key “{}”", where, entry.key));
    if (enough) continue;
    if (const std::string home = prefix_ == "brief" ? home_of_key(path_, entry.key) : ""; !home.empty())
      told.hint(home);
    else tell_known_keys(told, entry.key);
  }
}

void TableReader::tell_known_keys(Diagnostic& told, std::string_view unknown) const {
  std::vector<std::string> keys = keys_of(known_);
  if (const std::string near = nearest(unknown, keys); !near.empty()) {
    told.hint(fmt::format("“{}” is near", near));
    return;
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  if (keys.size() <= most_keys_listed) told.hint(fmt::format("it knows {}", fmt::join(keys, ", ")));
  else if (prefix_ == "brief") told.hint("“readout new --full FILE” writes a brief with every key there is");
}

Span TableReader::span() const { return table_->span; }

Span TableReader::span_of(std::string_view key) const {
  const TomlEntry* entry = table_->find(key);
  return entry ? entry->value->span : span();
}

std::string TableReader::name_of(std::string_view key) const {
  return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

}  // namespace readout::model
