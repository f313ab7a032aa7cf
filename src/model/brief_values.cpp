// L, T and plain strings; the other types have files of their own.
#include "model/brief_values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "model/characters.hpp"
#include "model/letters.hpp"
#include "model/markup.hpp"
#include "model/web_address.hpp"

namespace readout::model {
namespace {

using Kind = TomlValue::Kind;

// Kept for later versions: a brief that uses one now would not mean then what it means now.
constexpr std::array<std::string_view, 19> reserved = {
    "mark", "portions", "seat",   "card",   "bio",     "pronounce", "topic", "follow_up", "tz",   "country",
    "copy", "copies",   "duplex", "gutter", "binding", "size",      "grey",  "register",  "house"};

/// A line may become a string of the PDF (a title, a description), and in two languages: those have 16,382 units at
/// most.
constexpr std::size_t longest_line = 4000;

/// False after telling that a line is longer than any line of a document.
bool is_of_length(TableReader& t, const TomlValue& value, std::string_view key) {
  const std::size_t size = utf8::count(value.string.text);
  if (size <= longest_line) return true;
  t.fault("long-line", value.span,
          fmt::format("“{}” has {} characters; a line may have {}", t.name_of(key), size, longest_line))
      .hint("say it shorter, or in a text: summary, text, note, body");
  return false;
}

}  // namespace

BriefValues::BriefValues(FileId file, const TomlValue& root, Diagnostics& diags)
    : ids(collect_ids(root)), file_(file), diags_(diags) {}

TableReader BriefValues::open(const TomlValue& table, std::string path) {
  TableReader reader(table, file_, std::move(path), "brief", diags_);
  reader.allow_prefix("x_");
  reader.reserve(reserved);
  note_free_keys(table);
  return reader;
}

std::optional<TableReader> BriefValues::open(TableReader& parent, const TomlValue& value, std::string_view key) {
  if (!parent.is_table(value, key)) return std::nullopt;
  return open(value, parent.name_of(key));
}

std::optional<TableReader> BriefValues::open(TableReader& parent, std::string_view key) {
  const TomlValue* value = parent.find(key);
  return value ? open(parent, *value, key) : std::nullopt;
}

void BriefValues::note_free_keys(const TomlValue& table) {
  for (const TomlEntry& entry : table.table)
    if (entry.key.starts_with("x_")) unprinted.push_back({entry.key, entry.key_span});
}

// ---- languages ----------------------------------------------------------------------------------

std::optional<std::size_t> BriefValues::language_of(TableReader& t, const TomlEntry& entry, std::string_view key) {
  const auto [match, index] = languages.find(entry.key);
  if (match == Languages::Match::found) return index;
  if (match == Languages::Match::ambiguous) {
    t.fault("language-key", entry.key_span,
            fmt::format("“{}” may mean {}", entry.key, fmt::join(languages.tags, " or ")))
        .hint("write the whole tag");
    return std::nullopt;
  }
  const bool may_be_added = !languages.listed && is_language_tag(entry.key);
  const std::string hint =
      may_be_added
          ? fmt::format("the file is in en alone; in two languages: [document] lang = [\"en\", \"{}\"]", entry.key)
          : fmt::format("document.lang lists {}", fmt::join(languages.tags, " and "));
  t.fault("language-key", entry.key_span,
          fmt::format("“{}” of “{}” is no language of this file", entry.key, t.name_of(key)))
      .hint(hint);
  return std::nullopt;
}

namespace {

/// Names, and titles of what others wrote, are printed in whatever language they are in; so are cells of grids.
bool is_of_any_language(std::string_view path, std::string_view key) {
  static constexpr std::array<std::string_view, 7> keys = {"name", "short", "in_text", "people",
                                                           "rows", "term",  "columns"};
  const bool is_title = key == "title" && (path.starts_with("annex") || path.starts_with("agreement"));
  return std::find(keys.begin(), keys.end(), key) != keys.end() || path.starts_with("source") || is_title;
}

}  // namespace

// Said once for each text: one of them may be in the wrong place, or all of them when the brief does not say its
// language.
void BriefValues::check_letters(TableReader& t, const TomlValue& value, std::string_view key, std::size_t lang) {
  const std::string& tag = languages.tags[lang];
  if (value.kind != Kind::string || is_of_any_language(t.name_of(key), key)) return;
  if (diags_.has_enough_of("brief.wrong-language") || !is_in_other_script(value.string.text, tag)) return;
  diags_
      .warning("brief.wrong-language", value.span,
               fmt::format("“{}” is said to be in “{}”, and has no letter of its script", t.name_of(key), tag))
      .hint(
          "[document] lang = [\"…\"] says which language the texts are in; of two, { en = \"…\", ar = \"…\" } says "
          "which is which");
}

// A string is in the main language; a table has a key for each. `read` gives std::optional<T> of a value.
template <class T, class Read>
std::optional<Localised<T>> BriefValues::localised(TableReader& t, const TomlValue& value, std::string_view key,
                                                   Read read) {
  Localised<T> out;
  out.span = value.span;
  if (value.kind != Kind::table) {
    out.in[0] = read(value);
    check_letters(t, value, key, 0);
    return out.in[0] ? std::optional(out) : std::nullopt;
  }
  if (!t.is_table(value, key)) return std::nullopt;
  note_free_keys(value);
  bool doubtful = false;
  std::array<const TomlEntry*, 2> seen{};
  for (const TomlEntry& entry : value.table) {
    if (entry.key.starts_with("x_")) continue;
    const auto index = language_of(t, entry, key);
    doubtful = doubtful || !index;
    if (!index) continue;
    if (seen[*index]) {
      t.fault("language-twice", entry.key_span,
              fmt::format("“{}” and “{}” are one language", seen[*index]->key, entry.key))
          .note(seen[*index]->key_span, "it stands here already");
      continue;
    }
    seen[*index] = &entry;
    out.in[*index] = read(*entry.value);
    check_letters(t, *entry.value, key, *index);
  }
  if (!seen[0] && !doubtful) {
    t.fault("language-missing", value.span,
            fmt::format("“{}” says nothing in {}, the main language", t.name_of(key), languages.tags[0]))
        .hint(fmt::format("add {} = \"…\"", languages.tags[0]));
  }
  return out.in[0] ? std::optional(out) : std::nullopt;
}

// ---- L and T ------------------------------------------------------------------------------------

std::optional<Line> BriefValues::line_of(TableReader& t, const TomlValue& value, std::string_view key) {
  return localised<LineText>(t, value, key, [&](const TomlValue& v) -> std::optional<LineText> {
    if (v.kind != Kind::string) return t.wrong_type(v, key, "a line of text"), std::nullopt;
    if (!t.string_of(v, key)) return std::nullopt;
    // Marks are looked at in any case, so that all faults of a text are told at once.
    const bool clean = check_characters(v.string, file_, Lines::one, diags_) && is_of_length(t, v, key);
    LineText out = read_line(v.string, v.span, {file_, &ids, &diags_});
    return clean ? std::optional(std::move(out)) : std::nullopt;
  });
}

std::optional<Text> BriefValues::text_of(TableReader& t, const TomlValue& value, std::string_view key) {
  return localised<TextValue>(t, value, key, [&](const TomlValue& v) -> std::optional<TextValue> {
    if (v.kind == Kind::array) {
      t.wrong_type(v, key, "a text")
          .hint("several paragraphs stand in one: \"\"\"…\"\"\", with a blank line between them");
      return std::nullopt;
    }
    if (!t.string_of(v, key)) return std::nullopt;
    const bool clean = check_characters(v.string, file_, Lines::many, diags_);
    TextValue out = read_text(v.string, {file_, &ids, &diags_});
    return clean ? std::optional(std::move(out)) : std::nullopt;
  });
}

std::optional<Line> BriefValues::line(TableReader& t, std::string_view key) {
  const TomlValue* value = t.find(key);
  return value ? line_of(t, *value, key) : std::nullopt;
}

Line BriefValues::need_line(TableReader& t, std::string_view key) {
  return t.require(key) ? line(t, key).value_or(Line{}) : Line{};
}

std::vector<Line> BriefValues::lines(TableReader& t, std::string_view key) {
  std::vector<Line> out;
  for (const TomlValue* value : t.list(key))
    if (auto read = line_of(t, *value, key)) out.push_back(std::move(*read));
  return out;
}

std::optional<Text> BriefValues::text(TableReader& t, std::string_view key) {
  const TomlValue* value = t.find(key);
  return value ? text_of(t, *value, key) : std::nullopt;
}

Text BriefValues::need_text(TableReader& t, std::string_view key) {
  return t.require(key) ? text(t, key).value_or(Text{}) : Text{};
}

std::vector<Text> BriefValues::texts(TableReader& t, std::string_view key) {
  std::vector<Text> out;
  for (const TomlValue* value : t.list(key))
    if (auto read = text_of(t, *value, key)) out.push_back(std::move(*read));
  return out;
}

// ---- plain strings ------------------------------------------------------------------------------

std::optional<At<std::string>> BriefValues::word_of(TableReader& t, const TomlValue& value, std::string_view key) {
  const auto string = t.string_of(value, key);
  if (!string || !check_characters(value.string, file_, Lines::one, diags_)) return std::nullopt;
  if (!is_of_length(t, value, key)) return std::nullopt;
  return At<std::string>{*string, value.span};
}

std::optional<At<std::string>> BriefValues::word(TableReader& t, std::string_view key) {
  const TomlValue* value = t.find(key);
  return value ? word_of(t, *value, key) : std::nullopt;
}

At<std::string> BriefValues::need_word(TableReader& t, std::string_view key) {
  return t.require(key) ? word(t, key).value_or(At<std::string>{}) : At<std::string>{};
}

std::vector<At<std::string>> BriefValues::words(TableReader& t, std::string_view key) {
  std::vector<At<std::string>> out;
  for (const TomlValue* value : t.list(key))
    if (auto read = word_of(t, *value, key)) out.push_back(std::move(*read));
  return out;
}

std::optional<At<std::string>> BriefValues::choice(TableReader& t, std::string_view key,
                                                   const std::vector<std::string>& allowed) {
  const auto chosen = t.choice(key, allowed);
  return chosen ? std::optional(At<std::string>{*chosen, t.span_of(key)}) : std::nullopt;
}

std::vector<At<std::string>> BriefValues::tags(TableReader& t, std::string_view key) {
  std::vector<At<std::string>> out = words(t, key);
  for (const At<std::string>& tag : out) {
    if (is_language_tag(tag.value)) continue;
    t.fault("language-tag", tag.span, fmt::format("“{}” is no language tag", tag.value))
        .hint("a tag is written like en, en-GB, ar or ar-IQ");
  }
  return out;
}

std::optional<At<std::string>> BriefValues::web_address(TableReader& t, std::string_view key) {
  const auto address = word(t, key);
  if (!address) return std::nullopt;
  const std::string why = web_address_fault(address->value);
  if (why.empty()) return address;
  auto& told = t.fault("address", address->span, why);
  if (const std::string whole = whole_address(address->value); !whole.empty())
    told.hint(fmt::format("write {}", whole));
  return address;
}

}  // namespace readout::model
