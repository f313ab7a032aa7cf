#include "text/face.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <exception>
#include <new>
#include <utility>
#include "base/assert.hpp"
#include "base/heap_watch.hpp"

namespace readout::text {
namespace {

/// One table of a font file, let go when done.
class Table {
 public:
  Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(blob_, &length);
    bytes_ = {bytes, length};
  }
  ~Table() { hb_blob_destroy(blob_); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  [[nodiscard]] unsigned byte(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
  }
  /// Big-endian; 0 beyond the end.
  [[nodiscard]] unsigned u16(std::size_t at) const { return byte(at) << 8U | byte(at + 1); }
  [[nodiscard]] int i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
  [[nodiscard]] std::int32_t i32(std::size_t at) const {
    return static_cast<std::int32_t>(u16(at) << 16U | u16(at + 2));
  }

 private:
  hb_blob_t* blob_;
  std::string_view bytes_;
};

hb_face_t* open_face(std::string_view bytes) {
  hb_blob_t* blob =
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  return face;
}

/// The CFF's Top DICT; empty when the table is cut short.
/// Source: Adobe Technical Note 5176, sections 5, 6, 8: header, Name INDEX, Top DICT INDEX.
std::string_view top_dict(const Table& cff) {
  const auto offset = [&](std::size_t index, unsigned size, unsigned entry) {
    std::size_t value = 0;
    for (unsigned i = 0; i < size; ++i) value = value << 8U | cff.byte(index + 3 + entry * size + i);
    return value;
  };
  const std::size_t names = cff.byte(2);
  const unsigned name_count = cff.u16(names), name_size = cff.byte(names + 2);
  const std::size_t dicts =
      name_count == 0 ? names + 2 : names + 2 + (name_count + 1) * name_size + offset(names, name_size, name_count);
  const unsigned dict_count = cff.u16(dicts), dict_size = cff.byte(dicts + 2);
  if (dict_count == 0 || dict_size == 0 || dict_size > 4) return {};
  const std::size_t base = dicts + 2 + (dict_count + 1) * dict_size;
  const std::size_t begin = base + offset(dicts, dict_size, 0), end = base + offset(dicts, dict_size, 1);
  if (begin >= end || end > cff.bytes().size()) return {};
  return cff.bytes().substr(begin, end - begin);
}

/// True when the Top DICT has the operator ROS (12 30), the mark of a CID-keyed font.
bool is_cid_keyed(const Table& cff) {
  const std::string_view dict = top_dict(cff);
  for (std::size_t i = 0; i < dict.size();) {
    const auto byte = static_cast<unsigned char>(dict[i]);
    if (byte == 12) {
      if (i + 1 < dict.size() && static_cast<unsigned char>(dict[i + 1]) == 30) return true;
      i += 2;
    } else if (byte == 28) {
      i += 3;
    } else if (byte == 29) {
      i += 5;
    } else if (byte == 30) {  // a real number: nibbles up to one that is 15
      for (++i; i < dict.size(); ++i) {
        const auto pair = static_cast<unsigned char>(dict[i]);
        if ((pair & 0x0FU) == 0x0FU || (pair >> 4U) == 0x0FU) break;
      }
      ++i;
    } else {
      i += byte >= 247 && byte <= 254 ? 2 : 1;
    }
  }
  return false;
}

/// Source: OpenType, OS/2, fsType. Embedding and subsetting must both be allowed; the least restrictive of the
/// usage bits counts.
bool embedding_allowed(const Table& os2) {
  const unsigned type = os2.u16(8);
  const bool restricted = (type & 0x000EU) == 0x0002U;
  const bool no_subset = (type & 0x0100U) != 0, bitmap_only = (type & 0x0200U) != 0;
  return !restricted && !no_subset && !bitmap_only;
}

/// True when an advance is more than charstrings and widths of a PDF can say, 32,767 thousandths of an em.
bool has_too_wide(const Table& hhea, const Table& hmtx, unsigned units_per_em) {
  constexpr unsigned most_ems = 32, widest_unit = 0xFFFF;
  const unsigned most = most_ems * units_per_em;
  if (most >= widest_unit) return false;
  const std::size_t metrics = hhea.u16(34);
  for (std::size_t i = 0; i < metrics; ++i)
    if (hmtx.u16(4 * i) > most) return true;
  return false;
}

/// What the letter's outline rises above the baseline; for faces whose OS/2 does not say.
int height_of(hb_font_t* font, char32_t letter) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents{};
  if (!hb_font_get_nominal_glyph(font, letter, &glyph) || !hb_font_get_glyph_extents(font, glyph, &extents)) return 0;
  return extents.y_bearing;
}

FaceMetrics read_metrics(hb_face_t* face, hb_font_t* font) {
  const Table head(face, HB_TAG('h', 'e', 'a', 'd')), hhea(face, HB_TAG('h', 'h', 'e', 'a')),
      os2(face, HB_TAG('O', 'S', '/', '2')), post(face, HB_TAG('p', 'o', 's', 't'));
  FaceMetrics metrics;
  metrics.units_per_em = static_cast<int>(hb_face_get_upem(face));
  metrics.ascender = hhea.i16(4);
  metrics.descender = hhea.i16(6);
  for (std::size_t i = 0; i < 4; ++i) metrics.bbox[i] = head.i16(36 + 2 * i);
  const bool has_heights = os2.u16(0) >= 2 && os2.i16(88) > 0;
  metrics.x_height = has_heights && os2.i16(86) > 0 ? os2.i16(86) : height_of(font, U'x');
  metrics.cap_height = has_heights ? os2.i16(88) : height_of(font, U'H');
  if (metrics.cap_height == 0) metrics.cap_height = metrics.ascender;
  metrics.italic_angle = static_cast<double>(post.i32(4)) / 65536.0;
  metrics.fixed_pitch = post.i32(12) != 0;
  return metrics;
}

/// Name 6 as a PDF name may hold it: printable ASCII without delimiters; the file's stem when there is none.
std::string read_postscript_name(hb_face_t* face, const std::string& file) {
  char name[128] = {};
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1), &size, name);
  std::string_view found(name, std::min<std::size_t>(size, sizeof name - 1));
  if (found.empty()) found = std::string_view(file).substr(0, file.rfind('.'));
  std::string kept;
  for (const char c : found)
    if (c > ' ' && c < 0x7F && std::string_view("[](){}<>/%#").find(c) == std::string_view::npos) kept += c;
  return kept.empty() ? "Font" : kept;
}

}  // namespace

std::string face_fault(std::string_view bytes) {
  const std::string_view magic = bytes.substr(0, 4);
  if (magic == "ttcf") return "is a font collection; only single fonts are read";
  if (magic == "wOFF" || magic == "wOF2") return "is a web font; only OpenType and TrueType files are read";
  const bool sfnt = magic == "OTTO" || magic == "true" || magic == std::string_view("\0\1\0\0", 4);
  if (!sfnt) return "is no OpenType or TrueType font";
  const std::unique_ptr<hb_face_t, void (*)(hb_face_t*)> face(open_face(bytes), hb_face_destroy);
  const auto table = [&](const char* tag) { return Table(face.get(), hb_tag_from_string(tag, 4)); };
  if (hb_face_get_glyph_count(face.get()) < 2) return "is no usable font: it has no glyphs";
  for (const char* tag : {"head", "hhea", "hmtx", "maxp", "cmap", "OS/2"})
    if (table(tag).empty()) return std::string("is no usable font: its table ") + tag + " is missing";
  if (has_too_wide(table("hhea"), table("hmtx"), hb_face_get_upem(face.get()))) return "has a letter wider than 32 em";
  if (!table("fvar").empty()) return "is a variable font; only static fonts are read";
  const Table cff = table("CFF ");
  if (cff.empty() && table("glyf").empty()) return "is no usable font: it has no outlines";
  if (!cff.empty() && is_cid_keyed(cff)) return "is a CID-keyed CFF font; only name-keyed ones are read";
  if (!embedding_allowed(table("OS/2"))) return "does not allow embedding of a subset (OS/2 fsType)";
  return "";
}

Face::Face(std::string family, bool bold, bool italic, std::string file, SharedBytes bytes)
    : family_(std::move(family)), file_(std::move(file)), bytes_(std::move(bytes)), bold_(bold), italic_(italic) {
  face_ = open_face(bytes_.view());
  font_ = hb_font_create(face_);
  const auto upem = static_cast<int>(hb_face_get_upem(face_));
  hb_font_set_scale(font_, upem, upem);
  hb_ot_font_set_funcs(font_);
  metrics_ = read_metrics(face_, font_);
  postscript_name_ = read_postscript_name(face_, file_);
  cff_ = !Table(face_, HB_TAG('C', 'F', 'F', ' ')).empty();
  may_embed_ = embedding_allowed(Table(face_, HB_TAG('O', 'S', '/', '2')));
  hb_face_make_immutable(face_);
  hb_font_make_immutable(font_);
}

Face::~Face() {
  // Nothing but want of memory throws here, and it may have struck HarfBuzz first.
  if (forsaken_ || std::uncaught_exceptions() > 0) return;
  hb_font_destroy(font_);
  hb_face_destroy(face_);
}

void Face::check_heap() const {
  if (!HeapWatch::ran_out()) return;
  forsake();
  throw std::bad_alloc();
}

bool Face::has(char32_t character) const { return glyph(character) != 0; }

GlyphId Face::glyph(char32_t character) const {
  hb_codepoint_t found = 0;
  return hb_font_get_nominal_glyph(font_, character, &found) ? found : 0;
}

int Face::advance(GlyphId glyph) const { return hb_font_get_glyph_h_advance(font_, glyph); }

}  // namespace readout::text
