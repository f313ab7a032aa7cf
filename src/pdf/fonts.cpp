#include "pdf/fonts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/assert.hpp"
#include "base/hash.hpp"
#include "pdf/font_objects.hpp"

namespace readout::pdf {
namespace {

using GlyphSets = std::map<text::FaceId, std::set<GlyphId>>;

/// False, and told, when a run shows .notdef (ISO 14289-1, 7.21.8).
bool note_glyphs(const layout::PlacedRun& run, GlyphSets& sets, Diagnostics& diags) {
  auto& glyphs = sets[run.face];
  bool good = true;
  for (const auto& glyph : run.glyphs) {
    if (glyph.id == 0) good = false;
    glyphs.insert(glyph.id);
  }
  if (!good) {
    diags.failure(Blame::output, "pdf.missing-glyph",
                  fmt::format("a character of \"{}\" has no glyph in its face", run.text));
  }
  return good;
}

/// ISO 14289-1, 7.21.7: no U+0000, U+FEFF or U+FFFE; a code that adds nothing says U+200B.
std::u32string clean(std::u32string_view text) {
  std::u32string kept;
  for (const char32_t c : text) {
    if (c != 0 && c != 0xFEFF && c != 0xFFFE) kept += c;
  }
  return kept.empty() ? std::u32string(1, U'\u200B') : kept;
}

}  // namespace

std::optional<Fonts> Fonts::gather(const layout::Document& document, const text::FontBook& book, Diagnostics& diags) {
  GlyphSets sets;
  bool good = true;
  for (const auto& page : document.pages) {
    for (const auto& item : page.items) {
      if (const auto* run = std::get_if<layout::PlacedRun>(&item)) good = note_glyphs(*run, sets, diags) && good;
    }
  }
  if (!good) return std::nullopt;
  Fonts fonts;
  for (const auto& [id, glyphs] : sets) {
    Use& use = fonts.faces_[id];
    use.face = book.face(id, diags);
    if (!use.face) return std::nullopt;
    if (!use.face->may_embed()) {
      diags.failure(Blame::output, "pdf.not-embeddable",
                    fmt::format("the licence bits of {} forbid to embed it", use.face->file()));
      return std::nullopt;
    }
    use.subset = Subset::make(*use.face, {glyphs.begin(), glyphs.end()});
    if (!use.subset) {
      diags.failure(Blame::output, "pdf.font-refused", fmt::format("{} cannot be cut to a subset", use.face->file()));
      return std::nullopt;
    }
  }
  return fonts;
}

Code Fonts::code(text::FaceId id, GlyphId glyph, std::u32string_view text) {
  Use& use = faces_.at(id);
  return code_of(use, use.subset->renamed(glyph), text);
}

Code Fonts::composed(text::FaceId id, const std::vector<Part>& parts, int advance, std::u32string_view text) {
  Use& use = faces_.at(id);
  return code_of(use, use.subset->compose(parts, advance), text);
}

Code Fonts::carrier(text::FaceId id, std::u32string_view text) {
  Use& use = faces_.at(id);
  return code_of(use, use.subset->carrier(), text);
}

/// The first layer in which the glyph has no meaning yet. TrueType needs one only: its codes are free.
Fonts::Layer& Fonts::layer_for(Use& use, GlyphId glyph) {
  const auto is_free = [&](const Layer& layer) {
    return !use.subset->is_cff() || !layer.meanings.contains(static_cast<std::uint16_t>(glyph));
  };
  const auto found = std::find_if(use.layers.begin(), use.layers.end(), is_free);
  if (found != use.layers.end()) return *found;
  return use.layers.emplace_back(Layer{resources_++, {}});
}

Code Fonts::code_of(Use& use, GlyphId glyph, std::u32string_view text) {
  std::u32string meaning = clean(text);
  const auto [place, is_new] = use.codes.try_emplace({glyph, meaning});
  if (is_new) {
    Layer& layer = layer_for(use, glyph);
    const auto cid = use.subset->is_cff() ? glyph : static_cast<GlyphId>(layer.meanings.size() + 1);
    READOUT_ASSERT(cid <= 0xFFFF);
    place->second = {layer.font, static_cast<std::uint16_t>(cid), use.subset->advance(glyph)};
    layer.meanings[place->second.cid] = {glyph, std::move(meaning)};
  }
  return place->second;
}

std::string Fonts::resource_name(std::uint32_t font) { return fmt::format("F{}", font); }

std::string Fonts::write(Haru& haru, Deflater& deflate) const {
  std::map<std::uint32_t, std::string> resources;
  for (const auto& [id, use] : faces_) {
    if (use.layers.empty()) continue;
    const FontProgram program = write_program(haru, deflate, *use.face, *use.subset);
    for (const Layer& layer : use.layers) {
      FontCodes codes;
      for (const auto& [cid, meaning] : layer.meanings) {
        codes.push_back({cid, meaning.glyph, use.subset->advance(meaning.glyph), meaning.text});
      }
      resources[layer.font] = write_type0(haru, deflate, *use.face, program, codes).ref();
    }
  }
  std::string entries;
  for (const auto& [font, ref] : resources) entries += fmt::format("/{} {} ", resource_name(font), ref);
  return entries;
}

}  // namespace readout::pdf
