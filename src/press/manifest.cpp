#include "press/manifest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <variant>

#include "base/char_set.hpp"
#include "base/version.hpp"
#include "model/table_reader.hpp"
#include "pdf/versions.hpp"
#include "text/versions.hpp"

namespace readout::press {
namespace {

constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
constexpr CharSet escaped([](char c) { return c == '"' || c == '\\' || is_control(c); });

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  while (true) {
    const std::size_t plain = escaped.find_in(text);
    out += text.substr(0, plain);
    if (plain == text.size()) break;
    const char c = text[plain];
    if (is_control(c)) out += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
    else out += {'\\', c};
    text.remove_prefix(plain + 1);
  }
  out += '"';
}

void put(std::string& out, std::string_view key, std::string_view value) {
  out += key;
  out += " = ";
  append_quoted(out, value);
  out += '\n';
}

std::string written(const Stamp& stamp) {
  const int offset = std::abs(stamp.offset_minutes);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", stamp.year, stamp.month, stamp.day, stamp.hour,
                     stamp.minute, stamp.second, stamp.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

Stamp stamp_of(const model::TomlDateTime& value) {
  return {value.date.year, value.date.month,  value.date.day,    true,
          value.time.hour, value.time.minute, value.time.second, value.offset_minutes.value_or(0)};
}

std::vector<Manifest::File> read_files(model::TableReader& table, std::string_view key) {
  std::vector<Manifest::File> files;
  if (table.find(key) == nullptr) return files;
  for (const model::TomlValue* entry : table.list(key)) {
    if (entry->kind != model::TomlValue::Kind::table) continue;
    model::TableReader file(*entry, table.file(), std::string(key), "manifest", table.diags());
    files.push_back({file.string("name").value_or(""), file.string("sha256").value_or("")});
    file.finish();
  }
  return files;
}

template <class Key, class Value, class Describe>
void compare(const std::vector<std::pair<Key, Value>>& there, const std::vector<std::pair<Key, Value>>& here,
             Describe describe, std::vector<std::string>& out) {
  for (const auto& [name, value] : there) {
    const auto same = std::find_if(here.begin(), here.end(), [&](const auto& entry) { return entry.first == name; });
    if (same == here.end() || same->second != value)
      out.push_back(describe(name, value, same == here.end() ? Value() : same->second));
  }
}

}  // namespace

std::vector<std::pair<std::string, std::string>> library_versions() {
  auto versions = text::library_versions();
  for (auto& version : pdf::library_versions()) versions.push_back(std::move(version));
  return versions;
}

std::vector<Manifest::File> faces_of(const layout::Document& document, const FontList& fonts) {
  std::set<text::FaceId> used;
  for (const layout::Page& page : document.pages)
    for (const layout::Placed& placed : page.items)
      if (const auto* run = std::get_if<layout::PlacedRun>(&placed)) used.insert(run->face);
  std::vector<Manifest::File> faces;
  text::FaceId id = 0;
  for (const FontFamily& family : fonts.families)
    for (const FontFace& face : family.faces)
      if (used.contains(id++)) faces.push_back({face.file, face.sha256});
  return faces;
}

std::vector<Manifest::File> patterns_of(const layout::Document& document, const FontList& fonts) {
  std::vector<Manifest::File> patterns;
  for (const HyphenPatterns& entry : fonts.hyphenation)
    if (std::find(document.patterns.begin(), document.patterns.end(), entry.file) != document.patterns.end())
      patterns.push_back({entry.file, entry.sha256});
  return patterns;
}

std::string write_manifest(const Manifest& manifest) {
  std::string out =
      "# What made this PDF. \"readout verify\" builds it again from the files that are named here.\nformat = 1\n";
  put(out, "program", manifest.program);
  put(out, "brief", manifest.brief);
  put(out, "template", manifest.design);
  if (manifest.lang) put(out, "lang", *manifest.lang);
  if (manifest.edition) put(out, "edition", *manifest.edition);
  if (manifest.paper) put(out, "paper", *manifest.paper);
  if (manifest.pdf) put(out, "pdf", *manifest.pdf);
  if (manifest.stamp) out += fmt::format("date = {}\n", written(*manifest.stamp));
  out += "\n[library]\n";
  for (const auto& [name, version] : manifest.libraries) put(out, name, version);
  const auto list = [&out](std::string_view key, const std::vector<Manifest::File>& files) {
    for (const Manifest::File& file : files) {
      out += fmt::format("\n[[{}]]\n", key);
      put(out, "name", file.name);
      if (!file.sha256.empty()) put(out, "sha256", file.sha256);
    }
  };
  list("file", manifest.files);
  list("font", manifest.fonts);
  list("hyphenation", manifest.patterns);
  return out;
}

std::optional<Manifest> read_manifest(FileId file, Diagnostics& diags) {
  const std::size_t before = diags.error_count();
  const auto root = model::read_toml(file, diags);
  if (!root) return std::nullopt;
  model::TableReader table(*root, file, "manifest", "manifest", diags);
  Manifest manifest;
  table.integer("format");
  manifest.program = table.string("program").value_or("");
  for (const char* key : {"brief", "template"}) table.require(key);
  manifest.brief = table.string("brief").value_or("");
  manifest.design = table.string("template").value_or("");
  manifest.lang = table.string("lang");
  manifest.edition = table.string("edition");
  manifest.paper = table.string("paper");
  manifest.pdf = table.string("pdf");
  if (const model::TomlValue* date = table.find("date");
      date != nullptr && date->kind == model::TomlValue::Kind::date_time)
    manifest.stamp = stamp_of(date->date_time);
  if (const model::TomlValue* libraries = table.table("library"))
    for (const model::TomlEntry& entry : libraries->table)
      if (entry.value->kind == model::TomlValue::Kind::string)
        manifest.libraries.emplace_back(entry.key, entry.value->string.text);
  manifest.files = read_files(table, "file");
  manifest.fonts = read_files(table, "font");
  manifest.patterns = read_files(table, "hyphenation");
  table.finish();
  if (diags.error_count() != before) return std::nullopt;
  return manifest;
}

std::vector<std::string> differences(const Manifest& there, const Manifest& here) {
  std::vector<std::string> out;
  const auto version = [](const std::string& name, const std::string& a, const std::string& b) {
    return b.empty() ? fmt::format("{} {} there, none here", name, a) : fmt::format("{} {} there, {} here", name, a, b);
  };
  using Entries = std::vector<std::pair<std::string, std::string>>;
  compare(Entries{{"Readout", there.program}}, Entries{{"Readout", here.program}}, version, out);
  compare(there.libraries, here.libraries, version, out);
  const auto entries = [](const std::vector<Manifest::File>& files) {
    Entries list;
    for (const Manifest::File& file : files) list.emplace_back(file.name, file.sha256);
    return list;
  };
  const auto font = [](const std::string& name, const std::string& a, const std::string& b) {
    return fmt::format("the font {} has the sum {:.12} there, {:.12} here", name, a, b.empty() ? "none" : b);
  };
  compare(entries(there.fonts), entries(here.fonts), font, out);
  const auto patterns = [](const std::string& name, const std::string& a, const std::string& b) {
    return fmt::format("the hyphenation patterns {} have the sum {:.12} there, {:.12} here", name, a,
                       b.empty() ? "none" : b);
  };
  compare(entries(there.patterns), entries(here.patterns), patterns, out);
  return out;
}

}  // namespace readout::press
