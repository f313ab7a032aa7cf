#include "layout/structure.hpp"

namespace readout::layout {

Structure::Structure(const std::string& lang, bool right_to_left) {
  StructElement document;
  document.role = Role::document;
  document.lang = lang;
  document.right_to_left = right_to_left;
  elements_.push_back(std::move(document));
  langs_.push_back(known(lang));
}

StructId Structure::add(StructId parent, Role role, const std::string& lang, Span span) {
  const StructId id{static_cast<std::uint32_t>(elements_.size())};
  StructElement element;
  element.role = role;
  element.parent = parent;
  element.span = span;
  const std::uint16_t outside = langs_[parent.index];
  const std::uint16_t in_force = lang.empty() ? outside : known(lang);
  if (in_force != outside) element.lang = lang;
  elements_.push_back(std::move(element));
  langs_.push_back(in_force);
  elements_[parent.index].children.push_back(id);
  return id;
}

std::uint16_t Structure::known(const std::string& lang) {
  std::size_t at = 0;
  while (at < known_.size() && known_[at] != lang) ++at;
  if (at == known_.size()) known_.push_back(lang);
  return static_cast<std::uint16_t>(at);
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
