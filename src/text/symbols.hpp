// Symbols of units and currencies: "km", "kWh", "°C", "EUR", "€".
#pragma once
#include <cstdint>
#include <string_view>

namespace readout::text {

enum class UnitSymbol : std::uint8_t {
  none,
  sure,    ///< "km", "GWh", "bn", also "km/h", "EUR/t" and "€/MWh": no word of a language
  doubted  ///< "m", "t", "h", "min", "ha": may be a letter that names something, or a word
};
/// As it is spelt, capitals and small letters told apart. Cost: linear in the word.
[[nodiscard]] UnitSymbol unit_symbol(std::string_view word);

/// "MVAr", "GWe", "kVA": a unit with its prefix that the list may lack, of two to five letters, some of them small; not
/// "MoU" and "NGOs". Cost: none for longer words.
[[nodiscard]] bool is_prefixed_unit(std::string_view word);

/// "€", "US$", "M€"
[[nodiscard]] bool is_currency_sign(std::string_view word);

/// "EUR": a code of ISO 4217 in capitals. Cost: none for words that are not three capitals.
[[nodiscard]] bool is_currency_code(std::string_view word);

}  // namespace readout::text
