#include "layout/known_paragraphs.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace readout::layout {
namespace {

constexpr std::size_t longest_known = 4000;  // bytes of a text that may come again
constexpr std::size_t most_looks = 4000;
constexpr std::uint32_t no_place = 0xFFFFFFFF;  // in a text

/// Numbers of four bytes each.
void append(std::string& key, std::initializer_list<std::uint32_t> numbers) {
  std::array<char, 32> bytes{};
  std::size_t size = 0;
  for (const std::uint32_t number : numbers)
    for (unsigned shift = 0; shift < 32; shift += 8) bytes[size++] = static_cast<char>(number >> shift & 0xFF);
  key.append(bytes.data(), size);
}

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

bool is_link(const Inline& piece) { return piece.role == Role::link || piece.role == Role::reference; }

unsigned switches_of(const Inline& piece) {
  unsigned bits = static_cast<unsigned>(piece.isolate);
  for (const bool bit :
       {piece.same_isolate, piece.together, piece.unbroken, piece.whole_words, piece.stays_by, is_link(piece)})
    bits = bits << 1U | (bit ? 1U : 0U);
  return bits;
}

}  // namespace

template <class Look>
template <class Make>
std::uint32_t KnownParagraphs::Numbers<Look>::of(std::uint32_t id, const Make& make) {
  if (of_story_.size() <= id) of_story_.resize(id + 1, 0);
  if (of_story_[id] != 0) return of_story_[id] - 1;
  const Look& look = make(id);
  const auto from = known_.begin() + static_cast<std::ptrdiff_t>(next_);
  auto found = std::find(from, known_.end(), look);
  if (found == known_.end()) {
    found = std::find(known_.begin(), from, look);
    if (found == from) found = known_.insert(known_.end(), look);
  }
  next_ = static_cast<std::size_t>(found - known_.begin()) + 1;
  return (of_story_[id] = static_cast<std::uint32_t>(next_)) - 1;
}

bool KnownParagraphs::begin(const text::FontBook& fonts) {
  const bool is_first = fonts_ == nullptr;
  if (!is_first && (fonts_ != &fonts || text_looks_.count() + paragraph_looks_.count() > most_looks)) *this = {};
  fonts_ = &fonts;
  text_looks_.begin();
  paragraph_looks_.begin();
  return !is_first;
}

std::string_view KnownParagraphs::key_of(const Paragraph& paragraph, std::string_view lang, Pt measure,
                                         const SettingContext& context) {
  key_.clear();
  const Story& story = *context.story;
  const auto text_look = [&](TextStyleId id) {
    const TextStyle& style = story.text_styles[id];
    return TextLook{context.styles[id], style.colour, style.rise, style.latin.upper_case};
  };
  const auto paragraph_look = [&](ParagraphStyleId id) -> const ParagraphStyle& { return story.paragraph_styles[id]; };
  const auto width = static_cast<std::uint64_t>(measure.units());
  const std::uint32_t manner = (paragraph.direction == Direction::rtl ? 2U : 0U) + (paragraph.runs_on ? 1U : 0U);
  append(key_, {static_cast<std::uint32_t>(width >> 32U), static_cast<std::uint32_t>(width),
                paragraph_looks_.of(paragraph.style, paragraph_look), manner, size_of(lang)});
  key_ += lang;
  for (const Inline& piece : paragraph.content) {
    if (piece.note || key_.size() + piece.text.size() > longest_known) return {};
    append(key_,
           {text_looks_.of(piece.style, text_look), switches_of(piece), size_of(piece.lang), size_of(piece.text)});
    key_.append(piece.lang).append(piece.text);
    for (const std::uint32_t separator : piece.separators) append(key_, {separator});
    append(key_, {no_place});
  }
  return key_;
}

}  // namespace readout::layout
