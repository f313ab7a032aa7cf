#include "text/symbols.hpp"

#include <algorithm>
#include <iterator>

#include "base/ascii.hpp"

namespace readout::text {
namespace {

constexpr std::string_view sure_units[] = {
    "km",   "m²",   "m³",  "km²",   "km³",  "cm",  "mm",  "hm³", "kg",    "mg",   "µg",   "μg",   "kt",
    "ml",   "hl",   "Hz",  "kHz",   "MHz",  "GHz", "W",   "kW",  "MW",    "GW",   "TW",   "Wh",   "kWh",
    "MWh",  "GWh",  "TWh", "kWp",   "MWp",  "GWp", "kVA", "MVA", "GVA",   "MVAr", "Mvar", "V",    "kV",
    "kA",   "mA",   "kJ",  "MJ",    "GJ",   "TJ",  "PJ",  "Btu", "MMBtu", "kN",   "hPa",  "kPa",  "MPa",
    "GPa",  "mbar", "dB",  "dB(A)", "kB",   "MB",  "GB",  "TB",  "kbit",  "Mbit", "Gbit", "kbps", "Mbps",
    "Gbps", "kBq",  "MBq", "GBq",   "mSv",  "µSv", "μSv", "mGy", "pH",    "ppm",  "ppb",  "°C",   "°F",
    "bn",   "mn",   "bbl", "Mtoe",  "ktoe", "TEU", "FEU", "DWT", "k€",    "M€",   "Mm³",  "m³/s", "b/d"};
constexpr std::string_view doubted_units[] = {"m",   "g",   "t",   "h",  "l",  "s", "ha",
                                              "min", "bar", "toe", "Mt", "Gt", "Pa"};
// Of what follows a slash: "b/d", "MWh/a".
constexpr std::string_view other_divisors[] = {"a", "b", "d"};
constexpr std::string_view signs_of_money[] = {"€", "£", "$", "¥", "¢", "US$", "k€", "M€"};

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

/// "km/h", "EUR/t", "¢/kWh"
bool is_quotient(std::string_view word) {
  const std::size_t slash = word.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view of = word.substr(0, slash);
  const std::string_view divisor = word.substr(slash + 1);
  return (is_plain_unit(of) || is_currency_code(of) || is_currency_sign(of)) &&
         (is_plain_unit(divisor) || is_among(other_divisors, divisor));
}

}  // namespace

UnitSymbol unit_symbol(std::string_view word) {
  constexpr std::size_t longest = 12;
  if (word.empty() || word.size() > longest) return UnitSymbol::none;
  if (is_among(doubted_units, word)) return UnitSymbol::doubted;
  return is_among(sure_units, word) || is_quotient(word) ? UnitSymbol::sure : UnitSymbol::none;
}

bool is_currency_sign(std::string_view word) { return is_among(signs_of_money, word); }

bool is_prefixed_unit(std::string_view word) {
  constexpr std::size_t longest = 5;
  constexpr std::string_view prefixes = "kMGTm", units = "WVABJNPSCHTLFG";
  if (word.size() < 2 || word.size() > longest || !std::all_of(word.begin(), word.end(), ascii::is_letter))
    return false;
  const bool has_small = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return prefixes.find(word[0]) != std::string_view::npos && units.find(word[1]) != std::string_view::npos &&
         has_small && !word.ends_with('s');
}

bool is_currency_code(std::string_view word) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.size() != code_size || !std::all_of(word.begin(), word.end(), is_capital)) return false;
  for (std::size_t at = 0; at < currency_codes.size(); at += code_size + 1)
    if (currency_codes.substr(at, code_size) == word) return true;
  return false;
}

}  // namespace readout::text
