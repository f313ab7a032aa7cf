// [words.LANG]: every word a language must have. A region ([words.en-US]) says only what differs from its language.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/assert.hpp"
#include "model/read_template.hpp"

namespace readout::model {
namespace {

using Kind = TomlValue::Kind;

/// Finds words in the table of a language; those of one group one after the other.
class WordFinder {
 public:
  explicit WordFinder(const TomlValue& table) : table_(&table) {}

  const TomlValue* find(std::string_view dotted) {
    const std::size_t cut = dotted.find('.');
    if (cut == std::string_view::npos) return value_of(table_->find(dotted, next_));
    if (const std::string_view group = dotted.substr(0, cut); group != group_) {
      group_ = group;
      inside_ = value_of(table_->find(group, next_));
      next_inside_ = 0;
    }
    if (!inside_ || inside_->kind != Kind::table) return nullptr;  // told by check_groups()
    return value_of(inside_->find(dotted.substr(cut + 1), next_inside_));
  }

 private:
  static const TomlValue* value_of(const TomlEntry* entry) { return entry ? entry->value.get() : nullptr; }

  const TomlValue* table_;
  std::string_view group_;
  const TomlValue* inside_ = nullptr;
  std::size_t next_ = 0, next_inside_ = 0;
};

std::vector<std::string> all_of(const KnownWord& word) {
  std::vector<std::string> names = word.placeholders;
  names.insert(names.end(), word.may.begin(), word.may.end());
  return names;
}

void read_word(TableReader& table, Words& words, const KnownWord& word, const TomlValue& value) {
  if (value.kind != Kind::string) return void(table.wrong_type(value, word.name, "a text"));
  if (value.string.text.empty()) {
    table.fault("blank", value.span, fmt::format("“{}” is empty", table.name_of(word.name)))
        .hint("every word must be there");
    return;
  }
  const auto pattern = read_pattern(value, all_of(word), table, word.name);
  if (!pattern) return;
  for (const std::string& name : word.placeholders) {
    const bool there = std::any_of(pattern->pieces.begin(), pattern->pieces.end(), [&](const PatternPiece& piece) {
      return std::find(piece.names.begin(), piece.names.end(), name) != piece.names.end();
    });
    if (!there)
      table.fault("placeholder", value.span, fmt::format("“{}” has no {{{}}}", table.name_of(word.name), name))
          .hint("without it something would not be printed");
  }
  words.text[word.name] = {value.string.text, value.span};
}

void read_months(TableReader& table, std::string_view key, std::vector<std::string>& months) {
  const TomlValue* value = table.find(key);
  if (!value) return;
  std::vector<std::string> names;
  for (const TomlValue* name : table.list_of(*value, key))
    if (auto text = table.string_of(*name, key)) names.push_back(std::move(*text));
  if (names.size() != 12)
    table.fault("months", value->span, fmt::format("“{}” has {} names, not twelve", table.name_of(key), names.size()))
        .hint("one a month, in order");
  else months = std::move(names);
}

/// Words with the places where they may be broken: they are written small, for any letter case.
void read_hyphenation(TableReader& table, Words& words) {
  const TomlValue* value = table.find("hyphenation");
  if (!value) return;
  words.hyphenation.clear();
  for (const TomlValue* entry : table.list_of(*value, "hyphenation")) {
    auto word = table.string_of(*entry, "hyphenation");
    if (!word) continue;
    const bool good = word->front() != '-' && word->back() != '-' && word->find("--") == std::string::npos &&
                      std::none_of(word->begin(), word->end(), [](char c) {
                        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '.' || c == '\'';
                      });
    if (good) words.hyphenation.push_back({std::move(*word), entry->span});
    else
      table.fault("hyphenation", entry->span, fmt::format("“{}” is no word in small letters", *word))
          .hint("a hyphen where it may be broken, none where it never is: \"de-fense\", \"project\"");
  }
}

struct Group {
  std::string_view name;
  std::vector<std::string_view> words;
};

/// The known words that stand in tables of their own: "label.place" in "label".
std::vector<Group> make_groups() {
  std::vector<Group> groups;
  for (const KnownWord& word : known_words()) {
    const std::string_view name = word.name;
    const std::size_t cut = name.find('.');
    if (cut == std::string_view::npos) continue;
    const std::string_view group = name.substr(0, cut);
    auto found = std::find_if(groups.begin(), groups.end(), [&](const Group& known) { return known.name == group; });
    if (found == groups.end()) found = groups.insert(found, {group, {}});
    found->words.push_back(name.substr(cut + 1));
  }
  return groups;
}

const std::vector<Group>& known_groups() {
  static const std::vector<Group> groups = make_groups();
  return groups;
}

const Group& group_of(std::string_view name) {
  const auto& all = known_groups();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Group& group) { return group.name == name; });
  READOUT_ASSERT(found != all.end());
  return *found;
}

/// Languages beyond those that every template names: [words.en.language] sv = "Swedish".
void read_more_languages(TemplateReading& reading, const std::string& path, const TomlValue& value, Words& words) {
  const TomlEntry* group = value.find("language");
  if (!group || group->value->kind != Kind::table) return;  // told by check_groups()
  const std::vector<std::string_view>& read = group_of("language").words;
  TableReader names = reading.reader(*group->value, path + ".language");
  for (const TomlEntry& entry : group->value->table) {
    if (std::find(read.begin(), read.end(), entry.key) != read.end() || !is_language_tag(entry.key)) continue;
    if (auto text = names.string(entry.key))
      words.text["language." + entry.key] = {std::move(*text), entry.value->span};
  }
}

/// Groups are tables and hold no word that nothing prints.
void check_groups(TemplateReading& reading, TableReader& table, const std::string& path) {
  for (const KnownWord& word : known_words())
    if (word.name.find('.') == std::string::npos) table.find(word.name);
  for (const Group& group : known_groups()) {
    const TomlValue* inner_value = table.table(group.name);
    if (!inner_value) continue;
    TableReader inner = reading.reader(*inner_value, path + "." + std::string(group.name));
    for (const std::string_view word : group.words) inner.find(word);
    if (group.name == "language")
      for (const TomlEntry& entry : inner_value->table)
        if (is_language_tag(entry.key)) inner.find(entry.key);
    inner.finish();
  }
  table.finish();
}

Words read_language(TemplateReading& reading, const std::string& lang, const TomlValue& value, Words words) {
  const std::string path = "words." + lang;
  TableReader table = reading.reader(value, path);
  words.lang = lang;
  words.span = value.span;
  WordFinder finder(value);
  for (const KnownWord& word : known_words())
    if (const TomlValue* found = finder.find(word.name)) read_word(table, words, word, *found);
  read_more_languages(reading, path, value, words);
  read_months(table, "months", words.months);
  read_months(table, "hijri_months", words.hijri_months);
  if (const auto digits = table.choice("digits", {"latin", "arabic-indic"}))
    words.arabic_digits = *digits == "arabic-indic";
  if (const auto french = table.boolean("french_spacing")) words.french_spacing = *french;
  if (const auto before = table.boolean("marks_before_stop")) words.marks_before_stop = *before;
  if (const auto zero = table.boolean("leading_zero")) words.leading_zero = *zero;
  if (auto letters = table.string("letters")) words.text["letters"] = {std::move(*letters), table.span_of("letters")};
  if (auto inner = table.choice("inner", {"roman", "digits"}))
    words.text["inner"] = {std::move(*inner), table.span_of("inner")};
  read_hyphenation(table, words);
  check_groups(reading, table, path);
  return words;
}

void check_complete(TemplateReading& reading, const TomlValue& table, const Words& words) {
  std::vector<std::string> missing;
  WordFinder finder(table);
  for (const KnownWord& word : known_words())
    if (!word.optional && !words.text.contains(word.name) && !finder.find(word.name)) missing.push_back(word.name);
  for (const char* name : {"letters", "inner", "digits", "months", "hijri_months"})
    if (!table.find(name)) missing.emplace_back(name);
  if (missing.empty()) return;
  constexpr std::size_t shown = 6;
  const bool many = missing.size() > shown;
  const std::string rest = many ? fmt::format(" and {} more", missing.size() - shown) : "";
  if (many) missing.resize(shown);
  reading.diags
      ->error("template.missing-word", words.span,
              fmt::format("“{}” lacks {}{}", words.lang, fmt::join(missing, ", "), rest))
      .hint("a language has every word of house.toml's [words.en]; a region ([words.en-US]) only what differs");
}

bool is_unread(const Template& design, std::string_view lang) {
  return std::any_of(design.unread.begin(), design.unread.end(),
                     [&](const std::string& tag) { return serves(tag, lang); });
}

}  // namespace

void read_words(TemplateReading& reading, const TomlValue& value) {
  TableReader all = reading.reader(value, "words");
  std::vector<const TomlEntry*> entries;
  for (const TomlEntry& entry : value.table) entries.push_back(&entry);
  // A language stands before its regions, wherever the file has them.
  std::stable_sort(entries.begin(), entries.end(), [](const TomlEntry* a, const TomlEntry* b) {
    return std::count(a->key.begin(), a->key.end(), '-') < std::count(b->key.begin(), b->key.end(), '-');
  });
  for (const TomlEntry* entry : entries) {
    const TomlValue* table = all.table(entry->key);
    if (!table) continue;
    if (!is_language_tag(entry->key)) {
      reading.diags->error("template.language", entry->key_span, fmt::format("“{}” is no language tag", entry->key))
          .hint("e.g. [words.fr] or [words.fr-CA]");
      continue;
    }
    const Words* base = words_for(reading.out, entry->key);
    Words words = read_language(reading, entry->key, *table, base ? *base : Words{});
    // What is said over words in a file that nobody asked for is read for its faults only.
    if (is_unread(reading.out, entry->key)) continue;
    if (!base) check_complete(reading, *table, words);
    reading.out.words.push_back(std::move(words));
  }
  all.finish();
}

}  // namespace readout::model
