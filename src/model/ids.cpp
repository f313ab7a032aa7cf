#include "model/ids.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "base/diagnostics.hpp"
#include "model/key_homes.hpp"
#include "model/languages.hpp"
#include "model/toml_place.hpp"

namespace readout::model {
namespace {

constexpr std::size_t most_ids_listed = 8;
constexpr std::size_t longest_list_of_ids = 1000;  // so that looking for one in a text costs little

// The entries of an array, or a single value; nothing is told.
std::vector<const TomlValue*> entries(const TomlValue& table, std::string_view key) {
  const TomlEntry* entry = table.find(key);
  if (!entry) return {};
  if (entry->value->kind != TomlValue::Kind::array) return {entry->value.get()};
  std::vector<const TomlValue*> out;
  for (const TomlValue& value : entry->value->array) out.push_back(&value);
  return out;
}

/// An id in capitals is refused where it is read; until then it is known as it stands and in small letters, so that
/// what names it is not refused as well.
void add_id(Ids& ids, const TomlValue& table, Target target) {
  const TomlEntry* id = table.find("id");
  if (!id || id->value->kind != TomlValue::Kind::string) return;
  const std::string &text = id->value->string.text, small = in_small_letters(text);
  if (!has_id_form(small)) return;
  for (const std::string& name : {text, small}) ids.names.try_emplace(name, NamedThing{target, id->value->span});
}

void add_all(Ids& ids, const TomlValue& root, std::string_view key, Target::Kind kind) {
  std::size_t index = 0;
  for (const TomlValue* table : entries(root, key)) add_id(ids, *table, {kind, index++});
}

std::vector<PersonPlace> find_people(const TomlValue& root) {
  std::vector<PersonPlace> people;
  std::size_t side = 0;
  for (const TomlValue* table : entries(root, "side")) {
    for (const TomlValue* person : entries(*table, "people")) people.push_back({person, side});
    ++side;
  }
  for (const TomlValue* person : entries(root, "participant")) people.push_back({person, std::nullopt});
  std::stable_sort(people.begin(), people.end(), [](const PersonPlace& a, const PersonPlace& b) {
    return a.value->span.begin < b.value->span.begin;
  });
  return people;
}

}  // namespace

std::string in_small_letters(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), ascii::small);
  return out;
}

bool has_id_form(std::string_view word) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (word.empty() || !small(word[0])) return false;
  return std::all_of(word.begin(), word.end(), [&](char c) { return small(c) || ascii::is_digit(c) || c == '-'; });
}

std::string_view kind_name(Target::Kind kind) {
  switch (kind) {
    case Target::Kind::side: return "a side";
    case Target::Kind::person: return "a person";
    case Target::Kind::point: return "a discussion point";
    case Target::Kind::step: return "a step";
    case Target::Kind::annex: return "an annex";
    case Target::Kind::source: return "a source";
  }
  return "";
}

std::string_view table_name(Target::Kind kind) {
  switch (kind) {
    case Target::Kind::side: return "side";
    case Target::Kind::person: return "participant";
    case Target::Kind::point: return "discussion";
    case Target::Kind::step: return "step";
    case Target::Kind::annex: return "annex";
    case Target::Kind::source: return "source";
  }
  return "";
}

const NamedThing* Ids::find(std::string_view id) const {
  const auto found = names.find(id);
  return found == names.end() ? nullptr : &found->second;
}

std::vector<std::string> Ids::of_kind(const std::vector<Target::Kind>& kinds) const {
  std::vector<std::string> out;
  for (const auto& [id, thing] : names)
    if (std::find(kinds.begin(), kinds.end(), thing.target.kind) != kinds.end()) out.push_back(id);
  return out;
}

std::string Ids::remedy(std::string_view word, const std::vector<Target::Kind>& kinds) const {
  const std::vector<std::string> there = of_kind(kinds);
  const bool number = !word.empty() && std::all_of(word.begin(), word.end(), ascii::is_digit);
  if (number || there.empty())
    return fmt::format("{}: give the {} that is meant id = \"…\", a name of your own, and write that here",
                       number ? "a number that is printed is no id" : "none has an id",
                       header_of(table_name(kinds.front())));
  if (const std::string near = word.empty() ? "" : nearest(word, there); !near.empty())
    return fmt::format("“{}” is near", near);
  const auto listed = there.begin() + static_cast<std::ptrdiff_t>(std::min(there.size(), most_ids_listed));
  return fmt::format("there {} “{}”{}", there.size() == 1 ? "is" : "are", fmt::join(there.begin(), listed, "”, “"),
                     listed == there.end() ? "" : ", …");
}

std::string Ids::as_array(std::string_view text) const {
  if (text.size() > longest_list_of_ids) return {};
  std::string words(text);
  for (std::size_t at = 0; (at = words.find(" and ", at)) != std::string::npos;) words.replace(at, 5, ",");
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find_first_of(",;", begin), words.size());
    const std::string_view part = without_blanks(std::string_view(words).substr(begin, end - begin));
    begin = end + 1;
    if (part.empty()) continue;  // "a, b, and c"
    if (find(part) == nullptr) return {};
    parts.emplace_back(part);
  }
  return parts.size() < 2 ? "" : fmt::format("[\"{}\"]", fmt::join(parts, "\", \""));
}

bool is_person_table(const TomlValue& value) {
  if (value.kind != TomlValue::Kind::table) return false;
  if (value.find("name")) return true;
  return !std::all_of(value.table.begin(), value.table.end(),
                      [](const TomlEntry& e) { return is_language_tag(e.key) && e.key != "id" && e.key != "src"; });
}

Ids collect_ids(const TomlValue& root) {
  Ids ids;
  ids.sides = entries(root, "side").size();
  ids.people = find_people(root);
  add_all(ids, root, "side", Target::Kind::side);
  for (std::size_t i = 0; i < ids.people.size(); ++i) add_id(ids, *ids.people[i].value, {Target::Kind::person, i});
  add_all(ids, root, "discussion", Target::Kind::point);
  add_all(ids, root, "step", Target::Kind::step);
  add_all(ids, root, "annex", Target::Kind::annex);
  add_all(ids, root, "source", Target::Kind::source);
  return ids;
}

}  // namespace readout::model
