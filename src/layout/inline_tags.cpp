#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include "base/ascii.hpp"
#include "layout/galley.hpp"

namespace readout::layout {
namespace {

/// Walks the inlines of one paragraph and remembers what the one before made, so that inlines that belong
/// together share an element: one Link over roman and italic, one Span over a phrase in another language.
class InlineTagger {
 public:
  InlineTagger(StructId element, std::string lang, Workshop& shop)
      : element_(element), lang_(std::move(lang)), shop_(shop) {}

  InlineTag tag(const Inline& piece) {
    const std::string lang = language_of(piece);
    if (piece.note) return note_mark(piece, lang);
    if (piece.role == Role::link || (piece.role == Role::reference && piece.target != 0)) return link(piece, lang);
    link_ = nullptr;
    const bool says_something = piece.role != Role::none && piece.role != Role::span;
    if (says_something) return {role_element(piece, lang), {}, {}};
    return {phrase(element_, lang, piece), {}, {}};
  }

 private:
  /// As the inline says, else as its block; but words in Arabic letters alone are in a language written so, also where
  /// they stand in for a missing translation: nobody hears them in an English voice.
  std::string language_of(const Inline& piece) const {
    const std::string& said = piece.lang.empty() ? lang_ : piece.lang;
    const auto is_mark = [&](char c) { return static_cast<unsigned char>(c) < 0x80 && !ascii::is_letter(c); };
    if (std::all_of(piece.text.begin(), piece.text.end(), is_mark))  // a stop goes with the words before it
      return has_span_ ? shop_.structure.lang_of(span_) : lang_;
    const bool latin = std::any_of(piece.text.begin(), piece.text.end(), ascii::is_letter);
    if (latin || !text::has_arabic(piece.text) || in_arabic_letters(said)) return said;
    for (const auto& lang : shop_.story.info.languages)
      if (in_arabic_letters(lang)) return lang;
    return "ar";
  }
  static bool in_arabic_letters(std::string_view lang) {
    const std::string_view first = lang.substr(0, lang.find('-'));
    constexpr std::string_view known[] = {"ar", "fa", "ur", "ps", "ckb", "ug", "sd"};
    return lang.find("Arab") != std::string_view::npos ||
           std::find(std::begin(known), std::end(known), first) != std::end(known);
  }

  /// Text in the language of `parent` belongs to `parent`; other text to a Span, shared with the inline before.
  StructId phrase(StructId parent, const std::string& lang, const Inline& piece) {
    const bool foreign = lang != shop_.structure.lang_of(parent);
    if (!foreign && piece.expansion.empty()) {
      has_span_ = false;
      return parent;
    }
    if (piece.expansion.empty() && has_span_ && span_parent_ == parent && shop_.structure.lang_of(span_) == lang)
      return span_;
    span_ = shop_.structure.add(parent, Role::span, lang, piece.span);
    shop_.structure[span_].expansion = piece.expansion;
    span_parent_ = parent;
    has_span_ = piece.expansion.empty();
    return span_;
  }

  StructId role_element(const Inline& piece, const std::string& lang) {
    has_span_ = false;
    const StructId id = shop_.structure.add(element_, piece.role, lang, piece.span);
    shop_.structure[id].expansion = piece.expansion;
    return id;
  }

  InlineTag link(const Inline& piece, const std::string& lang) {
    if (link_ == nullptr || link_->role != piece.role || link_->url != piece.url || link_->target != piece.target) {
      StructId parent = element_;
      if (piece.role == Role::reference) parent = shop_.structure.add(element_, Role::reference, lang, piece.span);
      link_element_ = shop_.structure.add(parent, Role::link, lang, piece.span);
      has_span_ = false;
    }
    link_ = &piece;
    LinkTarget target{LinkTarget::Kind::url, 0, piece.url, piece.contents.empty() ? piece.text : piece.contents};
    if (piece.url.empty()) {
      target.kind = LinkTarget::Kind::anchor;
      target.id = piece.target;
    }
    return {phrase(link_element_, lang, piece), std::move(target), link_element_};
  }

  InlineTag note_mark(const Inline& piece, const std::string& lang) {
    link_ = nullptr;
    has_span_ = false;
    const StructId reference = shop_.structure.add(element_, Role::reference, lang, piece.span);
    const StructId link = shop_.structure.add(reference, Role::link, lang, piece.span);
    return {link,
            LinkTarget{LinkTarget::Kind::note, *piece.note, "", piece.contents.empty() ? piece.text : piece.contents},
            link};
  }

  StructId element_;
  std::string lang_;
  Workshop& shop_;
  const Inline* link_ = nullptr;
  StructId link_element_, span_, span_parent_;
  bool has_span_ = false;
};

bool is_heading(Role role) { return role >= Role::h1 && role <= Role::h6; }

}  // namespace

std::vector<InlineTag> tag_inlines(const InlineText& content, StructId element, const std::string& lang,
                                   Workshop& shop) {
  if (shop.untagged) return std::vector<InlineTag>(content.size(), InlineTag{element, {}, {}});
  InlineTagger tagger(element, lang, shop);
  std::vector<InlineTag> tags;
  for (const auto& piece : content) tags.push_back(tagger.tag(piece));
  // A note is told at the end of the paragraph that marks it; a heading's text must stay its own, so there
  // the note follows the heading (ISO 14289-1, 7.9; ISO 32000-1, 14.8.4.4.1).
  const auto& structure = shop.structure;
  const StructId holder = is_heading(structure[element].role) ? *structure[element].parent : element;
  for (const auto& piece : content)
    if (piece.note) set_note(*piece.note, holder, shop);
  return tags;
}

}  // namespace readout::layout
