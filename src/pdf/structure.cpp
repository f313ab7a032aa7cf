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
    : document_(document), profile_(profile), haru_(haru), pages_(std::move(pages)), mcids_(document.pages.size()) {
  for (std::uint32_t i = 0; i < document.structure.size(); ++i) {
    const auto& element = document.structure[i];
    READOUT_ASSERT(!element.parent || element.parent->index < i);
    READOUT_ASSERT(element.parent || i == 0);
    const bool transparent = is_transparent(element) && element.parent;
    real_.push_back(transparent ? real_[element.parent->index] : StructId{i});
    numbers_.push_back(transparent ? numbers_.back() : haru.reserve());
  }
  find_right_to_left();
}

void Structure::find_right_to_left() {
  right_to_left_.resize(real_.size());
  for (const layout::Page& page : document_.pages) {
    for (const layout::Placed& item : page.items) {
      const auto* run = std::get_if<layout::PlacedRun>(&item);
      const auto* id = run != nullptr ? std::get_if<StructId>(&run->tag) : nullptr;
      if (id != nullptr && run->level % 2 != 0) right_to_left_[real(*id).index] = true;
    }
  }
}

/// A transparent element's children stand in its place.
template <class Take>
void Structure::for_each_child(std::uint32_t index, const Take& take) const {
  for (const StructId child : document_.structure[index].children) {
    if (real(child) == child) take(child);
    else for_each_child(child.index, take);
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

void Structure::add_text(StructId id, std::string_view text) {
  if (right_to_left_[id.index]) texts_[id] += text;
}

int Structure::add_content(StructId id, std::uint32_t page) {
  const std::uint32_t mcid = mcids_[page]++;
  appearances_.push_back({id, page, mcid, false});
  return static_cast<int>(mcid);
}

int Structure::add_annotation(StructId id, std::uint32_t page, Dict annotation) {
  const StructId owner = real(id);
  annotation_owners_.push_back(owner);
  appearances_.push_back({owner, page, annotation.number(), true});
  return static_cast<int>(pages_.size() + annotation_owners_.size() - 1);
}

void Structure::group_appearances() {
  starts_.assign(real_.size() + 1, 0);
  for (const Appearance& appearance : appearances_) ++starts_[appearance.owner.index + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  grouped_.resize(appearances_.size());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (std::uint32_t i = 0; i < appearances_.size(); ++i) grouped_[next[appearances_[i].owner.index]++] = i;
}

void Structure::find_first_appearances() {
  first_.assign(real_.size(), never);
  for (std::uint32_t i = 0; i < real_.size(); ++i)
    if (starts_[i] < starts_[i + 1]) first_[i] = grouped_[starts_[i]];
  for (std::uint32_t i = static_cast<std::uint32_t>(real_.size()); i-- > 1;) {  // children stand after their parents
    std::uint32_t& above = first_[document_.structure[i].parent->index];
    above = std::min(above, first_[i]);
  }
}

std::optional<std::uint32_t> Structure::first_page(std::uint32_t index) const {
  return first_[index] == never ? std::nullopt : std::optional(appearances_[first_[index]].page);
}

void Structure::append_kid(std::string& out, const Appearance& appearance, std::optional<std::uint32_t> page) const {
  const bool elsewhere = page != appearance.page;
  if (!appearance.annotation && !elsewhere) return append_integer(out, appearance.number);
  out += appearance.annotation ? "<</Type/OBJR" : "<</Type/MCR";
  if (elsewhere) {
    out += "/Pg ";
    append_reference(out, pages_[appearance.page].number());
  }
  if (appearance.annotation) {
    out += "/Obj ";
    append_reference(out, appearance.number);
  } else {
    out += "/MCID ";
    append_integer(out, appearance.number);
  }
  out += ">>";
}

/// Content and children merged by first appearance; children keep the order they were given in.
void Structure::append_kids(std::string& out, std::uint32_t index) const {
  std::uint32_t content = starts_[index], least = 0;
  const std::uint32_t content_end = starts_[index + 1];
  std::size_t count = 0;
  const auto next = [&] { out += count++ == 0 ? "/K[" : " "; };
  const auto add_content_before = [&](std::uint32_t order) {
    for (; content < content_end && grouped_[content] < order; ++content) {
      next();
      append_kid(out, appearances_[grouped_[content]], first_page(index));
    }
  };
  const std::size_t begin = out.size();
  for_each_child(index, [&](StructId child) {
    if (first_[child.index] != never) least = std::max(least, first_[child.index]);
    add_content_before(least);
    next();
    append_reference(out, number(child));
  });
  add_content_before(never);
  if (count == 1) out[begin + 2] = ' ';
  if (count > 1) out += ']';
}

/// Right-to-left text once more in the element, in logical order and without steering marks: pdf.js hands it out, no
/// other reader minds. Only where no child stands between; never cut short.
std::string Structure::actual_text_of(std::uint32_t index) const {
  const auto& source = document_.structure[index];
  const bool plain = source.role != Role::link && source.role != Role::reference && source.role != Role::figure;
  const auto found = texts_.find({index});
  if (!source.actual_text.empty() || found == texts_.end() || !plain || !source.children.empty())
    return source.actual_text.str();
  std::string text;
  for (const char32_t c : utf8::to_utf32(found->second)) {
    if (c != 0x00AD) utf8::append(text, c);
  }
  while (text.ends_with(' ')) text.pop_back();
  return fits_text_string(text) ? text : std::string();
}

/// A Note needs a unique ID (ISO 14289-1, 7.9), given or not.
std::string Structure::id_of(std::uint32_t index) const {
  const auto& element = document_.structure[index];
  if (!element.id.empty() || element.role != Role::note) return element.id.str();
  return fmt::format("note.{}", index);
}

/// ISO 14289-2, 8.2.5.8 and 8.2.5.14: a note and its marks name each other, an entry of a list of contents its target.
void Structure::find_references() {
  for (const layout::Page& page : document_.pages) {
    for (const layout::LinkArea& link : page.links) {
      if (!link.destination) continue;
      const StructId from = real(link.element), to = real(link.destination->element);
      if (document_.structure[to.index].role == Role::note) {
        refers_to_[from].insert(to);
        refers_to_[to].insert(from);
      }
      for (std::optional<StructId> at = from; at; at = document_.structure[at->index].parent) {
        if (document_.structure[at->index].role == Role::toci) refers_to_[*at].insert(to);
      }
    }
  }
}

/// A list whose items have words for labels is a description list in PDF 2.0, which PDF 1.7 had no name for; and
/// ISO 14289-2, 8.2.5.25 wants any list with labels to have a name for them.
std::string Structure::numbering_of(std::uint32_t index) const {
  const layout::StructElement& element = document_.structure[index];
  if (!profile_.namespaces || element.role != Role::l || element.list_numbering.view() != "None")
    return element.list_numbering.str();
  bool labelled = false;
  for_each_child(index, [&](StructId item) {
    for_each_child(item.index,
                   [&](StructId part) { labelled = labelled || document_.structure[part.index].role == Role::lbl; });
  });
  return labelled ? "Description" : element.list_numbering.str();
}

/// NS and Ref. Types that PDF 2.0 took no more over stay in the namespace that needs no naming, that of PDF 1.7.
std::string Structure::relations_of(std::uint32_t index) const {
  std::string out;
  if (namespace_ && !is_only_old(document_.structure[index].role)) out += "/NS " + namespace_.ref();
  const auto targets = refers_to_.find({index});
  if (targets == refers_to_.end()) return out;
  out += "/Ref[";
  for (const StructId to : targets->second) out += ref(to) + " ";
  out.back() = ']';
  return out;
}

void Structure::spell(std::uint32_t number, std::string& out) const {
  const auto place = std::lower_bound(numbers_.begin(), numbers_.end(), number);
  READOUT_ASSERT(place != numbers_.end() && *place == number);
  spell_element(static_cast<std::uint32_t>(place - numbers_.begin()), out);
}

void Structure::spell_element(std::uint32_t index, std::string& out) const {
  const layout::StructElement& source = document_.structure[index];
  const auto page = first_page(index);
  out += "/S";
  append_name(out, role({index}));
  out += relations_of(index);
  out += "/P ";
  append_reference(out, source.parent ? number(*source.parent) : root_.number());
  if (page) {
    out += "/Pg ";
    append_reference(out, pages_[*page].number());
  }
  append_kids(out, index);
  const auto text = [&](std::string_view key, std::string_view value) {
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
  const Pt height = page ? document_.pages[*page].size.height : Pt();
  const std::string attributes = attributes_of(source, numbering_of(index), profile_, height);
  if (!attributes.empty()) out += "/A" + attributes;
}

std::string Structure::parent_tree() {
  std::vector<Leaf> leaves;
  for (std::size_t page = 0; page < mcids_.size(); ++page) leaves.push_back({std::to_string(page), "["});
  for (const Appearance& appearance : appearances_)
    if (!appearance.annotation) {
      append_reference(leaves[appearance.page].value, number(appearance.owner));
      leaves[appearance.page].value += ' ';
    }
  for (Leaf& leaf : leaves) {
    if (leaf.value.back() == ' ') leaf.value.pop_back();
    leaf.value += ']';
  }
  for (std::size_t i = 0; i < annotation_owners_.size(); ++i)
    leaves.push_back({std::to_string(pages_.size() + i), ref(annotation_owners_[i])});
  return tree_of(haru_, leaves, "Nums");
}

std::string Structure::id_tree() const {
  std::map<std::string, std::string> ids;
  for (std::uint32_t i = 0; i < numbers_.size(); ++i) {
    if (const std::string id = id_of(i); !id.empty() && real({i}) == StructId{i}) ids[id] = ref({i});
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
  READOUT_ASSERT(!numbers_.empty());
  group_appearances();
  find_first_appearances();
  root_ = haru_.object();
  root_.name("Type", "StructTreeRoot");
  if (profile_.namespaces) {
    find_references();
    namespace_ = haru_.object();
    namespace_.exact("/Type/Namespace/NS(http://iso.org/pdf2/ssn)");
    root_.array("Namespaces").refer(namespace_);
  }
  haru_.spell_by([this](std::uint32_t number, std::string& out) { spell(number, out); });
  root_.refer("K", numbers_.front());
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
