#include "text/scripts.hpp"

#include <fribidi.h>

#include <array>
#include <utility>
#include "base/utf8.hpp"
#include "text/shape.hpp"

namespace readout::text {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Common or inherited by Scripts.txt, Arabic by ScriptExtensions.txt (and by eye).
bool is_arabic_by_extension(char32_t c) {
  return c == 0x060C || c == 0x061B || c == 0x061C || c == 0x061F || c == 0x0640 || (c >= 0x064B && c <= 0x0655) ||
         (c >= 0x0660 && c <= 0x0669) || c == 0x0670 || c == 0xFD3E || c == 0xFD3F;
}

bool is_real(hb_script_t script) {
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

/// For an opening bracket the closing one, for a closing one itself; 0 for the rest.
struct Bracket {
  char32_t pair = 0;
  bool opens = false;
};
Bracket bracket_of(char32_t character) {
  if (character == 0x00AB || character == 0x00BB) return {0x00BB, character == 0x00AB};
  if (character == 0x201C || character == 0x201D) return {0x201D, character == 0x201C};
  const FriBidiBracketType type = fribidi_get_bracket(character);
  if (type == FRIBIDI_NO_BRACKET) return {};
  return {FRIBIDI_BRACKET_ID(type), FRIBIDI_IS_BRACKET_OPEN(type)};
}

/// The last opening brackets, at most as many as UAX #9 looks at: bounded work however deep they nest.
class OpenBrackets {
 public:
  void open(char32_t pair, std::size_t at) {
    if (count_ < open_.size()) open_[count_++] = {pair, at};
  }
  /// Where the bracket that `pair` closes was opened; what was left open inside it is forgotten.
  std::size_t close(char32_t pair) {
    for (std::size_t i = count_; i-- > 0;) {
      if (open_[i].pair != pair) continue;
      count_ = i;
      return open_[i].at;
    }
    return none;
  }

 private:
  struct Open {
    char32_t pair = 0;
    std::size_t at = 0;
  };
  std::array<Open, 63> open_;
  std::size_t count_ = 0;
};

/// For each position the next character with a script of its own, or none.
std::vector<std::size_t> next_real(const std::vector<hb_script_t>& scripts) {
  std::vector<std::size_t> next(scripts.size(), none);
  std::size_t found = none;
  for (std::size_t i = scripts.size(); i-- > 0;) {
    if (is_real(scripts[i])) found = i;
    next[i] = found;
  }
  return next;
}

/// Goes through the text once, from start to end.
class Resolver {
 public:
  std::vector<hb_script_t> scripts;

  Resolver(std::u32string_view text, const std::vector<std::uint8_t>& levels) : text_(text), levels_(levels) {
    scripts.reserve(text.size());
    for (const char32_t character : text) scripts.push_back(own_script(character));
    next_ = next_real(scripts);
    last_at_level_.fill(none);
    first_at_level_.fill(none);
    for (std::size_t i = text.size(); i-- > 0;)
      if (is_real(scripts[i])) first_at_level_[levels[i]] = i;
  }

  void resolve(std::size_t i) {
    if (is_real(scripts[i])) {
      before_ = i;
      last_at_level_[levels_[i]] = i;
      return;
    }
    if (scripts[i] == HB_SCRIPT_INHERITED && i > 0) {  // a mark goes with its base
      scripts[i] = scripts[i - 1];
      return;
    }
    const Bracket bracket = bracket_of(text_[i]);
    const std::size_t opened = bracket.pair != 0 && !bracket.opens ? brackets_.close(bracket.pair) : none;
    const std::size_t model = opened != none ? opened : neighbour(i);
    scripts[i] = model != none ? scripts[model] : HB_SCRIPT_COMMON;
    if (bracket.opens) brackets_.open(bracket.pair, i);
  }

 private:
  /// Whose script a common character takes: a neighbour on its level; around a foreign word the nearest on that
  /// level, so that its quotation marks are of one face; else what stands before it (a number after a word).
  [[nodiscard]] std::size_t neighbour(std::size_t i) const {
    const std::size_t after = next_[i];
    const std::uint8_t level = levels_[i];
    if (before_ == none) {
      const bool foreign = after != none && level < levels_[after] && first_at_level_[level] != none;
      return foreign ? first_at_level_[level] : after;
    }
    if (level == levels_[before_]) return before_;
    if (after != none && level == levels_[after]) return after;
    if (level < levels_[before_] && last_at_level_[level] != none) return last_at_level_[level];
    return before_;
  }

  std::u32string_view text_;
  const std::vector<std::uint8_t>& levels_;
  std::vector<std::size_t> next_;
  std::array<std::size_t, 128> last_at_level_, first_at_level_;
  OpenBrackets brackets_;
  std::size_t before_ = none;  ///< the last character with a script of its own
};

}  // namespace

hb_script_t own_script(char32_t character) {
  if (is_arabic_by_extension(character)) return HB_SCRIPT_ARABIC;
  if (character < 0x80)  // most of what is read; letters are Latin, the rest common
    return (character | 0x20) >= U'a' && (character | 0x20) <= U'z' ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
  return hb_unicode_script(hb_unicode_funcs_get_default(), character);
}

std::vector<hb_script_t> resolve_scripts(std::u32string_view text, const std::vector<std::uint8_t>& levels) {
  Resolver resolver(text, levels);
  for (std::size_t i = 0; i < text.size(); ++i) resolver.resolve(i);
  return std::move(resolver.scripts);
}

bool has_arabic(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, length] = utf8::decode(text, at);
    at += length;
    if (value < 0x0600 || hb_unicode_script(hb_unicode_funcs_get_default(), value) != HB_SCRIPT_ARABIC) continue;
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), value);
    if (category == HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER) return true;
  }
  return false;
}

}  // namespace readout::text
