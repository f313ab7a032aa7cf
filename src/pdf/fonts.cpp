#include "pdf/fonts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/assert.hpp"
#include "base/hash.hpp"
#include "base/timing.hpp"
#include "pdf/font_objects.hpp"

namespace readout::pdf {
namespace {

/// The glyphs of each face, as marks by id.
using GlyphSets = std::map<text::FaceId, std::vector<bool>>;

/// False, and told, when a run shows .notdef (ISO 14289-1, 7.21.8).
bool note_glyphs(const layout::PlacedRun& run, GlyphSets& sets, Diagnostics& diags) {
  auto& glyphs = sets[run.face];
  bool good = true;
  for (const auto& glyph : run.glyphs) {
    if (glyph.id == 0) good = false;
    if (glyph.id >= glyphs.size()) glyphs.resize(glyph.id + std::size_t{1});
    glyphs[glyph.id] = true;
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

std::vector<GlyphId> marked(const std::vector<bool>& marks) {
  std::vector<GlyphId> glyphs;
  for (std::size_t glyph = 0; glyph < marks.size(); ++glyph)
    if (marks[glyph]) glyphs.push_back(static_cast<GlyphId>(glyph));
  return glyphs;
}

CodeTexts texts_of(const FontCodes& codes) {
  CodeTexts texts;
  for (const FontCode& code : codes) texts[code.cid] = code.text;
  return texts;
}

/// Where codes are characters, those between two of them are said, too: fewer and longer ranges.
CodeTexts without_gaps(const CodeTexts& texts) {
  CodeTexts all = texts;
  std::optional<std::uint16_t> before;
  for (const auto& [cid, text] : texts) {
    const bool is_character = text.size() == 1 && text[0] == cid;
    if (is_character && before && *before >> 8 == cid >> 8) {
      for (auto between = static_cast<std::uint16_t>(*before + 1); between < cid; ++between)
        all.try_emplace(between, 1, static_cast<char32_t>(between));
    }
    if (is_character) before = cid;
  }
  return all;
}

}  // namespace

std::optional<Fonts> Fonts::gather(const layout::Document& document, const text::FontBook& book, Outlines* known,
                                   Diagnostics& diags) {
  TIMED("pdf.cut");
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
    use.subset = Subset::make(*use.face, marked(glyphs), known);
    use.face->check_heap();
    if (!use.subset) {
      diags.failure(Blame::output, "pdf.font-refused", fmt::format("{} cannot be cut to a subset", use.face->file()));
      return std::nullopt;
    }
  }
  return fonts;
}

Code Fonts::code(text::FaceId id, GlyphId glyph, std::u32string_view text) {
  Use& use = faces_.at(id);
  const GlyphId renamed = use.subset->renamed(glyph);
  if (text.size() != 1 || text[0] == 0) return code_of(use, renamed, text);
  if (renamed >= use.usual.size()) use.usual.resize(renamed + std::size_t{1});
  Use::Usual& usual = use.usual[renamed];
  if (usual.character != text[0]) usual = {text[0], code_of(use, renamed, text)};
  return usual.code;
}

Code Fonts::composed(text::FaceId id, const std::vector<Part>& parts, int advance, std::u32string_view text) {
  Use& use = faces_.at(id);
  return code_of(use, use.subset->compose(parts, advance), text);
}

Code Fonts::carrier(text::FaceId id, std::u32string_view text) {
  Use& use = faces_.at(id);
  return code_of(use, use.subset->carrier(), text);
}

/// A face that has the text under several glyphs (old-style and lining figures) takes a further code for each.
std::uint16_t Fonts::shared_code(const Use& use, const std::u32string& text) {
  auto& codes = shared_.codes[text];
  for (const std::uint16_t code : codes) {
    if (!use.meanings.contains(code)) return code;
  }
  const bool is_character = text.size() == 1 && text[0] >= 0x20 && text[0] < 0xD800;
  if (!is_character || !codes.empty()) READOUT_ASSERT(shared_.next < 0xFFFF);
  const std::uint16_t code = is_character && codes.empty() ? static_cast<std::uint16_t>(text[0]) : shared_.next++;
  codes.push_back(code);
  shared_.texts[code] = text;
  return code;
}

Code Fonts::code_of(Use& use, GlyphId glyph, std::u32string_view text) {
  std::u32string meaning = clean(text);
  const auto [place, is_new] = use.codes.try_emplace({glyph, meaning});
  if (is_new) {
    if (!use.font) use.font = resources_++;
    READOUT_ASSERT(use.meanings.size() < 0xFFFF);
    const auto cid =
        use.subset->is_cff() ? shared_code(use, meaning) : static_cast<std::uint16_t>(use.meanings.size() + 1);
    place->second = {*use.font, cid, use.subset->advance(glyph)};
    use.meanings[cid] = {glyph, std::move(meaning)};
  }
  return place->second;
}

FontCodes Fonts::codes_of(const Use& use) const {
  FontCodes codes;
  for (const auto& [cid, meaning] : use.meanings) {
    codes.push_back({cid, meaning.glyph, use.subset->advance(meaning.glyph), meaning.text});
  }
  return codes;
}

std::string Fonts::resource_name(std::uint32_t font) { return "F" + std::to_string(font); }

std::string Fonts::write(Haru& haru, Deflater& deflate) const {
  TIMED("pdf.fonts");
  std::map<std::uint32_t, std::string> resources;
  Dict shared_map;
  for (const auto& [id, use] : faces_) {
    if (!use.font) continue;
    const FontCodes codes = codes_of(use);
    const FontProgram program = write_program(haru, deflate, *use.face, *use.subset, codes);
    Dict map = shared_map;
    if (!use.subset->is_cff()) map = write_map(haru, deflate, texts_of(codes));
    else if (!map) map = shared_map = write_map(haru, deflate, without_gaps(shared_.texts));
    resources[*use.font] = write_type0(haru, deflate, *use.face, program, codes, map).ref();
  }
  std::string entries;
  for (const auto& [font, ref] : resources) entries += fmt::format("/{} {} ", resource_name(font), ref);
  return entries;
}

}  // namespace readout::pdf
