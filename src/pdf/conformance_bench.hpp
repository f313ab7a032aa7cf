// Where a document is judged: it, the faces it is set in, and who is told. Each judge_* looks at one side of it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include "base/diagnostics.hpp"
#include "layout/document.hpp"

namespace readout::pdf {

class Bench {
 public:
  Bench(const layout::Document& judged, const text::FontBook& faces, Diagnostics& told)
      : document(judged), fonts(faces), diags_(told) {}

  /// Tells a fault at `span`, or as one of the output when it has none; the message ends in the clause.
  void tell(Span span, const std::string& code, std::string message, std::string_view clause);
  /// Tells what is likely wrong but may be meant; the document may be written all the same.
  void warn(Span span, const std::string& code, std::string message, std::string_view clause);
  [[nodiscard]] bool clean() const { return clean_; }

  [[nodiscard]] const layout::StructElement& element(layout::StructId id) const { return document.structure[id.index]; }
  [[nodiscard]] bool is_element(layout::StructId id) const { return id.index < document.structure.size(); }
  /// The element that something is drawn for; nullptr for an artifact, or when it is not there.
  [[nodiscard]] const layout::StructElement* owner(const layout::Tag& tag) const;
  [[nodiscard]] Span span_of(const layout::Tag& tag) const;
  /// The nearest element at `id` or above whose role `fits`.
  template <class Fits>
  [[nodiscard]] std::optional<layout::StructId> nearest(layout::StructId id, const Fits& fits) const {
    for (std::optional<layout::StructId> at = id; at; at = element(*at).parent)
      if (fits(element(*at))) return at;
    return std::nullopt;
  }
  template <class Visit>
  void for_each_in_order(layout::StructId id, const Visit& visit) const {
    if (!is_element(id)) return;
    visit(id);
    for (const layout::StructId child : element(id).children) for_each_in_order(child, visit);
  }
  void about_string(std::string_view text, Span span, std::string_view what);
  void about_language(std::string_view lang, Span span, bool required);

  const layout::Document& document;
  const text::FontBook& fonts;

 private:
  Diagnostics& diags_;
  bool clean_ = true;
};

void judge_structure(Bench& bench);  ///< nesting, attributes, tables, lists, headings
void judge_pages(Bench& bench);      ///< sizes, tags, glyphs, pictures
void judge_links(Bench& bench);      ///< annotations and their elements, notes and their marks
void judge_reading(Bench& bench);    ///< order of the pages and of the tree
void judge_words(Bench& bench);      ///< spaces, languages, running matter

}  // namespace readout::pdf
