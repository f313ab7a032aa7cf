#include "pdf/font_objects.hpp"

#include <algorithm>
#include <cmath>

#include "pdf/syntax.hpp"

namespace readout::pdf {
namespace {

constexpr int fixed_pitch = 1, symbolic = 4, italic = 64;  // descriptor flags, ISO 32000-1, table 123
constexpr std::size_t entries_per_block = 100;             // of a CMap

std::int64_t thousandths(int units, int units_per_em) {
  return std::llround(static_cast<double>(units) * 1000.0 / units_per_em);
}

/// Six capitals (ISO 32000-1, 9.6.4): a name that differs where the programs do, no safeguard.
std::string subset_tag(const std::string& program) {
  std::uint32_t rest = crc32(program);
  std::string tag;
  for (int i = 0; i < 6; ++i, rest /= 26) tag += static_cast<char>('A' + rest % 26);
  return tag;
}

Dict write_descriptor(Haru& haru, const text::Face& face, const std::string& name) {
  const text::FaceMetrics& metrics = face.metrics();
  const auto scaled = [&](int units) { return thousandths(units, metrics.units_per_em); };
  Dict descriptor = haru.object();
  descriptor.name("Type", "FontDescriptor");
  descriptor.name("FontName", name);
  const bool slanted = face.italic() || metrics.italic_angle != 0;
  descriptor.integer("Flags", symbolic | (slanted ? italic : 0) | (metrics.fixed_pitch ? fixed_pitch : 0));
  Array box = descriptor.array("FontBBox");
  for (const int side : metrics.bbox) box.integer(scaled(side));
  descriptor.integer("ItalicAngle", std::llround(metrics.italic_angle));
  descriptor.integer("Ascent", scaled(metrics.ascender));
  descriptor.integer("Descent", scaled(metrics.descender));
  descriptor.integer("CapHeight", scaled(metrics.cap_height));
  if (metrics.x_height > 0) descriptor.integer("XHeight", scaled(metrics.x_height));
  descriptor.integer("StemV", face.bold() ? 120 : 80);
  return descriptor;
}

constexpr std::size_t short_map = 600;  // bytes: it would not become much shorter

Dict compressed(Haru& haru, Deflater& deflate, std::string_view bytes) {
  if (bytes.size() < short_map) return haru.stream(std::string(bytes));
  Dict stream = haru.stream(deflate.recurring(bytes));
  stream.name("Filter", "FlateDecode");
  return stream;
}

}  // namespace

std::string widths(const FontCodes& codes, int units_per_em) {
  std::string out = "[";
  std::int64_t expected = -1;
  for (const FontCode& code : codes) {
    if (code.cid != expected) {
      if (expected >= 0) out += ']';
      append_integer(out, code.cid);
      out += '[';
    } else {
      out += ' ';
    }
    append_number(out, static_cast<double>(code.advance) * 1000.0 / units_per_em);
    expected = code.cid + 1;
  }
  if (expected >= 0) out += ']';
  return out + "]";
}

namespace {

/// Codes from `first` on that stand for characters in a row; a range must not pass a multiple of 256 on either side.
struct Range {
  std::uint32_t first = 0, last = 0;
  std::u32string_view text;  ///< of the first
};

/// Where codes are characters, those between two of them are said, too: fewer and longer ranges.
bool continues(const Range& range, std::uint32_t cid, std::u32string_view text) {
  if (text.size() != 1 || range.text.size() != 1 || text[0] > 0xFFFF) return false;
  const bool same_rows = range.first >> 8U == cid >> 8U && range.text[0] >> 8U == text[0] >> 8U;
  const bool are_characters = range.text[0] == range.first;
  return same_rows && text[0] - range.text[0] == cid - range.first && (cid == range.last + 1 || are_characters);
}

std::vector<Range> ranges_of(const CodeTexts& texts) {
  std::vector<Range> ranges;
  for (const auto& [cid, text] : texts) {
    if (!ranges.empty() && continues(ranges.back(), cid, text)) ranges.back().last = cid;
    else ranges.push_back({cid, cid, text});
  }
  return ranges;
}

/// One kind of entry in blocks of at most a hundred: "2 beginbfchar ... endbfchar".
void append_blocks(std::string& out, std::string_view kind, const std::vector<Range>& entries) {
  for (std::size_t first = 0; first < entries.size(); first += entries_per_block) {
    const std::size_t last = std::min(first + entries_per_block, entries.size());
    append_integer(out, static_cast<std::int64_t>(last - first));
    out += " begin";
    out += kind;
    out += '\n';
    for (std::size_t i = first; i < last; ++i) {
      const Range& range = entries[i];
      out += '<';
      append_hex16(out, range.first);
      if (range.last != range.first) {
        out += "><";
        append_hex16(out, range.last);
      }
      out += '>';
      append_hex(out, utf16(range.text));
      out += '\n';
    }
    out += "end";
    out += kind;
    out += '\n';
  }
}

}  // namespace

std::string to_unicode(const CodeTexts& texts) {
  std::vector<Range> characters, ranges;
  for (const Range& range : ranges_of(texts)) (range.last == range.first ? characters : ranges).push_back(range);
  std::string out =
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  append_blocks(out, "bfrange", ranges);
  append_blocks(out, "bfchar", characters);
  return out + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

Dict write_map(Haru& haru, Deflater& deflate, const CodeTexts& texts) {
  return compressed(haru, deflate, to_unicode(texts));
}

FontProgram write_program(Haru& haru, Deflater& deflate, const text::Face& face, const Subset& subset,
                          const FontCodes& codes) {
  const std::string bytes = subset.program(codes);
  FontProgram program;
  program.name = subset_tag(bytes) + "+" + face.postscript_name().substr(0, 100);
  Dict stream = haru.stream(deflate.recurring(bytes));
  stream.name("Filter", "FlateDecode");
  stream.name("Subtype", "CIDFontType0C");
  program.descriptor = write_descriptor(haru, face, program.name);
  program.descriptor.refer("FontFile3", stream);
  return program;
}

Dict write_type0(Haru& haru, const text::Face& face, const FontProgram& program, const FontCodes& codes, Dict map) {
  Dict cid_font = haru.object();
  cid_font.name("Type", "Font");
  cid_font.name("Subtype", "CIDFontType0");
  cid_font.name("BaseFont", program.name);
  Dict system = cid_font.dict("CIDSystemInfo");
  system.text("Registry", "Adobe");
  system.text("Ordering", "Identity");
  system.integer("Supplement", 0);
  cid_font.refer("FontDescriptor", program.descriptor);
  cid_font.integer("DW", 0);
  cid_font.exact("/W " + widths(codes, face.metrics().units_per_em) + "\n");

  Dict type0 = haru.object();
  type0.name("Type", "Font");
  type0.name("Subtype", "Type0");
  type0.name("BaseFont", program.name);
  type0.name("Encoding", "Identity-H");
  type0.array("DescendantFonts").refer(cid_font);
  type0.refer("ToUnicode", map);
  return type0;
}

}  // namespace readout::pdf
