#include "pdf/conformance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <variant>

#include "base/utf8.hpp"
#include "pdf/conformance_tables.hpp"

namespace readout::pdf {
namespace {

using layout::Document;
using layout::Role;
using layout::StructElement;
using layout::StructId;

/// A text string must stay below 32,768 bytes in UTF-16 with its mark (ISO 19005-3, 6.1.13).
constexpr std::size_t longest_string = 16'382;
constexpr double least_side = 3, largest_side = 14'400;  // ISO 19005-3, 6.1.13

class Judge {
 public:
  Judge(const Document& document, const text::FontBook& fonts, Diagnostics& diags)
      : document_(document), fonts_(fonts), diags_(diags) {}

  bool run() {
    about_document();
    about_tree();
    about_headings();
    for (std::size_t i = 0; i < document_.pages.size(); ++i) about_page(document_.pages[i], i);
    about_links();
    about_order();
    return clean_;
  }

 private:
  void tell(Span span, std::string code, std::string message, std::string_view clause) {
    clean_ = false;
    message += fmt::format(" ({})", clause);
    if (span.valid()) diags_.error("conform." + code, span, std::move(message));
    else diags_.failure(Blame::output, "conform." + code, std::move(message));
  }
  [[nodiscard]] const StructElement& element(StructId id) const { return document_.structure[id.index]; }
  [[nodiscard]] Role parent_role(const StructElement& e) const {
    return e.parent ? element(*e.parent).role : Role::none;
  }

  // ---- the document as a whole -------------------------------------------------------------------
  void about_document() {
    if (document_.structure.empty() || document_.structure[0].role != Role::document)
      tell({}, "no-document", "the structure tree has no Document element", "ISO 14289-1, 7.1");
    if (document_.info.titles.empty() || document_.info.titles[0].second.empty())
      tell({}, "no-title", "the document has no title", "ISO 14289-1, 7.1");
    about_language(document_.info.lang, {}, true);
    for (const auto& [lang, title] : document_.info.titles) about_string(title, {}, "the title");
    if (document_.pages.empty()) tell({}, "no-page", "the document has no page", "ISO 32000-1, 7.7.3");
    for (const auto& entry : document_.outline) {
      if (entry.title.empty()) tell({}, "outline-title", "an entry of the outline has no title", "ISO 32000-1, 12.3.3");
      about_string(entry.title, {}, "a title of the outline");
    }
  }

  void about_language(const std::string& lang, Span span, bool required) {
    if (lang.empty() ? required : !is_language_tag(lang))
      tell(span, "language",
           lang.empty() ? "the document has no language" : fmt::format("\"{}\" is no language tag", lang),
           "ISO 14289-1, 7.2");
  }

  void about_string(std::string_view text, Span span, std::string_view what) {
    std::size_t units = 0;
    for (std::size_t i = 0; i < text.size();) {
      const auto decoded = utf8::decode(text, i);
      units += decoded.value > 0xFFFF ? 2 : 1;
      i += decoded.length;
    }
    if (units > longest_string)
      tell(span, "long-string",
           fmt::format("{} has {} characters; a PDF string may have {}", what, units, longest_string),
           "ISO 19005-3, 6.1.13");
  }

  // ---- the structure tree -------------------------------------------------------------------------
  void about_tree() {
    std::set<std::string> ids;
    for (const StructElement& e : document_.structure) {
      about_place(e);
      about_attributes(e);
      if (!e.id.empty() && !ids.insert(e.id).second)
        tell(e.span, "id-twice", fmt::format("the id \"{}\" stands on two elements", e.id), "ISO 14289-1, 7.9");
    }
    for (const StructElement& e : document_.structure)
      for (const std::string& head : e.headers)
        if (!ids.contains(head))
          tell(e.span, "headers", fmt::format("a cell names the head \"{}\" that is not there", head),
               "ISO 14289-1, 7.5");
  }

  void about_place(const StructElement& e) {
    if (e.role == Role::none) tell(e.span, "no-role", "an element has no type", "ISO 14289-1, 7.1");
    if (!e.parent) return;
    const Role parent = parent_role(e);
    if (!may_hold(parent, e.role))
      tell(e.span, "nesting", fmt::format("{} may not stand in {}", name_of(e.role), name_of(parent)),
           nesting_clause(parent, e.role));
  }

  void about_attributes(const StructElement& e) {
    about_language(e.lang, e.span, false);
    about_string(e.alt, e.span, "an alternative text");
    about_string(e.actual_text, e.span, "an actual text");
    about_string(e.expansion, e.span, "an expansion");
    switch (e.role) {
      case Role::figure: return about_figure(e);
      case Role::table: return about_table(e);
      case Role::l: return about_list(e);
      case Role::note:
        if (e.id.empty()) tell(e.span, "note-id", "a note has no id", "ISO 14289-1, 7.9");
        return;
      case Role::th:
        if (e.scope.empty())
          tell(e.span, "scope", "a head cell does not say whether it heads a row or a column", "ISO 14289-1, 7.5");
        return;
      default: return;
    }
  }

  void about_figure(const StructElement& e) {
    if (e.alt.empty() && e.actual_text.empty())
      tell(e.span, "alt",
           "a picture has no alternative text; say what it shows with alt = \"...\", or decorative = true",
           "ISO 14289-1, 7.3");
    if (!e.bbox) tell(e.span, "bbox", "a picture has no bounding box", "ISO 32000-1, 14.8.5.4");
  }

  void about_list(const StructElement& e) {
    if (e.children.empty()) tell(e.span, "empty-list", "a list has no item", "ISO 14289-1, 7.6");
    if (e.list_numbering.empty())
      tell(e.span, "list-numbering", "a list does not say how it is numbered", "ISO 14289-1, 7.6");
  }

  void rows_of(const StructElement& e, std::vector<const StructElement*>& rows) const {
    for (const StructId child : e.children) {
      const StructElement& part = element(child);
      if (part.role == Role::tr) rows.push_back(&part);
      else if (part.role == Role::thead || part.role == Role::tbody) rows_of(part, rows);
    }
  }

  void about_table(const StructElement& e) {
    std::vector<const StructElement*> rows;
    rows_of(e, rows);
    int columns = -1;
    bool heads = false;
    std::vector<int> open;  // rows that a cell of each column still covers
    for (const StructElement* row : rows) {
      const int width = row_width(*row, open, heads);
      if (columns < 0) columns = width;
      if (width != columns)
        tell(row->span.valid() ? row->span : e.span, "ragged-table",
             fmt::format("a row has {} columns, the first has {}", width, columns), "ISO 14289-1, 7.2");
    }
    if (std::any_of(open.begin(), open.end(), [](int n) { return n > 0; }))
      tell(e.span, "row-span", "a cell reaches beyond the last row", "ISO 14289-1, 7.2");
    if (!heads) tell(e.span, "no-heads", "a table has no head cells; give its columns a head", "ISO 14289-1, 7.5");
  }

  int row_width(const StructElement& row, std::vector<int>& open, bool& heads) const {
    int width = 0;
    for (int& rest : open)
      if (rest > 0) ++width, --rest;
    for (const StructId child : row.children) {
      const StructElement& cell = element(child);
      heads = heads || cell.role == Role::th;
      width += cell.col_span;
      if (cell.row_span > 1) open.insert(open.end(), static_cast<std::size_t>(cell.col_span), cell.row_span - 1);
    }
    return width;
  }

  void about_headings() {
    int level = 0;
    for_each_in_order({0}, [&](const StructElement& e) {
      const int here = heading_level(e.role);
      if (here == 0) return;
      if (here > level + 1)
        tell(e.span, "heading-level",
             level == 0 ? fmt::format("the first heading is H{}, not H1", here)
                        : fmt::format("H{} follows H{}", here, level),
             "ISO 14289-1, 7.4.2");
      level = here;
    });
  }

  template <class Visit>
  void for_each_in_order(StructId id, const Visit& visit) const {
    if (id.index >= document_.structure.size()) return;
    visit(element(id));
    for (const StructId child : element(id).children) for_each_in_order(child, visit);
  }

  // ---- pages ---------------------------------------------------------------------------------------
  void about_page(const layout::Page& page, std::size_t number) {
    for (const Pt side : {page.size.width, page.size.height})
      if (side.points() < least_side || side.points() > largest_side)
        tell({}, "page-size",
             fmt::format("page {} is {:.0f} pt on one side; 3 to 14,400 are possible", number + 1, side.points()),
             "ISO 19005-3, 6.1.13");
    for (const layout::Placed& placed : page.items) {
      std::visit([&](const auto& item) { about_tag(item.tag, is_text(item)); }, placed);
      if (const auto* run = std::get_if<layout::PlacedRun>(&placed)) about_run(*run);
      if (const auto* picture = std::get_if<layout::PlacedImage>(&placed)) about_picture(*picture);
    }
  }

  static bool is_text(const layout::PlacedRun&) { return true; }
  template <class T>
  static bool is_text(const T&) {
    return false;
  }

  void about_tag(const layout::Tag& tag, bool text) {
    const auto* id = std::get_if<StructId>(&tag);
    if (id == nullptr) return;
    if (id->index >= document_.structure.size())
      return tell({}, "tag", "something is drawn under an element that is not there", "ISO 14289-1, 7.1");
    const StructElement& e = element(*id);
    if (text && !may_hold_text(e.role))
      tell(e.span, "loose-text",
           fmt::format("text stands in {} itself; it belongs in P, Lbl, LBody, TD or TH", name_of(e.role)),
           "ISO 32000-1, 14.8.4.3");
  }

  Span span_of(const layout::Tag& tag) const {
    const auto* id = std::get_if<StructId>(&tag);
    return id != nullptr && id->index < document_.structure.size() ? element(*id).span : Span{};
  }

  void about_run(const layout::PlacedRun& run) {
    if (!fonts_.opened(run.face).may_embed() && told_faces_.insert(run.face).second)
      tell({}, "font-licence", fmt::format("{} may not be embedded by its own word", fonts_.opened(run.face).file()),
           "ISO 19005-3, 6.2.11.4");
    for (const layout::PlacedGlyph& glyph : run.glyphs)
      if (glyph.id == 0) {
        tell(span_of(run.tag), "no-glyph", fmt::format("a character of \"{}\" has no glyph", run.text),
             "ISO 19005-3, 6.2.11.8");
        break;
      }
    for (std::size_t i = 0; i < run.text.size();) {
      const auto decoded = utf8::decode(run.text, i);
      if (is_unmappable(decoded.value))
        tell(span_of(run.tag), "private-use", fmt::format("{} means nothing to a reader", utf8::name_of(decoded.value)),
             "ISO 19005-3, 6.2.11.7");
      i += decoded.length;
    }
  }

  void about_picture(const layout::PlacedImage& placed) {
    const auto picture = document_.pictures.find(placed.picture);
    if (picture == document_.pictures.end())
      return tell(span_of(placed.tag), "picture", fmt::format("the picture {} is not there", placed.picture),
                  "ISO 32000-1, 8.9");
    const int components = picture->second.components;
    if (components != 1 && components != 3)
      tell(span_of(placed.tag), "colour", "a picture is neither grey nor RGB", "ISO 19005-3, 6.2.4");
  }

  // ---- links ---------------------------------------------------------------------------------------
  void about_links() {
    std::set<StructId> with_area;
    for (const layout::Page& page : document_.pages) {
      for (const layout::LinkArea& area : page.links) {
        if (area.element.index >= document_.structure.size() || element(area.element).role != Role::link) {
          tell({}, "link-element", "a link's annotation belongs to no Link element", "ISO 14289-1, 7.18.5");
          continue;
        }
        with_area.insert(area.element);
        about_link(area);
      }
    }
    for (std::uint32_t i = 0; i < document_.structure.size(); ++i)
      if (document_.structure[i].role == Role::link && !with_area.contains({i}))
        tell(document_.structure[i].span, "link-area", "a Link element has no annotation", "ISO 14289-1, 7.18.5");
  }

  void about_link(const layout::LinkArea& area) {
    const Span span = element(area.element).span;
    if (area.contents.empty()) tell(span, "link-contents", "a link does not say where it leads", "ISO 14289-1, 7.18.5");
    about_string(area.contents, span, "a link's description");
    if (area.rects.empty()) tell(span, "link-rect", "a link covers nothing", "ISO 32000-1, 12.5.6.5");
    if (area.url.empty() && (!area.destination || area.destination->page >= document_.pages.size()))
      tell(span, "link-target", "a link leads nowhere", "ISO 32000-1, 12.3.2");
  }

  // ---- order ---------------------------------------------------------------------------------------
  /// Content must come in the order of the tree; notes alone stand at the foot, away from their mark.
  void about_order() {
    std::vector<std::uint32_t> rank(document_.structure.size());
    std::uint32_t next = 0;
    for_each_in_order(
        {0}, [&](const StructElement& e) { rank[static_cast<std::size_t>(&e - document_.structure.data())] = next++; });
    for (const layout::Page& page : document_.pages) about_order_of(page, rank);
  }

  void about_order_of(const layout::Page& page, const std::vector<std::uint32_t>& rank) {
    std::uint32_t last[2] = {0, 0};
    for (const layout::Placed& placed : page.items) {
      const layout::Tag tag = std::visit([](const auto& item) { return item.tag; }, placed);
      const auto* id = std::get_if<StructId>(&tag);
      if (id == nullptr || id->index >= rank.size()) continue;
      std::uint32_t& before = last[in_note(*id) ? 1 : 0];
      // An element's own content may go on after a child of it (a P with a Link inside).
      if (rank[id->index] < before && !holds(*id, before, rank))
        return tell(element(*id).span, "order",
                    fmt::format("{} is drawn after what follows it in the tree", name_of(element(*id).role)),
                    "ISO 14289-1, 7.2");
      before = std::max(before, rank[id->index]);
    }
  }

  [[nodiscard]] bool in_note(StructId id) const {
    for (std::optional<StructId> at = id; at; at = element(*at).parent)
      if (element(*at).role == Role::note) return true;
    return false;
  }

  /// Whether the element ranked `inner` lies inside `outer`.
  [[nodiscard]] bool holds(StructId outer, std::uint32_t inner, const std::vector<std::uint32_t>& rank) const {
    std::uint32_t last = rank[outer.index];
    for_each_in_order(outer, [&](const StructElement& e) {
      last = std::max(last, rank[static_cast<std::size_t>(&e - document_.structure.data())]);
    });
    return inner <= last;
  }

  const Document& document_;
  const text::FontBook& fonts_;
  Diagnostics& diags_;
  std::set<text::FaceId> told_faces_;
  bool clean_ = true;
};

}  // namespace

bool is_language_tag(std::string_view tag) {
  bool first = true;
  for (std::size_t begin = 0; begin <= tag.size(); first = false) {
    const std::size_t end = std::min(tag.find('-', begin), tag.size());
    const std::string_view part = tag.substr(begin, end - begin);
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto fits = [&](char c) { return letter(c) || (!first && c >= '0' && c <= '9'); };
    if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), fits)) return false;
    if (end == tag.size()) return true;
    begin = end + 1;
  }
  return false;
}

bool conforms(const Document& document, const text::FontBook& fonts, Diagnostics& diags) {
  return Judge(document, fonts, diags).run();
}

}  // namespace readout::pdf
