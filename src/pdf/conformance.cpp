#include "pdf/conformance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "base/ascii.hpp"
#include "base/timing.hpp"
#include "base/utf8.hpp"
#include "pdf/conformance_bench.hpp"
#include "pdf/conformance_tables.hpp"

namespace readout::pdf {
namespace {

using layout::Role;

/// A text string must stay below 32,768 bytes, in UTF-16, too (ISO 19005-3, 6.1.13).
constexpr std::size_t longest_string = 16'382;

void judge_document(Bench& bench) {
  if (bench.document.structure.empty() || bench.document.structure[0].role != Role::document)
    bench.tell({}, "no-document", "the structure tree has no Document element", "ISO 14289-1, 7.1");
  if (bench.document.info.titles.empty() || bench.document.info.titles[0].second.empty())
    bench.tell({}, "no-title", "the document has no title", "ISO 14289-1, 7.1");
  bench.about_language(bench.document.info.lang, {}, true);
  for (const auto& [lang, title] : bench.document.info.titles) bench.about_string(title, {}, "the title");
  if (bench.document.pages.empty()) bench.tell({}, "no-page", "the document has no page", "ISO 32000-1, 7.7.3");
  for (const auto& entry : bench.document.outline) {
    if (entry.title.empty())
      bench.tell({}, "outline-title", "an entry of the outline has no title", "ISO 32000-1, 12.3.3");
    bench.about_string(entry.title, {}, "a title of the outline");
  }
}

}  // namespace

void Bench::tell(Span span, const std::string& code, std::string message, std::string_view clause) {
  clean_ = false;
  message += fmt::format(" ({})", clause);
  if (span.valid()) diags_.error("conform." + code, span, std::move(message));
  else diags_.failure(Blame::output, "conform." + code, std::move(message));
}

void Bench::warn(Span span, const std::string& code, std::string message, std::string_view clause) {
  diags_.warning("conform." + code, span, message + fmt::format(" ({})", clause));
}

const layout::StructElement* Bench::owner(const layout::Tag& tag) const {
  const auto* id = std::get_if<layout::StructId>(&tag);
  return id != nullptr && is_element(*id) ? &element(*id) : nullptr;
}

Span Bench::span_of(const layout::Tag& tag) const {
  const layout::StructElement* element = owner(tag);
  return element != nullptr ? element->span : Span{};
}

void Bench::about_language(std::string_view lang, Span span, bool required) {
  if (lang.empty() ? required : !is_language_tag(lang))
    tell(span, "language",
         lang.empty() ? "the document has no language" : fmt::format("\"{}\" is no language tag", lang),
         "ISO 14289-1, 7.2");
}

void Bench::about_string(std::string_view text, Span span, std::string_view what) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto decoded = utf8::decode(text, i);
    units += decoded.value > 0xFFFF ? 2 : 1;
    if (is_unmappable(decoded.value))
      tell(span, "private-use", fmt::format("{} in {} means nothing to a reader", utf8::name_of(decoded.value), what),
           "ISO 14289-2, 8.6");
    i += decoded.length;
  }
  if (units > longest_string)
    tell(span, "long-string",
         fmt::format("{} has {} characters; a PDF string may have {}", what, units, longest_string),
         "ISO 19005-3, 6.1.13");
}

bool is_language_tag(std::string_view tag) {
  bool first = true;
  for (std::size_t begin = 0; begin <= tag.size(); first = false) {
    const std::size_t end = std::min(tag.find('-', begin), tag.size());
    const std::string_view part = tag.substr(begin, end - begin);
    const auto fits = [&](char c) { return ascii::is_letter(c) || (!first && ascii::is_digit(c)); };
    if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), fits)) return false;
    if (end == tag.size()) return true;
    begin = end + 1;
  }
  return false;
}

bool conforms(const layout::Document& document, const text::FontBook& fonts, Diagnostics& diags) {
  TIMED("pdf.judge");
  Bench bench(document, fonts, diags);
  judge_document(bench);
  if (document.structure.empty()) return false;
  judge_structure(bench);
  judge_pages(bench);
  judge_links(bench);
  judge_reading(bench);
  judge_words(bench);
  return bench.clean();
}

}  // namespace readout::pdf
