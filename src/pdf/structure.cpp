#include "pdf/structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/assert.hpp"
#include "base/timing.hpp"
#include "base/utf8.hpp"
#include "pdf/attributes.hpp"
#include "pdf/syntax.hpp"

namespace readout::pdf {
namespace {

constexpr std::size_t leaves_per_node = 64;

using layout::Role;

/// Types of PDF 1.7 that the namespace of PDF 2.0 lacks (ISO 32000-2, annex M); a note becomes FENote.
bool is_only_old(Role role) {
  return role == Role::reference || role == Role::toc || role == Role::toci || role == Role::quote;
}

bool is_transparent(const layout::StructElement& element) { return element.role == Role::none; }

/// Entries of a name or number tree, cut into kids with their limits (ISO 32000-1, 7.9.6 and 7.9.7).
struct Leaf {
  std::string key, value;
};
std::string tree_of(Haru& haru, const std::vector<Leaf>& leaves, std::string_view entry) {
  const auto run = [&](std::size_t first, std::size_t last) {
    std::string out = fmt::format("/{}[", entry);
    for (std::size_t i = first; i < last; ++i) out += leaves[i].key + " " + leaves[i].value + " ";
    out.back() = ']';
    return out;
  };
  if (leaves.size() <= leaves_per_node) return leaves.empty() ? fmt::format("/{}[]", entry) : run(0, leaves.size());
  std::string kids = "/Kids[";
  for (std::size_t first = 0; first < leaves.size(); first += leaves_per_node) {
    const std::size_t last = std::min(first + leaves_per_node, leaves.size());
    Dict node = haru.object();
    node.exact(fmt::format("/Limits[{} {}]{}", leaves[first].key, leaves[last - 1].key, run(first, last)));
    kids += node.ref() + " ";
  }
  kids.back() = ']';
  return kids;
}

}  // namespace

Structure::Structure(const layout::Document& document, const Profile& profile, Haru& haru, std::vector<Dict> pages)
    : document_(document),
      profile_(profile),
      haru_(haru),
      pages_(std::move(pages)),
      elements_(document.structure.size()),
      owners_(document.pages.size()) {
  for (std::uint32_t i = 0; i < document.structure.size(); ++i) {
    const auto& element = document.structure[i];
    READOUT_ASSERT(!element.parent || element.parent->index < i);
    READOUT_ASSERT(element.parent || i == 0);
    const bool transparent = is_transparent(element) && element.parent;
    real_.push_back(transparent ? real_[element.parent->index] : StructId{i});
    if (!transparent) elements_[i].object = haru.object();
  }
  // A transparent element's children stand in its place.
  const auto adopt = [&](const auto& self, StructId into, StructId from) -> void {
    for (const StructId child : document.structure[from.index].children) {
      if (real_[child.index] == child) {
        elements_[into.index].children.push_back(child);
      } else {
        self(self, into, child);
      }
    }
  };
  for (std::uint32_t i = 0; i < elements_.size(); ++i) {
    if (real_[i] == StructId{i}) adopt(adopt, StructId{i}, StructId{i});
  }
}

std::string_view Structure::role(StructId id) const {
  const Role role = document_.structure[id.index].role;
  if (role == Role::note && profile_.namespaces) return "FENote";
  return role == Role::none ? "Document" : name_of(role);
}

StructId Structure::block(StructId id) const {
  const auto is_inline = [&](StructId at) {
    const Role role = document_.structure[at.index].role;
    return role == Role::none || role == Role::span || role == Role::link || role == Role::reference ||
           role == Role::quote;
  };
  while (is_inline(id) && document_.structure[id.index].parent) id = *document_.structure[id.index].parent;
  return id;
}

void Structure::add_text(StructId id, std::string_view text, bool right_to_left) {
  Element& element = elements_[id.index];
  element.text += text;
  element.has_rtl = element.has_rtl || right_to_left;
}

int Structure::add_content(StructId id, std::uint32_t page) {
  const auto mcid = static_cast<int>(owners_[page].size());
  owners_[page].push_back(id);
  elements_[id.index].contents.push_back({page, mcid, order_++});
  return mcid;
}

int Structure::add_annotation(StructId id, std::uint32_t page, Dict annotation) {
  const StructId owner = real(id);
  annotation_owners_.push_back(owner);
  elements_[owner.index].annotations.push_back({page, annotation, order_++});
  return static_cast<int>(pages_.size() + annotation_owners_.size() - 1);
}

void Structure::find_first_appearances() {
  for (std::size_t i = elements_.size(); i-- > 0;) {  // children stand after their parents
    Element& element = elements_[i];
    const auto note = [&](std::uint64_t order, std::uint32_t page) {
      if (!element.first || order < *element.first) {
        element.first = order;
        element.first_page = page;
      }
    };
    if (!element.contents.empty()) note(element.contents.front().order, element.contents.front().page);
    if (!element.annotations.empty()) note(element.annotations.front().order, element.annotations.front().page);
    for (const StructId child : element.children) {
      const Element& below = elements_[child.index];
      if (below.first) note(*below.first, *below.first_page);
    }
  }
}

std::string Structure::kid(const Content& content, std::optional<std::uint32_t> page) const {
  if (page == content.page) return fmt::format("{}", content.mcid);
  return fmt::format("<</Type/MCR/Pg {}/MCID {}>>", pages_[content.page].ref(), content.mcid);
}

std::string Structure::kid(const Annotation& annotation, std::optional<std::uint32_t> page) const {
  const std::string where = page == annotation.page ? "" : "/Pg " + pages_[annotation.page].ref();
  return fmt::format("<</Type/OBJR{}/Obj {}>>", where, annotation.object.ref());
}

/// Content and children merged by first appearance; children keep the order they were given in.
std::string Structure::kids_of(const Element& element) const {
  std::vector<std::pair<std::uint64_t, std::string>> kids;
  std::uint64_t least = 0;
  for (const StructId child : element.children) {
    const Element& below = elements_[child.index];
    least = std::max(least, below.first.value_or(least));
    kids.emplace_back(least, below.object.ref());
  }
  for (const Content& content : element.contents) kids.emplace_back(content.order, kid(content, element.first_page));
  for (const Annotation& annotation : element.annotations) {
    kids.emplace_back(annotation.order, kid(annotation, element.first_page));
  }
  std::stable_sort(kids.begin(), kids.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (kids.empty()) return {};
  if (kids.size() == 1) return "/K " + kids.front().second;
  std::string out = "/K[";
  for (const auto& [order, text] : kids) out += text + " ";
  out.back() = ']';
  return out;
}

/// Right-to-left text once more in the element, in logical order and without steering marks: pdf.js hands it out, no
/// other reader minds. Only where no child stands between; never cut short.
std::string Structure::actual_text_of(std::uint32_t index) const {
  const auto& source = document_.structure[index];
  const Element& element = elements_[index];
  const bool plain = source.role != Role::link && source.role != Role::reference && source.role != Role::figure;
  if (!source.actual_text.empty() || !element.has_rtl || !plain || !element.children.empty()) return source.actual_text;
  std::string text;
  for (const char32_t c : utf8::to_utf32(element.text)) {
    if (c != 0x00AD) utf8::append(text, c);
  }
  while (text.ends_with(' ')) text.pop_back();
  return fits_text_string(text) ? text : std::string();
}

/// A Note needs a unique ID (ISO 14289-1, 7.9), given or not.
std::string Structure::id_of(std::uint32_t index) const {
  const auto& element = document_.structure[index];
  if (!element.id.empty() || element.role != Role::note) return element.id;
  return fmt::format("note.{}", index);
}

/// ISO 14289-2, 8.2.5.8 and 8.2.5.14: a note and its marks name each other, an entry of a list of contents its target.
void Structure::find_references() {
  for (const layout::Page& page : document_.pages) {
    for (const layout::LinkArea& link : page.links) {
      if (!link.destination) continue;
      const StructId from = real(link.element), to = real(link.destination->element);
      if (document_.structure[to.index].role == Role::note) {
        elements_[from.index].refers_to.insert(to);
        elements_[to.index].refers_to.insert(from);
      }
      for (std::optional<StructId> at = from; at; at = document_.structure[at->index].parent) {
        if (document_.structure[at->index].role == Role::toci) elements_[at->index].refers_to.insert(to);
      }
    }
  }
}

/// A list whose items have words for labels is a description list in PDF 2.0, which PDF 1.7 had no name for; and
/// ISO 14289-2, 8.2.5.25 wants any list with labels to have a name for them.
layout::StructElement Structure::in_profile(std::uint32_t index) const {
  layout::StructElement element = document_.structure[index];
  if (!profile_.namespaces || element.role != Role::l || element.list_numbering != "None") return element;
  for (const StructId item : elements_[index].children) {
    for (const StructId part : elements_[item.index].children) {
      if (document_.structure[part.index].role == Role::lbl) element.list_numbering = "Description";
    }
  }
  return element;
}

/// NS and Ref. Types that PDF 2.0 took no more over stay in the namespace that needs no naming, that of PDF 1.7.
std::string Structure::relations_of(std::uint32_t index) const {
  std::string out;
  if (namespace_ && !is_only_old(document_.structure[index].role)) out += "/NS " + namespace_.ref();
  const Element& element = elements_[index];
  if (element.refers_to.empty()) return out;
  out += "/Ref[";
  for (const StructId to : element.refers_to) out += ref(to) + " ";
  out.back() = ']';
  return out;
}

void Structure::write_element(std::uint32_t index) {
  const layout::StructElement& source = document_.structure[index];
  const Element& element = elements_[index];
  std::string out = "/S";
  append_name(out, role({index}));
  out += relations_of(index);
  out += "/P " + (source.parent ? elements_[real_[source.parent->index].index].object : root_).ref();
  if (element.first_page) out += "/Pg " + pages_[*element.first_page].ref();
  out += kids_of(element);
  const auto text = [&](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    out += key;
    append_text(out, value);
  };
  text("/Lang", source.lang);
  text("/Alt", source.alt);
  text("/ActualText", actual_text_of(index));
  text("/E", source.expansion);
  if (const std::string id = id_of(index); !id.empty()) {
    out += "/ID";
    append_literal(out, id);
  }
  const Pt height = element.first_page ? document_.pages[*element.first_page].size.height : Pt();
  if (const std::string attributes = attributes_of(in_profile(index), profile_, height); !attributes.empty())
    out += "/A" + attributes;
  Dict object = element.object;
  object.exact(out);
}

std::string Structure::parent_tree() {
  std::vector<Leaf> leaves;
  for (std::size_t page = 0; page < owners_.size(); ++page) {
    std::string array = "[";
    for (const StructId owner : owners_[page]) array += elements_[owner.index].object.ref() + " ";
    if (array.size() > 1) array.pop_back();
    leaves.push_back({std::to_string(page), array + "]"});
  }
  for (std::size_t i = 0; i < annotation_owners_.size(); ++i) {
    leaves.push_back({std::to_string(pages_.size() + i), elements_[annotation_owners_[i].index].object.ref()});
  }
  return tree_of(haru_, leaves, "Nums");
}

std::string Structure::id_tree() const {
  std::map<std::string, std::string> ids;
  for (std::uint32_t i = 0; i < elements_.size(); ++i) {
    if (const std::string id = id_of(i); !id.empty() && elements_[i].object) ids[id] = elements_[i].object.ref();
  }
  std::vector<Leaf> leaves;
  for (const auto& [id, ref] : ids) {
    std::string key;
    append_literal(key, id);
    leaves.push_back({key, ref});
  }
  return leaves.empty() ? std::string() : tree_of(haru_, leaves, "Names");
}

void Structure::write() {
  TIMED("pdf.tags");
  READOUT_ASSERT(!elements_.empty());
  find_first_appearances();
  root_ = haru_.object();
  root_.name("Type", "StructTreeRoot");
  if (profile_.namespaces) {
    find_references();
    namespace_ = haru_.object();
    namespace_.exact("/Type/Namespace/NS(http://iso.org/pdf2/ssn)");
    root_.array("Namespaces").refer(namespace_);
  }
  for (std::uint32_t i = 0; i < elements_.size(); ++i) {
    if (elements_[i].object) write_element(i);
  }
  root_.refer("K", elements_.front().object);
  Dict tree = haru_.object();
  tree.exact(parent_tree());
  root_.refer("ParentTree", tree);
  root_.integer("ParentTreeNextKey", static_cast<std::int64_t>(pages_.size() + annotation_owners_.size()));
  if (const std::string ids = id_tree(); !ids.empty()) {
    Dict names = haru_.object();
    names.exact(ids);
    root_.refer("IDTree", names);
  }
  haru_.catalog().refer("StructTreeRoot", root_);
  haru_.catalog().dict("MarkInfo").boolean("Marked", true);
}

}  // namespace readout::pdf
