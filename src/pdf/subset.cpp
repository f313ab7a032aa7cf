#include "pdf/subset.hpp"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <string_view>

#include "base/assert.hpp"
#include "base/heap_watch.hpp"
#include "pdf/cff.hpp"
#include "pdf/charstring.hpp"

namespace readout::pdf {
namespace {

constexpr const char* dropped_tables[] = {"GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap", "kern", "DSIG",
                                          "BASE", "STAT", "JSTF", "MATH", "vhea", "vmtx", "VORG", "hdmx", "VDMX",
                                          "LTSH", "gasp", "meta", "FFTM", "prep", "fpgm", "cvt "};

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;
using FacePtr = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using BlobPtr = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;

std::string bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  return std::string(data ? data : "", size);
}

std::string table(hb_face_t* face, hb_tag_t tag) {
  const BlobPtr blob(hb_face_reference_table(face, tag));
  return bytes_of(blob.get());
}

unsigned u16(std::string_view bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return 0;
  return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) << 8U |
         static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 1]));
}
int i16(std::string_view bytes, std::size_t at) { return static_cast<std::int16_t>(u16(bytes, at)); }
std::size_t u32(std::string_view bytes, std::size_t at) {
  return static_cast<std::size_t>(u16(bytes, at)) << 16U | u16(bytes, at + 2);
}
void put16(std::string& bytes, std::size_t at, int value) {
  bytes[at] = static_cast<char>(value >> 8 & 0xFF);
  bytes[at + 1] = static_cast<char>(value & 0xFF);
}
void append16(std::string& bytes, int value) {
  bytes.append(2, '\0');
  put16(bytes, bytes.size() - 2, value);
}
void append32(std::string& bytes, std::size_t value) {
  append16(bytes, static_cast<int>(value >> 16U));
  append16(bytes, static_cast<int>(value & 0xFFFF));
}

Input make_input(const std::vector<GlyphId>& glyphs) {
  Input input(hb_subset_input_create_or_fail());
  if (!input) return input;
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const GlyphId glyph : glyphs) hb_set_add(wanted, glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : dropped_tables) hb_set_add(dropped, hb_tag_from_string(tag, 4));
  return input;
}

/// hmtx: the last advance holds for all that follow.
void read_metrics(hb_face_t* face, std::vector<int>& advances, std::vector<int>& bearings) {
  const std::string hmtx = table(face, HB_TAG('h', 'm', 't', 'x'));
  const std::size_t longs = u16(table(face, HB_TAG('h', 'h', 'e', 'a')), 34);
  const std::size_t count = hb_face_get_glyph_count(face);
  for (std::size_t glyph = 0; glyph < count; ++glyph) {
    const std::size_t full = std::min(glyph, longs - 1);
    advances.push_back(static_cast<int>(u16(hmtx, 4 * full)));
    bearings.push_back(glyph < longs ? i16(hmtx, 4 * glyph + 2) : i16(hmtx, 4 * longs + 2 * (glyph - longs)));
  }
}

std::vector<std::string> read_outlines(hb_face_t* face) {
  const std::string glyf = table(face, HB_TAG('g', 'l', 'y', 'f')), loca = table(face, HB_TAG('l', 'o', 'c', 'a'));
  const bool is_long = i16(table(face, HB_TAG('h', 'e', 'a', 'd')), 50) != 0;
  const std::size_t count = hb_face_get_glyph_count(face);
  const auto offset = [&](std::size_t glyph) { return is_long ? u32(loca, 4 * glyph) : 2U * u16(loca, 2 * glyph); };
  std::vector<std::string> outlines;
  for (std::size_t glyph = 0; glyph < count; ++glyph) {
    const std::size_t begin = std::min<std::size_t>(offset(glyph), glyf.size());
    const std::size_t end = std::clamp<std::size_t>(offset(glyph + 1), begin, glyf.size());
    outlines.push_back(glyf.substr(begin, end - begin));
  }
  return outlines;
}

struct Box {
  int left = 0, bottom = 0, right = 0, top = 0;
  bool empty = true;
  void add(const std::string& outline, int dx, int dy) {
    const int l = i16(outline, 2) + dx, b = i16(outline, 4) + dy, r = i16(outline, 6) + dx, t = i16(outline, 8) + dy;
    left = empty ? l : std::min(left, l);
    bottom = empty ? b : std::min(bottom, b);
    right = empty ? r : std::max(right, r);
    top = empty ? t : std::max(top, t);
    empty = false;
  }
};

std::string glyph_header(int contours, const Box& box) {
  std::string out;
  for (const int value : {contours, box.left, box.bottom, box.right, box.top}) append16(out, value);
  return out;
}

void add_table(hb_face_t* builder, hb_tag_t tag, const std::string& bytes) {
  const BlobPtr blob(
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
  hb_face_builder_add_table(builder, tag, blob.get());
}

constexpr GlyphId absent = ~GlyphId{0};

const Outline& remembered(const text::Face& face, GlyphId glyph, Outlines& known) {
  const auto [place, is_new] = known.try_emplace({&face, glyph});
  Outline& outline = place->second;
  if (is_new) {
    outline = outline_of(face, glyph);
    outline.path = charstring_path(outline);
    outline.strokes = {};
  }
  return outline;
}

}  // namespace

std::optional<Subset> Subset::make(const text::Face& face, const std::vector<GlyphId>& glyphs, Outlines* known) {
  Subset subset;
  subset.units_per_em_ = face.metrics().units_per_em;
  if (face.is_cff()) {
    subset.draw(face, glyphs, known);
    return subset;
  }
  const Input input = make_input(glyphs);
  if (!input) return std::nullopt;
  const Plan plan(hb_subset_plan_create_or_fail(face.native_face(), input.get()));
  if (!plan) return std::nullopt;
  const FacePtr cut(hb_subset_plan_execute_or_fail(plan.get()));
  if (!cut) return std::nullopt;

  const hb_map_t* names = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  subset.renamed_.assign(glyphs.empty() ? 0 : glyphs.back() + std::size_t{1}, absent);
  for (const GlyphId glyph : glyphs) subset.renamed_[glyph] = hb_map_get(names, glyph);
  const BlobPtr blob(hb_face_reference_blob(cut.get()));
  subset.program_ = bytes_of(blob.get());
  if (subset.program_.empty()) return std::nullopt;
  read_metrics(cut.get(), subset.advances_, subset.bearings_);
  subset.outlines_ = read_outlines(cut.get());
  subset.first_added_ = subset.advances_.size();
  return subset;
}

void Subset::draw(const text::Face& face, const std::vector<GlyphId>& glyphs, Outlines* known) {
  cff_ = true;
  program_ = face.postscript_name().substr(0, 100);
  if (known == nullptr) own_ = std::make_unique<Outlines>();
  renamed_.assign(glyphs.empty() ? 0 : glyphs.back() + std::size_t{1}, absent);
  for (const GlyphId glyph : glyphs) {
    renamed_[glyph] = static_cast<GlyphId>(drawn_.size());
    drawn_.push_back(&remembered(face, glyph, known != nullptr ? *known : *own_));
    advances_.push_back(face.advance(glyph));
  }
}

std::string Subset::cff_program(const FontCodes& codes) const {
  std::vector<CffGlyph> glyphs;
  for (const FontCode& code : codes) glyphs.push_back({code.cid, drawn_[code.glyph]});
  return pdf::cff_program(program_, glyphs);
}

GlyphId Subset::renamed(GlyphId old) const {
  READOUT_ASSERT(old < renamed_.size() && renamed_[old] != absent);
  return renamed_[old];
}

GlyphId Subset::append(std::string outline, int advance, int left_bearing) {
  READOUT_ASSERT(!cff_);
  if (outline.size() % 2 != 0) outline += '\0';
  outlines_.push_back(std::move(outline));
  advances_.push_back(advance);
  bearings_.push_back(left_bearing);
  return static_cast<GlyphId>(outlines_.size() - 1);
}

GlyphId Subset::compose(const std::vector<Part>& parts, int advance) {
  const auto [place, is_new] = composed_.try_emplace({parts, advance}, GlyphId{0});
  if (!is_new) return place->second;
  constexpr int words_and_offsets = 0x0003, more = 0x0020;
  Box box;
  std::vector<Part> inked;
  for (const Part& part : parts) {
    const std::string& outline = outlines_[renamed(part.glyph)];
    if (outline.empty()) continue;
    box.add(outline, part.dx, part.dy);
    inked.push_back(part);
  }
  std::string outline = inked.empty() ? std::string() : glyph_header(-1, box);
  for (std::size_t i = 0; i < inked.size(); ++i) {
    append16(outline, words_and_offsets | (i + 1 < inked.size() ? more : 0));
    append16(outline, static_cast<int>(renamed(inked[i].glyph)));
    append16(outline, inked[i].dx);
    append16(outline, inked[i].dy);
  }
  most_parts_ = std::max(most_parts_, static_cast<int>(inked.size()));
  place->second = append(std::move(outline), advance, box.left);
  return place->second;
}

GlyphId Subset::carrier() {
  if (carrier_) return *carrier_;
  const int width = std::max(2, units_per_em_ * 8 / 1000), half = width / 2;
  READOUT_ASSERT(width < 256);
  Box box;
  box.right = width;
  std::string outline = glyph_header(1, box);
  append16(outline, 2);  // last point of the contour
  append16(outline, 0);  // no instructions
  // Points (0,0) (width,0) (half,0): on the curve, y unchanged, x as one byte with its sign in the flag.
  outline += "\x31\x33\x23";
  outline += static_cast<char>(width);
  outline += static_cast<char>(width - half);
  carrier_ = append(std::move(outline), units_per_em_ / 100, 0);
  return *carrier_;
}

std::string Subset::program(const FontCodes& codes) const {
  if (cff_) return cff_program(codes);
  if (outlines_.size() == first_added_) return program_;
  const BlobPtr blob(hb_blob_create(program_.data(), static_cast<unsigned>(program_.size()), HB_MEMORY_MODE_READONLY,
                                    nullptr, nullptr));
  const FacePtr cut(hb_face_create(blob.get(), 0));
  const auto count = static_cast<int>(outlines_.size());

  std::string glyf, loca, hmtx;
  for (std::size_t i = 0; i < outlines_.size(); ++i) {
    append32(loca, glyf.size());
    glyf += outlines_[i];
    glyf.append((4 - glyf.size() % 4) % 4, '\0');
    append16(hmtx, advances_[i]);
    append16(hmtx, bearings_[i]);
  }
  append32(loca, glyf.size());

  std::string head = table(cut.get(), HB_TAG('h', 'e', 'a', 'd')), hhea = table(cut.get(), HB_TAG('h', 'h', 'e', 'a')),
              maxp = table(cut.get(), HB_TAG('m', 'a', 'x', 'p'));
  HeapWatch::check();  // without memory the tables are empty
  READOUT_ASSERT(head.size() >= 54 && hhea.size() >= 36 && maxp.size() >= 32);
  put16(head, 50, 1);  // long offsets
  put16(hhea, 34, count);
  put16(maxp, 4, count);
  put16(maxp, 28, std::max(static_cast<int>(u16(maxp, 28)), most_parts_));  // maxComponentElements
  put16(maxp, 30, static_cast<int>(u16(maxp, 30)) + 1);                     // maxComponentDepth
  // A composite may have more points and contours than any glyph before it.
  put16(maxp, 10, std::min(0xFFFF, static_cast<int>(std::max(u16(maxp, 6), u16(maxp, 10))) * std::max(1, most_parts_)));
  put16(maxp, 12, std::min(0xFFFF, static_cast<int>(std::max(u16(maxp, 8), u16(maxp, 12))) * std::max(1, most_parts_)));

  const FacePtr builder(hb_face_builder_create());
  add_table(builder.get(), HB_TAG('g', 'l', 'y', 'f'), glyf);
  add_table(builder.get(), HB_TAG('l', 'o', 'c', 'a'), loca);
  add_table(builder.get(), HB_TAG('h', 'm', 't', 'x'), hmtx);
  add_table(builder.get(), HB_TAG('h', 'e', 'a', 'd'), head);
  add_table(builder.get(), HB_TAG('h', 'h', 'e', 'a'), hhea);
  add_table(builder.get(), HB_TAG('m', 'a', 'x', 'p'), maxp);
  const BlobPtr file(hb_face_reference_blob(builder.get()));
  return bytes_of(file.get());
}

}  // namespace readout::pdf
