#include "text/symbols.hpp"

#include <algorithm>
#include <iterator>

namespace readout::text {
namespace {

constexpr std::string_view sure_units[] = {"km",  "m²",  "m³",  "km²", "km³", "cm",  "mm",  "kg", "mg", "µg", "μg",
                                           "kt",  "ml",  "hl",  "Hz",  "kHz", "MHz", "GHz", "W",  "kW", "MW", "GW",
                                           "TW",  "kWh", "MWh", "GWh", "TWh", "V",   "kV",  "kJ", "MJ", "GJ", "kPa",
                                           "MPa", "dB",  "kB",  "MB",  "GB",  "TB",  "°C",  "°F", "bn", "mn", "m³/s"};
constexpr std::string_view doubted_units[] = {"m", "g", "t", "h", "l", "s", "ha", "min"};

// ISO 4217, four letters each with the blank.
constexpr std::string_view currency_codes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD "
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ";
constexpr std::size_t code_size = 3;
static_assert(currency_codes.size() % (code_size + 1) == 0);

template <std::size_t N>
bool is_among(const std::string_view (&symbols)[N], std::string_view word) {
  return std::find(std::begin(symbols), std::end(symbols), word) != std::end(symbols);
}

bool is_plain_unit(std::string_view word) { return is_among(sure_units, word) || is_among(doubted_units, word); }

/// "km/h", "EUR/t"
bool is_quotient(std::string_view word) {
  const std::size_t slash = word.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view of = word.substr(0, slash);
  return (is_plain_unit(of) || is_currency_code(of)) && is_plain_unit(word.substr(slash + 1));
}

}  // namespace

UnitSymbol unit_symbol(std::string_view word) {
  constexpr std::size_t longest = 8;
  if (word.empty() || word.size() > longest) return UnitSymbol::none;
  if (is_among(doubted_units, word)) return UnitSymbol::doubted;
  return is_among(sure_units, word) || is_quotient(word) ? UnitSymbol::sure : UnitSymbol::none;
}

bool is_currency_code(std::string_view word) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.size() != code_size || !std::all_of(word.begin(), word.end(), is_capital)) return false;
  for (std::size_t at = 0; at < currency_codes.size(); at += code_size + 1)
    if (currency_codes.substr(at, code_size) == word) return true;
  return false;
}

}  // namespace readout::text
