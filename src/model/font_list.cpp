#include "model/font_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/hash.hpp"
#include "model/table_reader.hpp"

namespace readout::model {
namespace {

const std::vector<std::string> style_names = {"regular", "italic", "bold", "bold-italic"};

std::string style_name(const FontFace& face) {
  if (face.bold) return face.italic ? "bold-italic" : "bold";
  return face.italic ? "italic" : "regular";
}

std::string required(TableReader& table, std::string_view key) {
  if (!table.require(key)) return "";
  return table.string(key).value_or("");
}

/// A file name inside the fonts folder, never a way out of it.
void check_file(TableReader& table, const std::string& name) {
  const bool plain = name.find('/') == std::string::npos && name.front() != '.' &&
                     std::all_of(name.begin(), name.end(), [](unsigned char c) { return c >= 0x20 && c != 0x7F; });
  if (!plain)
    table.fault("file", table.span_of("file"), fmt::format("“{}” is not a plain file name", name))
        .hint("copy the file into the fonts folder and name it without a path");
}

void check_sum(TableReader& table, const std::string& sum) {
  if (!is_hex_sum(sum))
    table.fault("sha256", table.span_of("sha256"), "this is no SHA-256 sum")
        .hint("it has 64 digits from 0-9 and a-f, as sha256sum prints them");
}

FontFace read_face(const TomlValue& value, FileId file, bool packaged, Diagnostics& diags) {
  TableReader table(value, file, "family.face", "fonts", diags);
  FontFace face;
  face.span = value.span;
  face.file = required(table, "file");
  if (!face.file.empty()) check_file(table, face.file);
  if (table.require("style", "it may be regular, italic, bold or bold-italic")) {
    const std::string style = table.choice("style", style_names).value_or("");
    face.bold = style.starts_with("bold");
    face.italic = style.ends_with("italic");
  }
  const bool sourced = table.find("source") != nullptr;
  face.source = table.string("source").value_or("");
  if (packaged && !sourced)
    table.fault("missing", table.span(), "“family.face” has no “source”, but its family has a package")
        .hint("source is the path of the file in the package");
  if (!packaged && sourced)
    table.fault("package", table.span_of("source"), "a “source” needs the “package” of its family");
  if (packaged) table.require("sha256", "sha256sum prints it");
  if (table.find("sha256")) {
    face.sha256 = table.string("sha256").value_or("");
    if (!face.sha256.empty()) check_sum(table, face.sha256);
  }
  table.finish();
  return face;
}

void tell_twice(Diagnostics& diags, Span here, Span first, std::string message) {
  diags.error("fonts.duplicate", here, std::move(message)).note(first, "it stands here first");
}

void check_styles_differ(const FontFamily& family, Diagnostics& diags) {
  for (auto face = family.faces.begin(); face != family.faces.end(); ++face) {
    const auto same = std::find_if(family.faces.begin(), face,
                                   [&](const FontFace& f) { return f.bold == face->bold && f.italic == face->italic; });
    if (same != face)
      tell_twice(diags, face->span, same->span,
                 fmt::format("“{}” has two faces of the style {}", family.name, style_name(*face)));
  }
}

FontFamily read_family(const TomlValue& value, FileId file, Diagnostics& diags) {
  const std::size_t before = diags.error_count();
  TableReader table(value, file, "family", "fonts", diags);
  FontFamily family;
  family.span = value.span;
  family.name = required(table, "name");
  family.role = required(table, "role");
  family.licence = required(table, "licence");
  const bool packaged = table.find("package") != nullptr, versioned = table.find("version") != nullptr;
  family.package = table.string("package").value_or("");
  family.version = table.string("version").value_or("");
  if (packaged != versioned)
    table
        .fault("package", table.span_of(packaged ? "package" : "version"),
               packaged ? "a “package” needs its “version”" : "a “version” needs its “package”")
        .hint("leave out both for a typeface of your own");
  family.fallback = table.boolean("fallback").value_or(false);
  if (table.require("face", "each file is a [[family.face]]")) {
    for (const TomlValue* entry : table.list("face"))
      if (table.is_table(*entry, "face")) family.faces.push_back(read_face(*entry, file, packaged, diags));
  }
  table.finish();
  if (diags.error_count() == before) check_styles_differ(family, diags);
  return family;
}

/// The least letters before or after a hyphen.
int read_letters(TableReader& table, std::string_view key) {
  constexpr std::int64_t most = 9;
  const auto letters = table.integer(key);
  if (letters && (*letters < 1 || *letters > most)) {
    table.fault("range", table.span_of(key), fmt::format("“{}” may be 1 to {}", key, most));
    return 2;
  }
  return static_cast<int>(letters.value_or(2));
}

HyphenPatterns read_patterns(const TomlValue& value, FileId file, Diagnostics& diags) {
  TableReader table(value, file, "hyphenation", "fonts", diags);
  HyphenPatterns patterns;
  patterns.span = value.span;
  if (table.require("languages", "tags of languages, e.g. [\"en\", \"en-GB\"]"))
    for (const TomlValue* entry : table.list("languages"))
      if (auto tag = table.string_of(*entry, "languages")) patterns.languages.push_back(std::move(*tag));
  patterns.file = required(table, "file");
  if (!patterns.file.empty()) check_file(table, patterns.file);
  patterns.licence = required(table, "licence");
  patterns.package = table.string("package").value_or("");
  if (!patterns.package.empty())
    for (const char* key : {"version", "source", "sha256"}) table.require(key, "it has a package");
  patterns.version = table.string("version").value_or("");
  patterns.source = table.string("source").value_or("");
  patterns.sha256 = table.string("sha256").value_or("");
  if (!patterns.sha256.empty()) check_sum(table, patterns.sha256);
  patterns.before = read_letters(table, "before");
  patterns.after = read_letters(table, "after");
  patterns.capitals = table.boolean("capitals").value_or(false);
  table.finish();
  return patterns;
}

void check_languages_differ(const FontList& list, Diagnostics& diags) {
  std::vector<std::pair<std::string, Span>> seen;
  for (const HyphenPatterns& patterns : list.hyphenation)
    for (const std::string& tag : patterns.languages) {
      const auto twin = std::find_if(seen.begin(), seen.end(), [&](const auto& known) { return known.first == tag; });
      if (twin != seen.end())
        tell_twice(diags, patterns.span, twin->second, fmt::format("“{}” has hyphenation patterns twice", tag));
      seen.emplace_back(tag, patterns.span);
    }
}

void check_names_differ(const FontList& list, Diagnostics& diags) {
  std::vector<const FontFamily*> families;
  std::vector<const FontFace*> faces;
  for (const FontFamily& family : list.families) {
    const auto twin = std::find_if(families.begin(), families.end(),
                                   [&](const FontFamily* f) { return !f->name.empty() && f->name == family.name; });
    if (twin != families.end())
      tell_twice(diags, family.span, (*twin)->span, fmt::format("two families are named “{}”", family.name));
    families.push_back(&family);
    for (const FontFace& face : family.faces) {
      const auto same = std::find_if(faces.begin(), faces.end(),
                                     [&](const FontFace* f) { return !f->file.empty() && f->file == face.file; });
      if (same != faces.end())
        tell_twice(diags, face.span, (*same)->span, fmt::format("the file “{}” is listed twice", face.file));
      faces.push_back(&face);
    }
  }
}

}  // namespace

std::optional<FontList> read_font_list(FileId file, Diagnostics& diags) {
  const std::size_t before = diags.error_count();
  const auto root = read_toml(file, diags);
  if (!root) return std::nullopt;
  TableReader table(*root, file, "", "fonts", diags);
  FontList list;
  if (table.require("format", "the first line is format = 1")) {
    const auto format = table.integer("format");
    if (format && *format != 1)
      table.fault("format", table.span_of("format"), fmt::format("this is format {}, but version 1 is read", *format));
  }
  if (table.require("family", "each typeface is a [[family]]")) {
    for (const TomlValue* entry : table.list("family"))
      if (table.is_table(*entry, "family")) list.families.push_back(read_family(*entry, file, diags));
  }
  if (table.find("hyphenation"))
    for (const TomlValue* entry : table.list("hyphenation"))
      if (table.is_table(*entry, "hyphenation")) list.hyphenation.push_back(read_patterns(*entry, file, diags));
  table.finish();
  check_languages_differ(list, diags);
  check_names_differ(list, diags);
  if (diags.error_count() != before) return std::nullopt;
  return list;
}

}  // namespace readout::model
