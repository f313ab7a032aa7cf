#include "press/language.hpp"

#include <fmt/format.h>

#include "model/languages.hpp"

namespace readout::press {

std::optional<std::size_t> choose_language(const model::Brief& brief, const std::optional<std::string>& asked,
                                           Diagnostics& diags) {
  if (!asked) return 0;
  model::Languages languages;
  if (!brief.document.lang.empty()) languages.tags.clear();
  for (const auto& tag : brief.document.lang) languages.tags.push_back(tag.value);
  const auto answer = languages.find(*asked);
  if (answer.match == model::Languages::Match::found) return answer.index;
  diags.failure(Blame::usage, "lang.none", fmt::format("the brief is not in the language \"{}\"", *asked))
      .hint(fmt::format("it is in {}", fmt::join(languages.tags, " and ")));
  return std::nullopt;
}

}  // namespace readout::press
