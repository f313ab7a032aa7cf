#include "pdf/fonts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/hash.hpp"
#include "base/timing.hpp"
#include "base/utf8.hpp"
#include "pdf/content.hpp"
#include "pdf/font_objects.hpp"

namespace readout::pdf {
namespace {

constexpr std::uint16_t last_code = 0xFFFF;

/// ISO 14289-1, 7.21.7: no U+0000, U+FEFF or U+FFFE; a code that adds nothing says U+200B.
std::u32string clean(std::u32string_view text) {
  std::u32string kept;
  for (const char32_t c : text) {
    if (c != 0 && c != 0xFEFF && c != 0xFFFE) kept += c;
  }
  return kept.empty() ? std::u32string(1, U'\u200B') : kept;
}

CodeTexts texts_of(const FontCodes& codes) {
  CodeTexts texts;
  for (const FontCode& code : codes) texts.emplace_back(code.cid, code.text);
  return texts;
}

}  // namespace

std::optional<Fonts> Fonts::gather(const layout::Document& document, const text::FontBook& book, Outlines* known,
                                   Diagnostics& diags) {
  TIMED("pdf.faces");
  Fonts fonts;
  if (known == nullptr) fonts.own_ = std::make_unique<Outlines>();
  Outlines& outlines = known != nullptr ? *known : *fonts.own_;
  for (auto& [_, of_face] : outlines) of_face.forget_most();
  for (const auto& page : document.pages) {
    for (const auto& item : page.items) {
      const auto* run = std::get_if<layout::PlacedRun>(&item);
      if (run == nullptr) continue;
      auto use = fonts.faces_.find(run->face);
      if (use == fonts.faces_.end()) {
        const text::Face* face = book.face(run->face, diags);
        if (face == nullptr) return std::nullopt;
        if (!face->may_embed()) {
          diags.failure(Blame::output, "pdf.not-embeddable",
                        fmt::format("the licence bits of {} forbid to embed it", face->file()));
          return std::nullopt;
        }
        FaceOutlines& drawn = outlines.try_emplace(face, *face).first->second;
        use = fonts.faces_.emplace(run->face, Use(*face, drawn, fonts.pool_.get())).first;
      }
      if (run->level % 2 != 0 && run->text.find_first_not_of(' ') != std::string::npos) use->second.counts_ = true;
    }
  }
  return fonts;
}

Code Fonts::composed(Use& use, std::vector<Part> parts, int advance, std::u32string_view text) {
  for (const Part& part : parts)
    if (part.glyph == 0) refuse_missing(text);
  return find(use, use.subset_.compose(std::move(parts), advance), text);
}

Code Fonts::carrier(Use& use, std::u32string_view text) { return find(use, use.subset_.carrier(), text); }

/// A face that has the text under several glyphs (old-style and lining figures) takes a further code for each.
std::uint16_t Fonts::shared_code(const Use& use, const std::u32string& text) {
  const bool is_character = text.size() == 1 && text[0] >= 0x20 && text[0] < 0xD800;
  if (const auto own = static_cast<std::uint16_t>(text[0]); is_character && !use.meanings_.contains(own)) {
    shared_.texts.try_emplace(own, text);
    return own;
  }
  auto& further = shared_.further[text];
  for (const std::uint16_t code : further) {
    if (!use.meanings_.contains(code)) return code;
  }
  if (shared_.next == last_code) {
    refuse_more(use);
    return last_code;
  }
  further.push_back(shared_.next);
  shared_.texts[shared_.next] = text;
  return shared_.next++;
}

std::uint16_t Fonts::own_code(const Use& use) {
  if (use.meanings_.size() < last_code) return static_cast<std::uint16_t>(use.meanings_.size() + 1);
  refuse_more(use);
  return last_code;
}

void Fonts::refuse_missing(std::u32string_view text) {
  if (!refusal_)
    refusal_ = {"pdf.missing-glyph", fmt::format("\"{}\" has no glyph in its face", utf8::from_utf32(text))};
}

void Fonts::refuse_more(const Use& use) {
  if (!refusal_)
    refusal_ = {"pdf.too-many-codes",
                fmt::format("{} would show more than one font of a PDF has codes for: the brief is "
                            "too long, or has too many characters",
                            use.face_->file())};
}

Code Fonts::find(Use& use, GlyphId glyph, std::u32string_view text) {
  if (glyph == 0) refuse_missing(text);
  std::u32string meaning = clean(text);
  const auto [place, is_new] = use.codes_.try_emplace({glyph, meaning});
  if (is_new) {
    if (!use.font_) use.font_ = resources_++;
    const std::uint16_t cid = use.counts_ ? own_code(use) : shared_code(use, meaning);
    const int advance = use.subset_.advance(glyph);
    place->second = {*use.font_, cid, advance};
    use.meanings_[cid] = {glyph, advance, std::move(meaning)};
  }
  return place->second;
}

FontCodes Fonts::codes_of(const Use& use) {
  FontCodes codes;
  codes.reserve(use.meanings_.size());
  for (const auto& [cid, meaning] : use.meanings_) {
    codes.push_back({cid, meaning.glyph, meaning.advance, meaning.text});
  }
  return codes;
}

std::string Fonts::write(Haru& haru, Deflater& deflate) const {
  TIMED("pdf.fonts");
  std::map<std::uint32_t, std::string> resources;
  Dict shared_map;
  for (const auto& [id, use] : faces_) {
    if (!use.font_) continue;
    const FontCodes codes = codes_of(use);
    const FontProgram program = write_program(haru, deflate, *use.face_, use.subset_, codes);
    Dict map = shared_map;
    if (use.counts_) map = write_map(haru, deflate, texts_of(codes));
    else if (!map) map = shared_map = write_map(haru, deflate, {shared_.texts.begin(), shared_.texts.end()});
    resources[*use.font_] = write_type0(haru, *use.face_, program, codes, map).ref();
  }
  std::string entries;
  for (const auto& [font, ref] : resources) entries += fmt::format("/{} {} ", resource_name_of_font(font), ref);
  return entries;
}

}  // namespace readout::pdf
