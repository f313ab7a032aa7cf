#include "pdf/cff.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "base/assert.hpp"
#include "pdf/charstring.hpp"

namespace readout::pdf {
namespace {

constexpr int first_own_string = 391;  // names below are the standard's own
constexpr int two_byte_operator = 12;
constexpr std::size_t width_size = 3;  // of a glyph, at most
enum Key : int {
  font_bbox = 5,
  charset_at = 15,
  charstrings_at = 17,
  private_at = 18,
  nominal_width = 21,
  ros = 0x100 | 30,
  cid_count = 0x100 | 34,
  fd_array_at = 0x100 | 36,
  fd_select_at = 0x100 | 37
};

void append_bytes(std::string& out, std::size_t value, unsigned bytes) {
  for (unsigned shift = 8 * bytes; shift > 0; shift -= 8) out += static_cast<char>(value >> (shift - 8) & 0xFF);
}

/// One offset size for all, so that no offset depends on another's length.
void append_offset(std::string& out, std::size_t value) {
  out += '\x1D';
  append_bytes(out, value, 4);
}
void append_key(std::string& out, Key key) {
  if (key >= 0x100) out += static_cast<char>(two_byte_operator);
  out += static_cast<char>(key & 0xFF);
}

/// `items`, one after the other, of which each ends where `ends` says.
std::string index(std::string_view items, const std::vector<std::size_t>& ends) {
  std::string out;
  append_bytes(out, ends.size(), 2);
  if (ends.empty()) return out;
  const unsigned width = items.size() + 1 < 0x100 ? 1 : items.size() + 1 < 0x10000 ? 2 : 3;
  out.reserve(3 + width * (ends.size() + 1) + items.size());
  append_bytes(out, width, 1);
  append_bytes(out, 1, width);
  for (const std::size_t end : ends) append_bytes(out, end + 1, width);
  return out += items;
}

std::string index(const std::vector<std::string>& items) {
  std::string all;
  std::vector<std::size_t> ends;
  for (const std::string& item : items) ends.push_back((all += item).size());
  return index(all, ends);
}

/// After that of .notdef.
std::string charstrings(const std::vector<CffGlyph>& glyphs, int nominal) {
  std::string all;
  std::size_t size = 0;
  for (const CffGlyph& glyph : glyphs) size += width_size + glyph.outline->path.size();
  all.reserve(size);
  std::vector<std::size_t> ends;
  ends.reserve(glyphs.size() + 1);
  const auto add = [&](const Outline& outline) {
    append_charstring(all, outline, nominal);
    ends.push_back(all.size());
  };
  add(Outline{});
  for (const CffGlyph& glyph : glyphs) add(*glyph.outline);
  return index(all, ends);
}

/// Format 1: runs of consecutive codes.
std::string charset(const std::vector<CffGlyph>& glyphs) {
  std::string out = "\x01";
  for (std::size_t first = 0; first < glyphs.size();) {
    std::size_t last = first + 1;
    while (last < glyphs.size() && last - first < 256 && glyphs[last].cid == glyphs[last - 1].cid + 1) ++last;
    append_bytes(out, glyphs[first].cid, 2);
    append_bytes(out, last - first - 1, 1);
    first = last;
  }
  return out;
}

/// Format 3: all glyphs belong to the one font dictionary.
std::string fd_select(std::size_t glyphs) {
  std::string out("\x03\x00\x01\x00\x00\x00", 6);
  append_bytes(out, glyphs, 2);
  return out;
}

int mean_advance(const std::vector<CffGlyph>& glyphs) {
  long long sum = 0;
  for (const CffGlyph& glyph : glyphs) sum += glyph.outline->advance;
  return glyphs.empty() ? 0 : static_cast<int>(sum / static_cast<long long>(glyphs.size()));
}

void append_bounds(std::string& out, const std::vector<CffGlyph>& glyphs) {
  Outline all;
  for (const CffGlyph& glyph : glyphs) {
    all.left = std::min(all.left, glyph.outline->left);
    all.bottom = std::min(all.bottom, glyph.outline->bottom);
    all.right = std::max(all.right, glyph.outline->right);
    all.top = std::max(all.top, glyph.outline->top);
  }
  for (const int side : {all.left, all.bottom, all.right, all.top}) append_cff_number(out, side);
  append_key(out, font_bbox);
}

struct TableOffsets {
  std::size_t charset = 0, fd_select = 0, charstrings = 0, fd_array = 0;
};

std::string top_dictionary(const std::vector<CffGlyph>& glyphs, const TableOffsets& places) {
  std::string out;
  append_cff_number(out, first_own_string);
  append_cff_number(out, first_own_string + 1);
  append_cff_number(out, 0);
  append_key(out, ros);  // must come first
  append_bounds(out, glyphs);
  append_offset(out, glyphs.empty() ? 1 : glyphs.back().cid + 1U);
  append_key(out, cid_count);
  const auto place = [&out](std::size_t at, Key key) {
    append_offset(out, at);
    append_key(out, key);
  };
  place(places.charset, charset_at);
  place(places.fd_select, fd_select_at);
  place(places.charstrings, charstrings_at);
  place(places.fd_array, fd_array_at);
  return out;
}

}  // namespace

std::string cff_program(const std::string& name, const std::vector<CffGlyph>& glyphs) {
  READOUT_ASSERT(glyphs.size() < 0xFFFF);
  const int nominal = mean_advance(glyphs);

  std::string private_dictionary;
  append_cff_number(private_dictionary, nominal);
  append_key(private_dictionary, nominal_width);

  const std::string head = std::string("\x01\x00\x04\x04", 4) + index({name});
  const std::string strings = index({"Adobe", "Identity"}) + index({});  // no subroutines
  const std::string codes = charset(glyphs), select = fd_select(glyphs.size() + 1),
                    shapes = charstrings(glyphs, nominal);
  TableOffsets places;
  places.charset = head.size() + index({top_dictionary(glyphs, places)}).size() + strings.size();
  places.fd_select = places.charset + codes.size();
  places.charstrings = places.fd_select + select.size();
  const std::size_t private_place = places.charstrings + shapes.size();
  places.fd_array = private_place + private_dictionary.size();

  std::string font;
  append_cff_number(font, static_cast<int>(private_dictionary.size()));
  append_offset(font, private_place);
  append_key(font, private_at);
  const std::string top = index({top_dictionary(glyphs, places)}), fonts = index({font});
  std::string out;
  out.reserve(places.fd_array + fonts.size());
  using Parts = std::initializer_list<std::string_view>;
  for (const std::string_view part : Parts{head, top, strings, codes, select, shapes, private_dictionary, fonts})
    out += part;
  return out;
}

}  // namespace readout::pdf
