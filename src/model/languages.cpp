#include "model/languages.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace readout::model {
namespace {

std::string_view first_part(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace

bool is_language_tag(std::string_view tag) {
  const std::string_view first = first_part(tag);
  if (first.size() < 2 || first.size() > 3 || !std::all_of(first.begin(), first.end(), ascii::is_letter)) return false;
  for (std::string_view rest = tag.substr(first.size()); !rest.empty();) {
    rest.remove_prefix(1);
    const std::string_view part = first_part(rest);
    const bool good =
        std::all_of(part.begin(), part.end(), [](char c) { return ascii::is_letter(c) || ascii::is_digit(c); });
    if (part.empty() || part.size() > 8 || !good) return false;
    rest.remove_prefix(part.size());
  }
  return true;
}

Languages::Answer Languages::find(std::string_view key) const {
  for (std::size_t i = 0; i < tags.size(); ++i)
    if (same_tag(key, tags[i])) return {Match::found, i};
  Answer answer;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (!same_tag(key, first_part(tags[i]))) continue;
    answer = {answer.match == Match::unknown ? Match::found : Match::ambiguous, i};
  }
  return answer;
}

}  // namespace readout::model
