#include "layout/structure.hpp"

namespace readout::layout {

Structure::Structure(const std::string& lang, bool right_to_left) {
  StructElement document;
  document.role = Role::document;
  document.lang = lang;
  document.right_to_left = right_to_left;
  elements_.push_back(std::move(document));
  langs_.push_back(lang);
}

StructId Structure::add(StructId parent, Role role, const std::string& lang, Span span) {
  const StructId id{static_cast<std::uint32_t>(elements_.size())};
  StructElement element;
  element.role = role;
  element.parent = parent;
  element.span = span;
  const std::string in_force = lang.empty() ? langs_[parent.index] : lang;
  if (in_force != langs_[parent.index]) element.lang = in_force;
  elements_.push_back(std::move(element));
  langs_.push_back(in_force);
  elements_[parent.index].children.push_back(id);
  return id;
}

bool Structure::needs_paragraph(StructId id) const {
  switch (elements_[id.index].role) {
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
    case Role::note:
    case Role::toc:
    case Role::toci:
    case Role::figure:
    case Role::quote: return true;
    case Role::h1:
    case Role::h2:
    case Role::h3:
    case Role::h4:
    case Role::h5:
    case Role::h6:
    case Role::p:
    case Role::lbl:
    case Role::lbody:
    case Role::th:
    case Role::td:
    case Role::caption:
    case Role::reference:
    case Role::link:
    case Role::span: return false;
  }
  return false;
}

}  // namespace readout::layout
