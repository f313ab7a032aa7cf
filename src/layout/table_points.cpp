#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include "base/ascii.hpp"
#include "layout/galley.hpp"
#include "text/figures.hpp"

namespace readout::layout {
namespace {

struct Extent {
  Pt left, right;           ///< of the line's ends
  std::optional<Pt> point;  ///< of the decimal point's left edge
  bool is_word = false;     ///< no figure: "none", "not yet known"
};

/// Languages whose decimal point is a comma (CLDR), but for the regions after them.
constexpr std::string_view with_comma[] = {"bg", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr",
                                           "hu", "id", "is", "it", "lt", "lv", "nb", "nl", "nn", "no", "pl",
                                           "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "vi"};
constexpr std::string_view with_point[] = {"de-CH", "de-LI", "it-CH", "es-419", "es-BR", "es-BZ",
                                           "es-CU", "es-DO", "es-GT", "es-HN",  "es-MX", "es-NI",
                                           "es-PA", "es-PE", "es-PR", "es-SV",  "es-US"};

/// The mark that parts thousands where the other one is the decimal point.
char thousands_mark(std::string_view lang) {
  const auto is = [&](std::string_view tag) { return tag == lang; };
  const std::string_view language = lang.substr(0, lang.find('-'));
  const bool comma = std::find(std::begin(with_comma), std::end(with_comma), language) != std::end(with_comma) &&
                     std::none_of(std::begin(with_point), std::end(with_point), is);
  return comma ? '.' : ',';
}

/// Before three figures and no more it parts thousands: "12,500" is a whole number, and in German "12.500".
bool is_thousands(const std::string& text, std::size_t at, std::string_view lang) {
  std::size_t figures = 0;
  for (std::size_t i = at + 1; i < text.size() && ascii::is_digit(text[i]); ++i) ++figures;
  const bool after_nought = at > 0 && text[at - 1] == '0' && (at == 1 || !ascii::is_digit(text[at - 2]));  // "0.125"
  return text[at] == thousands_mark(lang) && figures == 3 && !after_nought;
}

bool is_arabic_digit(std::string_view text, std::size_t i) { return readout::text::size_of_digit(text.substr(i)) == 2; }

/// Words and no figure; a dash is none.
bool is_word(std::string_view text) {
  constexpr unsigned char first_letters = 0xC3, last_letters = 0xDF;  // first bytes of Latin to Arabic
  bool letters = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (readout::text::begins_with_digit(text.substr(i))) return false;
    const auto byte = static_cast<unsigned char>(text[i]);
    letters = letters || ascii::is_letter(text[i]) || (byte >= first_letters && byte <= last_letters);
  }
  return letters;
}

/// Where a whole number has its point: before the sign or the unit that follows its figures ("0%"). Not of Arabic
/// figures, whose sign stands on their left.
std::optional<std::size_t> end_of_figures(const std::string& text) {
  const std::size_t last = text.find_last_of("0123456789");
  if (last == std::string::npos || last + 1 == text.size()) return std::nullopt;
  return last + 1;
}

/// The byte of the last decimal point that has a digit on its left: '.', ',' or the Arabic one.
std::optional<std::size_t> point_in(const std::string& text, std::string_view lang) {
  static constexpr std::string_view arabic = "\xD9\xAB";
  for (std::size_t i = text.size(); i-- > 1;) {
    const bool mark = text[i] == '.' || text[i] == ',' || text.compare(i, arabic.size(), arabic) == 0;
    if (is_thousands(text, i, lang)) continue;
    if (mark && readout::text::ends_in_digit(std::string_view(text).substr(0, i))) return i;
  }
  return end_of_figures(text);
}

/// Arabic figures from the first to the last, with what parts them; no figures: empty. What stands before them is on
/// their right in a text that runs to the left.
struct Figures {
  std::size_t begin = 0, end = 0;
};
Figures arabic_figures(std::string_view text) {
  Figures figures;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_arabic_digit(text, i)) continue;
    if (figures.end == 0) figures.begin = i;
    figures.end = i + 2;
  }
  return figures;
}

/// Bytes [from, to) of a text of several pieces.
Paragraph part_of(const Paragraph& whole, std::size_t from, std::size_t to) {
  Paragraph part = whole;
  std::size_t at = 0;
  for (Inline& piece : part.content) {
    const std::size_t size = piece.text.size(), begin = std::clamp(from, at, at + size),
                      end = std::clamp(to, at, at + size);
    piece.text = begin < end ? piece.text.substr(begin - at, end - begin) : std::string();
    piece.separators = {};
    at += size;
  }
  std::erase_if(part.content, [](const Inline& piece) { return piece.text.empty(); });
  return part;
}

/// Left places of runs, whichever edge they are told from: a mirrored x grows to the left.
Pt left_of(const PlacedRun& run, bool mirrored) { return mirrored ? -(run.origin.x + run.width) : run.origin.x; }

Extent extent_of(const Strip& line, std::string_view lang, bool mirrored) {
  std::optional<Extent> extent;
  std::optional<Pt> units;  // the right edge of Arabic figures
  std::string text;
  for (const auto& piece : line.pieces) {
    const auto* run = std::get_if<PlacedRun>(&piece.item);
    if (run == nullptr) continue;
    const Pt left = left_of(*run, mirrored);
    if (!extent) extent = Extent{left, left + run->width, {}};
    text += run->text;
    extent->left = min(extent->left, left);
    extent->right = max(extent->right, left + run->width);
    const auto at = point_in(run->text, lang);
    Pt pen = left;
    for (const auto& glyph : run->glyphs) {
      if (at && glyph.cluster == *at) extent->point = pen;
      pen += glyph.advance;
      if (is_arabic_digit(run->text, glyph.cluster)) units = max(units.value_or(pen), pen);
    }
  }
  if (extent && !extent->point && units && *units < extent->right) extent->point = units;  // their sign hangs out
  if (extent) extent->is_word = is_word(text);
  return extent.value_or(Extent{});
}

/// How far a word is moved for it to stand in the block of figures as that stands in its column.
Pt place_of(const Extent& word, Pt block, Align align, bool mirrored) {
  if (align == Align::centre) return (block - word.left - word.right) / 2;
  return (align == Align::end) != mirrored ? block - word.right : -word.left;
}

}  // namespace

std::pair<Pt, Pt> measure_at_point(const Paragraph& number, const std::string& lang, Workshop& shop) {
  std::string text;
  for (const Inline& piece : number.content) text += piece.text;
  if (is_word(text)) return {};
  const auto width = [&](std::size_t from, std::size_t to) {
    const Paragraph part = part_of(number, from, to);
    return part.content.empty() ? Pt{} : measure_paragraph(part, lang, shop.setting).natural;
  };
  const Pt whole = measure_paragraph(number, lang, shop.setting).natural;
  const auto at = point_in(text, lang);
  const Figures arabic = arabic_figures(text);
  Pt after;
  if (arabic.end == 0 || number.direction != Direction::rtl) after = at ? width(*at, text.size()) : Pt{};
  else after = whole - width(arabic.begin, text.size()) + (at && *at > arabic.begin ? width(*at, arabic.end) : Pt{});
  return {whole - after, after};
}

void align_on_point(const std::vector<Strip*>& lines, Pt start, Pt width, Align align, std::string_view lang,
                    bool mirrored) {
  Pt before, after;
  std::vector<Extent> extents;
  for (const Strip* line : lines) {
    extents.push_back(extent_of(*line, lang, mirrored));
    const Extent& e = extents.back();
    if (e.is_word) continue;
    before = max(before, e.point.value_or(e.right) - e.left);
    after = max(after, e.point ? e.right - *e.point : Pt{});
  }
  const Pt spare = max(width - before - after, Pt{});
  Pt from = mirrored ? -(start + width) : start;  // left edge of the column
  if (align == Align::centre) from += spare / 2;
  if ((align == Align::end) != mirrored) from += spare;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Extent& e = extents[i];
    const Pt dx =
        from + (e.is_word ? place_of(e, before + after, align, mirrored) : before - e.point.value_or(e.right));
    shift_along(*lines[i], mirrored ? -dx : dx);
  }
}

}  // namespace readout::layout
