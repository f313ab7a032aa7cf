// Lists, as the language makes them: "A, B and C", "A, Minister; and B, Adviser".
#include <algorithm>

#include "compose/euphony.hpp"
#include "compose/script.hpp"
#include "compose/voice.hpp"

namespace readout::compose {
namespace {

/// A word before an item: the one for words that begin with the sound of i, where the language has one. nullptr: none.
const std::string* word_before(const Desk& desk, const std::string& name, const Fragments& item) {
  const std::string* other = desk.words.find(name + "_before_i");
  return other && begins_with_i(bare(item)) ? other : desk.words.find(name);
}

const std::string& semicolon_before(const Desk& desk, bool last, const Fragments& item) {
  const std::string* own = word_before(desk, last ? "join.semicolon_last" : "join.semicolon_more", item);
  return own ? *own : desk.word("join.semicolon");
}

}  // namespace

const std::string& join_word(const Desk& desk, std::size_t left, std::size_t all, const Fragments& item) {
  return *word_before(desk, left > 1 ? "join.more" : all == 2 ? "join.two" : "join.last", item);
}

Fragments joined(const Desk& desk, std::vector<Fragments> items, bool and_leads) {
  std::erase_if(items, [](const Fragments& item) { return item.empty(); });
  Fragments out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::string join = i > 0 ? join_word(desk, items.size() - i, items.size(), items[i]) : "";
    const bool parted = and_leads && has_letters(join) && join.ends_with(' ');
    if (parted) join.pop_back();
    append(out, plain(desk, join));
    if (parted) append(out, plain(desk, " "));
    if (parted) out.back().run.stays_by = true;
    append(out, std::move(items[i]));
  }
  return out;
}

Fragments joined_by(const Desk& desk, const std::vector<Fragments>& items, std::string_view between) {
  Fragments out;
  for (const Fragments& item : items) {
    if (item.empty()) continue;
    if (!out.empty()) append(out, separator(desk, between));
    append(out, item);
  }
  return out;
}

Fragments joined_by_commas(const Desk& desk, std::vector<Fragments> items) {
  const bool and_before_each = desk.word("join.more") == desk.word("join.last");
  return and_before_each ? joined(desk, std::move(items)) : joined_by(desk, items, desk.word("join.comma"));
}

Fragments joined_by_semicolons(const Desk& desk, const std::vector<Fragments>& items) {
  Fragments out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) append(out, plain(desk, semicolon_before(desk, i + 1 == items.size(), items[i])));
    append(out, items[i]);
  }
  return out;
}

bool has_comma(std::string_view text) {
  return text.find(", ") != std::string_view::npos || text.find("\u060C ") != std::string_view::npos;
}

Fragments listed(const Desk& desk, std::vector<Fragments> items) {
  const bool commas =
      std::any_of(items.begin(), items.end(), [](const Fragments& one) { return has_comma(bare(one)); });
  return commas ? joined_by_semicolons(desk, items) : joined(desk, std::move(items));
}

}  // namespace readout::compose
