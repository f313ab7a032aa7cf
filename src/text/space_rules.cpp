#include "text/space_rules.hpp"

#include <hb.h>

#include <algorithm>
#include <string_view>

namespace readout::text {
namespace {

/// Bytes of a table from some place on; zeros beyond the end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  [[nodiscard]] std::size_t u16(std::size_t at) const { return byte(at) << 8U | byte(at + 1); }
  [[nodiscard]] std::size_t u32(std::size_t at) const { return u16(at) << 16U | u16(at + 2); }
  [[nodiscard]] Bytes at(std::size_t offset) const { return Bytes(bytes_.substr(std::min(offset, bytes_.size()))); }
  /// What the 16-bit offset at `place` leads to.
  [[nodiscard]] Bytes follow(std::size_t place) const { return at(u16(place)); }

 private:
  [[nodiscard]] std::size_t byte(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
  }
  std::string_view bytes_;
};

class TableBlob {
 public:
  TableBlob(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {}
  ~TableBlob() { hb_blob_destroy(blob_); }
  TableBlob(const TableBlob&) = delete;
  TableBlob& operator=(const TableBlob&) = delete;
  [[nodiscard]] Bytes bytes() const {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob_, &length);
    return Bytes({data, length});
  }

 private:
  hb_blob_t* blob_;
};

bool covers(Bytes coverage, std::size_t glyph) {
  const std::size_t count = coverage.u16(2);
  if (coverage.u16(0) == 1) {
    for (std::size_t i = 0; i < count; ++i)
      if (coverage.u16(4 + 2 * i) == glyph) return true;
    return false;
  }
  for (std::size_t i = 0; i < count; ++i)
    if (coverage.u16(4 + 6 * i) <= glyph && glyph <= coverage.u16(6 + 6 * i)) return true;
  return false;
}

std::size_t class_of(Bytes classes, std::size_t glyph) {
  if (classes.u16(0) == 1) {
    const std::size_t first = classes.u16(2), count = classes.u16(4);
    return glyph >= first && glyph < first + count ? classes.u16(6 + 2 * (glyph - first)) : 0;
  }
  for (std::size_t i = 0; i < classes.u16(2); ++i)
    if (classes.u16(4 + 6 * i) <= glyph && glyph <= classes.u16(6 + 6 * i)) return classes.u16(8 + 6 * i);
  return 0;
}

/// What the space is called in the parts of a rule: its glyph, or its classes.
struct Names {
  std::size_t back = 0, input = 0, ahead = 0;
};

enum class Kind { local, pair, cursive, ligature, context, chain, reverse, unknown };

Kind kind_of(bool positions, std::size_t type) {
  if (positions) {
    constexpr Kind kinds[] = {Kind::unknown, Kind::local, Kind::pair,    Kind::cursive, Kind::local,
                              Kind::local,   Kind::local, Kind::context, Kind::chain};
    return type < std::size(kinds) ? kinds[type] : Kind::unknown;
  }
  constexpr Kind kinds[] = {Kind::unknown, Kind::local, Kind::local,   Kind::local,  Kind::ligature,
                            Kind::context, Kind::chain, Kind::unknown, Kind::reverse};
  return type < std::size(kinds) ? kinds[type] : Kind::unknown;
}

/// Looks for rules that might see a space between two other glyphs.
class Search {
 public:
  Search(std::size_t space, std::size_t space_class) : space_(space), space_class_(space_class) {}

  [[nodiscard]] bool finds_in_table(Bytes table, bool positions) const {
    if (table.empty()) return false;
    const Bytes lookups = table.follow(8);
    for (std::size_t i = 0; i < lookups.u16(0); ++i)
      if (finds_in_lookup(lookups.follow(2 + 2 * i), positions)) return true;
    return false;
  }

 private:
  [[nodiscard]] bool finds_in_lookup(Bytes lookup, bool positions) const {
    constexpr std::size_t skip_bases = 2, skip_ligatures = 4, skip_some_marks = 0xFF18;
    const std::size_t flags = lookup.u16(2);
    const bool skips_space = (space_class_ == 1 && (flags & skip_bases) != 0) ||
                             (space_class_ == 2 && (flags & skip_ligatures) != 0) ||
                             (space_class_ == 3 && (flags & skip_some_marks) != 0);
    if (skips_space) return true;
    for (std::size_t i = 0; i < lookup.u16(4); ++i)
      if (finds(lookup.follow(6 + 2 * i), lookup.u16(0), positions)) return true;
    return false;
  }

  [[nodiscard]] bool finds(Bytes subtable, std::size_t type, bool positions) const {
    const std::size_t extension = positions ? 9 : 7;
    if (type == extension) return finds(subtable.at(subtable.u32(4)), subtable.u16(2), positions);
    switch (kind_of(positions, type)) {
      case Kind::local: return false;
      case Kind::pair: return subtable.u16(6) != 0;  // moves the second glyph: the next pair is not looked at
      case Kind::cursive: return covers(subtable.follow(2), space_);
      case Kind::ligature: return in_ligatures(subtable);
      case Kind::context: return in_context(subtable, false);
      case Kind::chain: return in_context(subtable, true);
      case Kind::reverse: return in_reverse(subtable);
      case Kind::unknown: break;
    }
    return true;
  }

  [[nodiscard]] bool in_ligatures(Bytes subtable) const {
    if (covers(subtable.follow(2), space_)) return true;
    for (std::size_t i = 0; i < subtable.u16(4); ++i) {
      const Bytes set = subtable.follow(6 + 2 * i);
      for (std::size_t j = 0; j < set.u16(0); ++j) {
        const Bytes ligature = set.follow(2 + 2 * j);
        for (std::size_t k = 1; k < ligature.u16(2); ++k)
          if (ligature.u16(2 + 2 * k) == space_) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool in_context(Bytes subtable, bool chain) const {
    switch (subtable.u16(0)) {
      case 1: return covers(subtable.follow(2), space_) || in_sets(subtable, 4, chain, {space_, space_, space_});
      case 2: {
        if (covers(subtable.follow(2), space_)) return true;
        if (!chain) return in_sets(subtable, 6, chain, {0, class_of(subtable.follow(4), space_), 0});
        return in_sets(subtable, 10, chain,
                       {class_of(subtable.follow(4), space_), class_of(subtable.follow(6), space_),
                        class_of(subtable.follow(8), space_)});
      }
      case 3: return in_coverages(subtable, chain);
      default: return true;
    }
  }

  [[nodiscard]] static bool in_sets(Bytes subtable, std::size_t count_at, bool chain, Names names) {
    for (std::size_t i = 0; i < subtable.u16(count_at); ++i) {
      if (subtable.u16(count_at + 2 + 2 * i) == 0) continue;  // no rules
      const Bytes set = subtable.follow(count_at + 2 + 2 * i);
      for (std::size_t j = 0; j < set.u16(0); ++j) {
        const Bytes rule = set.follow(2 + 2 * j);
        if (chain ? in_chain_rule(rule, names) : has(rule, 4, rule.u16(0), 1, names.input)) return true;
      }
    }
    return false;
  }
  /// Values of a sequence of `count`, the first `given` of which are not written down.
  [[nodiscard]] static bool has(Bytes rule, std::size_t at, std::size_t count, std::size_t given, std::size_t name) {
    for (std::size_t i = given; i < count; ++i)
      if (rule.u16(at + 2 * (i - given)) == name) return true;
    return false;
  }
  [[nodiscard]] static bool in_chain_rule(Bytes rule, Names names) {
    const std::size_t back = rule.u16(0), input_at = 2 + 2 * back, input = rule.u16(input_at);
    const std::size_t ahead_at = input_at + 2 * std::max<std::size_t>(input, 1), ahead = rule.u16(ahead_at);
    return has(rule, 2, back, 0, names.back) || has(rule, input_at + 2, input, 1, names.input) ||
           has(rule, ahead_at + 2, ahead, 0, names.ahead);
  }

  /// A list of coverages behind its count; `at` is moved behind it.
  [[nodiscard]] bool in_list(Bytes subtable, std::size_t& at) const {
    const std::size_t count = subtable.u16(at);
    at += 2;
    for (std::size_t i = 0; i < count; ++i, at += 2)
      if (covers(subtable.follow(at), space_)) return true;
    return false;
  }
  [[nodiscard]] bool in_coverages(Bytes subtable, bool chain) const {
    std::size_t at = 2;
    if (chain) return in_list(subtable, at) || in_list(subtable, at) || in_list(subtable, at);
    for (std::size_t i = 0; i < subtable.u16(2); ++i)
      if (covers(subtable.follow(6 + 2 * i), space_)) return true;
    return false;
  }
  [[nodiscard]] bool in_reverse(Bytes subtable) const {
    std::size_t at = 4;
    return covers(subtable.follow(2), space_) || in_list(subtable, at) || in_list(subtable, at);
  }

  std::size_t space_, space_class_;
};

/// Kerning, or shaping, of a kind that is not looked into here.
bool has_other_rules(hb_face_t* face) {
  for (const hb_tag_t tag : {HB_TAG('k', 'e', 'r', 'n'), HB_TAG('k', 'e', 'r', 'x'), HB_TAG('m', 'o', 'r', 'x'),
                             HB_TAG('m', 'o', 'r', 't'), HB_TAG('t', 'r', 'a', 'k'), HB_TAG('S', 'i', 'l', 'f')})
    if (!TableBlob(face, tag).bytes().empty()) return true;
  return false;
}

}  // namespace

bool words_stand_alone(const Face& face) {
  hb_face_t* const native = face.native_face();
  const GlyphId space = face.glyph(U' ');
  if (space == 0 || has_other_rules(native)) return false;
  const TableBlob gdef(native, HB_TAG('G', 'D', 'E', 'F')), gsub(native, HB_TAG('G', 'S', 'U', 'B')),
      gpos(native, HB_TAG('G', 'P', 'O', 'S'));
  const std::size_t classes_at = gdef.bytes().u16(4);
  const Search search(space, classes_at == 0 ? 0 : class_of(gdef.bytes().at(classes_at), space));
  return !search.finds_in_table(gsub.bytes(), false) && !search.finds_in_table(gpos.bytes(), true);
}

}  // namespace readout::text
