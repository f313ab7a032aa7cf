#include "press/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "model/template.hpp"
#include "press/design.hpp"

namespace readout::press {
namespace {

std::string_view style_name(const FontFace& face) {
  if (face.bold) return face.italic ? "bold-italic" : "bold";
  return face.italic ? "italic" : "regular";
}

std::string sum_of(const FontFace& face, const DataFolder& data, Files& files) {
  const Read read = files.read(join_path(data.fonts(), face.file));
  if (!read.bytes) return fmt::format("({})", read.why);
  const std::string sum = hex(sha256(*read.bytes));
  if (face.sha256.empty()) return sum + " (not pinned)";
  return sum == face.sha256 ? sum : sum + " (differs from the list)";
}

// "has all of it" or "lacks U+0642 ق, U+0637 ط"
std::string coverage(const text::Face& face, std::string_view text) {
  std::u32string lacking;
  for (const char32_t c : utf8::to_utf32(text))
    if (!face.has(c) && lacking.find(c) == std::u32string::npos) lacking += c;
  if (lacking.empty()) return "has all of it";
  std::string names;
  for (const char32_t c : lacking)
    names += fmt::format("{}{} {}", names.empty() ? "" : ", ", utf8::name_of(c), utf8::encode(c));
  return "lacks " + names;
}

std::string origin(const FontFamily& family) {
  return family.package.empty() ? std::string("dropped in by hand")
                                : fmt::format("{} {}", family.package, family.version);
}

}  // namespace

std::string list_fonts(const text::FontBook& fonts, const DataFolder& data, const std::optional<std::string>& text,
                       Files& files, Diagnostics& diags) {
  std::string out;
  for (const FontFamily& family : fonts.list().families) {
    out += fmt::format("{}{}\n  role     {}\n  licence  {}\n  package  {}\n", family.name,
                       family.fallback ? " (fallback)" : "", family.role, family.licence, origin(family));
    for (const FontFace& face : family.faces) {
      out += fmt::format("  {:<12} {:<24} {}\n", style_name(face), face.file, sum_of(face, data, files));
      const auto id = fonts.find(family.name, face.bold, face.italic);
      const text::Face* opened = text && id ? fonts.face(*id, diags) : nullptr;
      if (opened != nullptr) out += fmt::format("  {:<12} {}\n", "", coverage(*opened, *text));
    }
  }
  return out;
}

std::string list_templates(const DataFolder& data, Files& files, Diagnostics& diags) {
  std::string out;
  for (const std::string& name : shipped_designs(data.templates(), files)) {
    const std::string path = join_path(data.templates(), name + ".toml");
    Read read = files.read(path);
    if (!read.bytes) {
      diags.failure(Blame::system, "file.unreadable", fmt::format("cannot read {}: {}", path, read.why));
      continue;
    }
    const FileId file = diags.sources.add(path, std::move(*read.bytes));
    const auto design = model::read_template(file, {data.templates(), data.templates()}, files, diags);
    if (!design) continue;
    out += fmt::format("{:<12} {}\n", name, path);
    if (design->sections.empty())
      out += fmt::format("{:<12} a base for others to extend: it sets no brief by itself\n", "");
    if (design->chain.size() > 1)
      out += fmt::format("{:<12} extends {}\n", "",
                         fmt::join(design->chain.begin() + 1, design->chain.end(), ", which extends "));
  }
  return out;
}

}  // namespace readout::press
