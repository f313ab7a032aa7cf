// The structure tree of the file: elements with their kids, attributes, parent tree and ids.
//
// While pages are written, marked content and annotations are noted here; at the end the tree is spelled, element by
// element, right into the file.
// An element that has content of its own and child elements (a P with a Link in its middle) gets its kids in the
// order in which they first appear on the pages.
//
// Source: ISO 32000-1, 14.7 (logical structure) and 14.8 (tagged PDF); ISO 14289-1, 7.1 to 7.9.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
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
  [[nodiscard]] std::string ref(StructId id) const { return reference_to(number(id)); }
  [[nodiscard]] std::uint32_t number(StructId id) const { return numbers_[real(id).index]; }  ///< "12" of it
  /// The nearest element at `id` or above that is no inline one: what shares lines has it in common.
  [[nodiscard]] StructId block(StructId id) const;

  /// Notes a marked-content sequence on the page; gives its MCID. Pages come in order.
  int add_content(StructId id, std::uint32_t page);
  /// Notes the text of an element's content, in order.
  void add_text(StructId id, std::string_view text);
  /// Notes an annotation; gives its key in the parent tree (StructParent).
  int add_annotation(StructId id, std::uint32_t page, Dict annotation);

  /// Writes all elements, the tree's root and its entry in the catalog. The elements are spelled only when the file is
  /// saved, which this and the document must outlive.
  void write();

 private:
  /// A marked-content sequence or an annotation. Which came first is told by their places in the list of all.
  struct Appearance {
    StructId owner;
    std::uint32_t page = 0;
    std::uint32_t number = 0;  ///< MCID, or that of the annotation's object
    bool annotation = false;
  };
  static constexpr std::uint32_t never = 0xFFFFFFFF;

  void find_right_to_left();
  void group_appearances();
  void find_first_appearances();
  void find_references();
  template <class Take>
  void for_each_child(std::uint32_t index, const Take& take) const;
  [[nodiscard]] std::optional<std::uint32_t> first_page(std::uint32_t index) const;
  void spell(std::uint32_t number, std::string& out) const;
  void spell_element(std::uint32_t index, std::string& out) const;
  void append_kids(std::string& out, std::uint32_t index) const;
  void append_kid(std::string& out, const Appearance& appearance, std::optional<std::uint32_t> page) const;
  [[nodiscard]] std::string parent_tree();
  [[nodiscard]] std::string id_tree() const;
  [[nodiscard]] std::string relations_of(std::uint32_t index) const;
  [[nodiscard]] std::string numbering_of(std::uint32_t index) const;
  [[nodiscard]] std::string actual_text_of(std::uint32_t index) const;
  [[nodiscard]] std::string id_of(std::uint32_t index) const;

  const layout::Document& document_;
  Profile profile_;
  Haru& haru_;
  std::vector<Dict> pages_;
  Dict root_, namespace_;
  std::vector<StructId> real_;
  std::vector<std::uint32_t> numbers_;  ///< of the elements' objects, ascending; transparent ones repeat the one before
  std::vector<Appearance> appearances_;  ///< in the order of the pages
  std::vector<std::uint32_t> starts_,
      grouped_;                       ///< appearances of element i: grouped_[starts_[i]] to grouped_[starts_[i + 1]]
  std::vector<std::uint32_t> first_;  ///< appearance in the element or below
  std::vector<bool> right_to_left_;   ///< elements with such text
  std::map<StructId, std::string> texts_;             ///< of those
  std::map<StructId, std::set<StructId>> refers_to_;  ///< Ref: a note's marks, a mark's note, the target of an entry of
                                                      ///< a list of contents
  std::vector<std::uint32_t> mcids_;                  ///< by page: how many
  std::vector<StructId> annotation_owners_;
};

}  // namespace readout::pdf
