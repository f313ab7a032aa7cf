#include "model/toml_slips.hpp"

#include <algorithm>
#include <string>

#include "base/ascii.hpp"
#include "model/toml_place.hpp"

namespace readout::model {
namespace {

/// The parser's own words, where nothing better is known.
void tell_in_its_words(const Place& p) {
  std::string_view said = p.error.said;
  said = said.substr(0, said.find(", saw '!'"));  // what the reader put in a stray character's place
  if (const std::size_t colon = said.find(": "); colon != std::string_view::npos) said.remove_prefix(colon + 2);
  std::string words(said);
  if (!words.empty()) words[0] = ascii::small(words[0]);
  p.tell("toml.syntax", {p.at, std::min(p.character_end(), std::max(p.line_end, p.at))}, words);
}

}  // namespace

void tell_syntax_error(const SyntaxError& error, const TomlScan& scan, Diagnostics& diags) {
  const Place place(error, scan, diags);
  // In this order: the narrow slips before the wide ones.
  for (const auto slips :
       {slips_of_texts(), slips_of_brackets(), slips_of_names(), slips_of_values(), slips_of_lines()})
    for (const Slip slip : slips)
      if (slip(place)) return;
  tell_in_its_words(place);
}

}  // namespace readout::model
