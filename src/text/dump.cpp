#include <fmt/format.h>
#include <hb.h>

#include "base/utf8.hpp"
#include "text/shape.hpp"

namespace readout::text {
namespace {

Pt width_of(const Run& run) {
  Pt width;
  for (const Glyph& glyph : run.glyphs) width += glyph.advance;
  return width;
}

std::string dump_glyph(const Glyph& glyph, const Face& face) {
  char name[64] = {};
  hb_font_glyph_to_string(face.native_font(), glyph.id, name, sizeof name);
  std::string line = fmt::format("  {}:{} w={:.2f}", glyph.cluster, name, glyph.advance.points());
  if (glyph.dx != Pt() || glyph.dy != Pt())
    line += fmt::format(" at {:.2f},{:.2f}", glyph.dx.points(), glyph.dy.points());
  return line + "\n";
}

}  // namespace

std::string dump(const ShapedText& shaped, std::string_view text, const FontBook& fonts) {
  std::string out;
  Diagnostics unheard;  // a face that cannot be opened was told when the text was shaped
  for (const Run& run : shaped.runs) {
    const Face* face = fonts.face(run.face, unheard);
    out += fmt::format("run {}-{} level {} {} {:.2f} w={:.2f} \"{}\"\n", run.begin, run.end, run.level,
                       face == nullptr ? "(no face)" : face->file(), run.size.points(), width_of(run).points(),
                       text.substr(run.begin, run.end - run.begin));
    if (face == nullptr) continue;
    for (const Glyph& glyph : run.glyphs) out += dump_glyph(glyph, *face);
  }
  for (const MissingCharacter& missing : shaped.missing)
    out += fmt::format("missing {} at {}\n", utf8::name_of(missing.character), missing.offset);
  return out;
}

}  // namespace readout::text
