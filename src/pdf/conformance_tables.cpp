#include "pdf/conformance_tables.hpp"

namespace readout::pdf {

using layout::Role;

namespace {

bool is_table_part(Role role) {
  return role == Role::thead || role == Role::tbody || role == Role::tr || role == Role::th || role == Role::td;
}

}  // namespace

bool may_hold(Role parent, Role child) {
  switch (parent) {
    case Role::l: return child == Role::li || child == Role::l || child == Role::caption;
    case Role::li: return child == Role::lbl || child == Role::lbody;
    case Role::table:
      return child == Role::caption || child == Role::thead || child == Role::tbody || child == Role::tr;
    case Role::thead:
    case Role::tbody: return child == Role::tr;
    case Role::tr: return child == Role::th || child == Role::td;
    case Role::toc: return child == Role::toc || child == Role::toci || child == Role::caption;
    default: break;
  }
  if (is_table_part(child)) return false;
  if (child == Role::li || child == Role::lbody || child == Role::toci) return false;
  // A label also stands in a note and in an entry of a table of contents.
  if (child == Role::lbl)
    return parent == Role::note || parent == Role::toci || heading_level(parent) != 0 || parent == Role::p;
  return child != Role::document;
}

std::string_view nesting_clause(Role parent, Role child) {
  if (parent == Role::l || parent == Role::li || child == Role::li || child == Role::lbl || child == Role::lbody)
    return "ISO 14289-1, 7.6";
  if (parent == Role::toc || child == Role::toci) return "ISO 14289-1, 7.2";
  if (parent == Role::table || is_table_part(parent) || is_table_part(child)) return "ISO 14289-1, 7.5";
  return "ISO 14289-1, 7.1";
}

bool may_hold_text(Role role) {
  switch (role) {
    case Role::none:
    case Role::document:
    case Role::part:
    case Role::sect:
    case Role::div:
    case Role::l:
    case Role::li:
    case Role::table:
    case Role::thead:
    case Role::tbody:
    case Role::tr:
    case Role::toc: return false;
    default: return true;
  }
}

int heading_level(Role role) {
  switch (role) {
    case Role::h1: return 1;
    case Role::h2: return 2;
    case Role::h3: return 3;
    case Role::h4: return 4;
    case Role::h5: return 5;
    case Role::h6: return 6;
    default: return 0;
  }
}

bool is_unmappable(char32_t c) {
  const bool private_use = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
  return c == 0 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF || private_use;
}

}  // namespace readout::pdf
