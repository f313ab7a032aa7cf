#include "text/bidi.hpp"

#include <fribidi.h>

#include <algorithm>
#include <new>
#include <numeric>
#include <optional>
#include "base/utf8.hpp"

namespace readout::text {
namespace {

constexpr char32_t pop_isolate = 0x2069, left_to_right_mark = 0x200E;
constexpr std::size_t added = static_cast<std::size_t>(-1);

/// The text with its isolates spelt out, and for each code point where it came from.
struct Spelt {
  std::vector<FriBidiChar> values;
  std::vector<std::size_t> origin;

  void push(char32_t value, std::size_t from) {
    values.push_back(value);
    origin.push_back(from);
  }
};

/// LRI, RLI or FSI.
char32_t opener_of(Isolation how) {
  return how == Isolation::ltr ? U'\x2066' : how == Isolation::rtl ? U'\x2067' : U'\x2068';
}

Spelt spell_isolates(std::u32string_view text, const std::vector<Isolate>& isolates) {
  Spelt spelt;
  spelt.values.reserve(text.size() + 2 * isolates.size());
  spelt.origin.reserve(text.size() + 2 * isolates.size());
  auto next = isolates.begin();
  std::vector<const Isolate*> inside;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (; next != isolates.end() && next->begin == i; ++next) {
      spelt.push(opener_of(next->how), added);
      inside.push_back(&*next);
    }
    spelt.push(!inside.empty() && inside.back()->overrides ? left_to_right_mark : text[i], i);
    for (; !inside.empty() && inside.back()->end == i + 1; inside.pop_back()) spelt.push(pop_isolate, added);
  }
  return spelt;
}

std::vector<FriBidiLevel> levels_of(const std::vector<FriBidiChar>& values, Direction direction) {
  const auto length = static_cast<FriBidiStrIndex>(values.size());
  std::vector<FriBidiCharType> types(values.size());
  std::vector<FriBidiBracketType> brackets(values.size());
  std::vector<FriBidiLevel> levels(values.size());
  fribidi_get_bidi_types(values.data(), length, types.data());
  fribidi_get_bracket_types(values.data(), length, types.data(), brackets.data());
  FriBidiParType base = direction == Direction::rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  const auto highest = fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &base, levels.data());
  if (highest == 0) throw std::bad_alloc();  // nothing else makes it fail
  return levels;
}

/// Left-to-right text without anything that could raise a level needs no algorithm: every level is 0.
bool runs_one_way(std::u32string_view text, Direction direction) {
  return direction == Direction::ltr && std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x0590; });
}

/// The end of the isolate that opens at `from` (its PDI, or the end).
std::size_t skip_isolate(std::string_view text, std::size_t from) {
  int depth = 0;
  for (std::size_t at = from; at < text.size();) {
    const auto [value, length] = utf8::decode(text, at);
    at += length;
    if (value >= 0x2066 && value <= 0x2068) ++depth;
    if (value == pop_isolate && --depth == 0) return at;
  }
  return text.size();
}

}  // namespace

std::vector<std::uint8_t> embedding_levels(std::u32string_view text, Direction direction,
                                           const std::vector<Isolate>& isolates, std::vector<std::uint8_t>* edges) {
  std::vector<std::uint8_t> levels(text.size(), 0);
  if (text.empty() || runs_one_way(text, direction)) return levels;
  const Spelt spelt = spell_isolates(text, isolates);
  const auto spelt_levels = levels_of(spelt.values, direction);
  if (edges != nullptr && !isolates.empty()) edges->assign(text.size(), no_edge);
  std::uint8_t edge = no_edge;
  for (std::size_t i = 0; i < spelt.origin.size(); ++i) {
    const auto level = static_cast<std::uint8_t>(spelt_levels[i]);
    if (spelt.origin[i] == added) {
      edge = std::min(edge, level);
      continue;
    }
    levels[spelt.origin[i]] = level;
    if (edges != nullptr && !edges->empty()) (*edges)[spelt.origin[i]] = edge;
    edge = no_edge;
  }
  return levels;
}

std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<std::size_t> order(levels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (levels.empty()) return order;
  const auto highest = *std::max_element(levels.begin(), levels.end());
  for (int level = highest; level > 0; --level) {
    for (std::size_t first = 0; first < levels.size(); ++first) {
      if (levels[first] < level) continue;
      std::size_t last = first;
      while (last < levels.size() && levels[last] >= level) ++last;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(first),
                   order.begin() + static_cast<std::ptrdiff_t>(last));
      first = last;
    }
  }
  return order;
}

Direction first_strong(std::string_view text, Direction otherwise) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, length] = utf8::decode(text, at);
    const FriBidiCharType type = fribidi_get_bidi_type(value);
    if (FRIBIDI_IS_STRONG(type) && FRIBIDI_IS_LETTER(type))
      return FRIBIDI_IS_RTL(type) ? Direction::rtl : Direction::ltr;
    at = FRIBIDI_IS_ISOLATE(type) && value != pop_isolate ? skip_isolate(text, at) : at + length;
  }
  return otherwise;
}

}  // namespace readout::text
