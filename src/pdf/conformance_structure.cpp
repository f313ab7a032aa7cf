// What the tags say, whatever is drawn under them.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <variant>

#include "base/utf8.hpp"
#include "pdf/conformance_bench.hpp"
#include "pdf/conformance_tables.hpp"

namespace readout::pdf {
namespace {

using layout::Role;
using layout::StructElement;
using layout::StructId;

class StructureJudge {
 public:
  explicit StructureJudge(Bench& bench) : bench_(bench) {}

  void run() {
    about_tree();
    about_headings();
  }

 private:
  [[nodiscard]] Role parent_role(const StructElement& e) const {
    return e.parent ? bench_.element(*e.parent).role : Role::none;
  }

  void about_tree() {
    std::set<std::string, std::less<>> ids;
    for (const StructElement& e : bench_.document.structure) {
      about_place(e);
      about_attributes(e);
      if (!e.id.empty() && !ids.insert(e.id.str()).second)
        bench_.tell(e.span, "id-twice", fmt::format("the id \"{}\" stands on two elements", e.id.view()),
                    "ISO 14289-1, 7.9");
    }
    for (const StructElement& e : bench_.document.structure)
      for (const std::string& head : e.headers)
        if (!ids.contains(head))
          bench_.tell(e.span, "headers", fmt::format("a cell names the head \"{}\" that is not there", head),
                      "ISO 14289-1, 7.5");
  }

  void about_place(const StructElement& e) {
    if (e.role == Role::none) bench_.tell(e.span, "no-role", "an element has no type", "ISO 14289-1, 7.1");
    if (!e.parent) return;
    const Role parent = parent_role(e);
    if (!may_hold(parent, e.role))
      bench_.tell(e.span, "nesting", fmt::format("{} may not stand in {}", name_of(e.role), name_of(parent)),
                  nesting_clause(parent, e.role));
  }

  void about_attributes(const StructElement& e) {
    bench_.about_language(e.lang, e.span, false);
    bench_.about_string(e.alt, e.span, "an alternative text");
    bench_.about_string(e.actual_text, e.span, "an actual text");
    bench_.about_string(e.expansion, e.span, "an expansion");
    switch (e.role) {
      case Role::figure: return about_figure(e);
      case Role::table: return about_table(e);
      case Role::l: return about_list(e);
      case Role::note:
        if (e.id.empty()) bench_.tell(e.span, "note-id", "a note has no id", "ISO 14289-1, 7.9");
        return;
      case Role::th:
        if (e.scope.empty())
          bench_.tell(e.span, "scope", "a head cell does not say whether it heads a row or a column",
                      "ISO 14289-1, 7.5");
        return;
      default: return;
    }
  }

  void about_figure(const StructElement& e) {
    if (e.alt.empty() && e.actual_text.empty())
      bench_.tell(e.span, "alt",
                  "a picture has no alternative text; say what it shows with alt = \"...\", or decorative = true",
                  "ISO 14289-1, 7.3");
    if (!e.bbox) bench_.tell(e.span, "bbox", "a picture has no bounding box", "ISO 32000-1, 14.8.5.4");
  }

  void about_list(const StructElement& e) {
    if (e.children.empty()) bench_.tell(e.span, "empty-list", "a list has no item", "ISO 14289-1, 7.6");
    if (e.list_numbering.empty())
      bench_.tell(e.span, "list-numbering", "a list does not say how it is numbered", "ISO 14289-1, 7.6");
    for (const StructId child : e.children) about_item(bench_.element(child), e.list_numbering);
  }

  [[nodiscard]] bool has_child(const StructElement& e, Role role) const {
    return std::any_of(e.children.begin(), e.children.end(),
                       [&](StructId child) { return bench_.element(child).role == role; });
  }

  void about_item(const StructElement& item, std::string_view numbering) {
    if (item.role != Role::li) return;
    if (!has_child(item, Role::lbody))
      bench_.tell(item.span, "list-body", "a list item has no LBody", "ISO 14289-1, 7.6");
    const bool counted = numbering == "Decimal" || numbering.ends_with("Alpha") || numbering.ends_with("Roman");
    if (counted && !has_child(item, Role::lbl))
      bench_.tell(item.span, "list-label", "an item of a numbered list has no number", "ISO 14289-1, 7.6");
  }

  void rows_of(const StructElement& e, std::vector<const StructElement*>& rows) const {
    for (const StructId child : e.children) {
      const StructElement& part = bench_.element(child);
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
        bench_.tell(row->span.valid() ? row->span : e.span, "ragged-table",
                    fmt::format("a row has {} columns, the first has {}", width, columns), "ISO 14289-1, 7.2");
    }
    if (has_child(e, Role::thead) && !has_child(e, Role::tbody))
      bench_.tell(e.span, "no-body", "a table has a head and no body", "ISO 14289-1, 7.2");
    if (std::any_of(open.begin(), open.end(), [](int n) { return n > 0; }))
      bench_.tell(e.span, "row-span", "a cell reaches beyond the last row", "ISO 14289-1, 7.2");
    if (!heads)
      bench_.tell(e.span, "no-heads", "a table has no head cells; give its columns a head", "ISO 14289-1, 7.5");
  }

  int row_width(const StructElement& row, std::vector<int>& open, bool& heads) const {
    int width = 0;
    for (int& rest : open)
      if (rest > 0) ++width, --rest;
    for (const StructId child : row.children) {
      const StructElement& cell = bench_.element(child);
      heads = heads || cell.role == Role::th;
      width += cell.col_span;
      if (cell.row_span > 1) open.insert(open.end(), static_cast<std::size_t>(cell.col_span), cell.row_span - 1);
    }
    return width;
  }

  void about_headings() {
    int level = 0;
    bench_.for_each_in_order({0}, [&](StructId id) {
      const StructElement& e = bench_.element(id);
      const int here = heading_level(e.role);
      if (here == 0) return;
      if (here > level + 1)
        bench_.tell(e.span, "heading-level",
                    level == 0 ? fmt::format("the first heading is H{}, not H1", here)
                               : fmt::format("H{} follows H{}", here, level),
                    "ISO 14289-1, 7.4.2");
      level = here;
    });
  }

  Bench& bench_;
};

}  // namespace

void judge_structure(Bench& bench) { StructureJudge(bench).run(); }

}  // namespace readout::pdf
