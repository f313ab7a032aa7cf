#include "pdf/attributes.hpp"

#include "pdf/syntax.hpp"

namespace readout::pdf {
namespace {

using layout::Role;

std::string layout_attributes(const layout::StructElement& element, Pt page_height) {
  std::string out;
  if (element.right_to_left) out += "/WritingMode/RlTb";
  if (element.bbox) {
    const Rect& box = *element.bbox;
    if (element.role == Role::figure) out += "/Placement/Block";
    out += "/BBox[";
    for (const Pt side : {box.x, page_height - box.y - box.height, box.x + box.width, page_height - box.y}) {
      append_number(out, side.points());
      out += ' ';
    }
    out.back() = ']';
  }
  return out;
}

std::string table_attributes(const layout::StructElement& element) {
  std::string out;
  if (element.role != Role::th && element.role != Role::td) return out;
  if (!element.scope.empty()) {
    out += "/Scope";
    append_name(out, element.scope);
  }
  if (!element.headers.empty()) {
    out += "/Headers[";
    for (const std::string& id : element.headers) append_literal(out, id);
    out += ']';
  }
  if (element.col_span > 1) {
    out += "/ColSpan ";
    append_integer(out, element.col_span);
  }
  if (element.row_span > 1) {
    out += "/RowSpan ";
    append_integer(out, element.row_span);
  }
  return out;
}

std::string list_attributes(const layout::StructElement& element, std::string_view numbering) {
  std::string out;
  if (element.role == Role::l && !numbering.empty()) {
    out += "/ListNumbering";
    append_name(out, numbering);
  }
  return out;
}

}  // namespace

std::string attributes_of(const layout::StructElement& element, std::string_view numbering, const Profile& profile,
                          Pt page_height) {
  std::string out;
  int owners = 0;
  const auto add = [&](std::string_view owner, const std::string& entries) {
    if (entries.empty()) return;
    out += "<</O/";
    out += owner;
    out += entries;
    out += ">>";
    ++owners;
  };
  add("Layout", layout_attributes(element, page_height));
  add("Table", table_attributes(element));
  add("List", list_attributes(element, numbering));
  // Notes stand at the foot of the page, each under its mark.
  if (profile.namespaces && element.role == Role::note) add("FENote", "/NoteType/Footnote");
  return owners > 1 ? "[" + out + "]" : out;
}

}  // namespace readout::pdf
