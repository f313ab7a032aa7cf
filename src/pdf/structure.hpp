// The structure tree of the file: elements with their kids, attributes, parent tree and ids.
//
// While pages are written, marked content and annotations are noted here; at the end the tree is written in one go.
// An element that has content of its own and child elements (a P with a Link in its middle) gets its kids in the
// order in which they first appear on the pages.
//
// Source: ISO 32000-1, 14.7 (logical structure) and 14.8 (tagged PDF); ISO 14289-1, 7.1 to 7.9.
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>
#include "layout/document.hpp"
#include "pdf/haru.hpp"
#include "pdf/profile.hpp"

namespace readout::pdf {

using layout::StructId;

class Structure {
 public:
  /// `pages` are the page objects, in order.
  Structure(const layout::Document& document, const Profile& profile, Haru& haru, std::vector<Dict> pages);

  /// The element that content of `id` belongs to: itself, or the nearest ancestor whose role is not none.
  [[nodiscard]] StructId real(StructId id) const { return real_[id.index]; }
  /// Its type as this profile names it.
  [[nodiscard]] std::string_view role(StructId id) const;
  /// "12 0 R" of the element that content of `id` belongs to.
  [[nodiscard]] std::string ref(StructId id) const { return elements_[real(id).index].object.ref(); }
  /// The nearest element at `id` or above that is no inline one: what shares lines has it in common.
  [[nodiscard]] StructId block(StructId id) const;

  /// Notes a marked-content sequence on the page; gives its MCID.
  int add_content(StructId id, std::uint32_t page);
  /// Notes the text of an element's content, in order.
  void add_text(StructId id, std::string_view text, bool right_to_left);
  /// Notes an annotation; gives its key in the parent tree (StructParent).
  int add_annotation(StructId id, std::uint32_t page, Dict annotation);

  /// Writes all elements, the tree's root and its entry in the catalog.
  void write();

 private:
  struct Content {
    std::uint32_t page = 0;
    int mcid = 0;
    std::uint64_t order = 0;
  };
  struct Annotation {
    std::uint32_t page = 0;
    Dict object;
    std::uint64_t order = 0;
  };
  struct Element {
    Dict object;                     ///< empty for transparent elements
    std::vector<StructId> children;  ///< real ones
    std::vector<Content> contents;
    std::vector<Annotation> annotations;
    std::set<StructId> refers_to;  ///< Ref: a note's marks, a mark's note, the target of an entry of a list of contents
    std::string text;
    bool has_rtl = false;
    std::optional<std::uint64_t> first;  ///< order of the first content in it or below
    std::optional<std::uint32_t> first_page;
  };
  void find_first_appearances();
  void find_references();
  void write_element(std::uint32_t index);
  [[nodiscard]] std::string kids_of(const Element& element) const;
  [[nodiscard]] std::string kid(const Content& content, std::optional<std::uint32_t> page) const;
  [[nodiscard]] std::string kid(const Annotation& annotation, std::optional<std::uint32_t> page) const;
  [[nodiscard]] std::string parent_tree();
  [[nodiscard]] std::string id_tree() const;
  [[nodiscard]] std::string relations_of(std::uint32_t index) const;
  [[nodiscard]] layout::StructElement in_profile(std::uint32_t index) const;
  [[nodiscard]] std::string actual_text_of(std::uint32_t index) const;
  [[nodiscard]] std::string id_of(std::uint32_t index) const;

  const layout::Document& document_;
  Profile profile_;
  Haru& haru_;
  std::vector<Dict> pages_;
  Dict root_, namespace_;
  std::vector<StructId> real_;
  std::vector<Element> elements_;
  std::vector<std::vector<StructId>> owners_;  ///< by page, then MCID
  std::vector<StructId> annotation_owners_;
  std::uint64_t order_ = 0;
};

}  // namespace readout::pdf
