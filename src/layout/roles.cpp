#include "layout/roles.hpp"

namespace readout::layout {

std::string_view name_of(Role role) {
  switch (role) {
    case Role::none: return "";
    case Role::document: return "Document";
    case Role::part: return "Part";
    case Role::sect: return "Sect";
    case Role::div: return "Div";
    case Role::h1: return "H1";
    case Role::h2: return "H2";
    case Role::h3: return "H3";
    case Role::h4: return "H4";
    case Role::h5: return "H5";
    case Role::h6: return "H6";
    case Role::p: return "P";
    case Role::l: return "L";
    case Role::li: return "LI";
    case Role::lbl: return "Lbl";
    case Role::lbody: return "LBody";
    case Role::table: return "Table";
    case Role::thead: return "THead";
    case Role::tbody: return "TBody";
    case Role::tr: return "TR";
    case Role::th: return "TH";
    case Role::td: return "TD";
    case Role::caption: return "Caption";
    case Role::figure: return "Figure";
    case Role::note: return "Note";
    case Role::reference: return "Reference";
    case Role::link: return "Link";
    case Role::span: return "Span";
    case Role::toc: return "TOC";
    case Role::toci: return "TOCI";
    case Role::quote: return "Quote";
  }
  return "";
}

}  // namespace readout::layout
