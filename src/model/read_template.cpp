// A template and what it extends: the trees are merged first, then read once, so that every fault is told at
// the file and line that says it.
#include "model/read_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "model/languages.hpp"
#include "model/toml_reader.hpp"

namespace readout::model {
namespace {

constexpr std::string_view ending = ".toml";

/// What `over` says stands over what `base` says, table by table; arrays and single values are replaced whole.
void merge(TomlValue& base, TomlValue&& over) {
  for (TomlEntry& entry : over.table) {
    const auto same = std::find_if(base.table.begin(), base.table.end(),
                                   [&](const TomlEntry& known) { return known.key == entry.key; });
    if (same == base.table.end()) {
      base.table.push_back(std::move(entry));
    } else if (same->value->kind == TomlValue::Kind::table && entry.value->kind == TomlValue::Kind::table) {
      merge(*same->value, std::move(*entry.value));
    } else {
      *same = std::move(entry);
    }
  }
  base.span = over.span;
}

void drop(TomlValue& table, std::string_view key) {
  std::erase_if(table.table, [&](const TomlEntry& entry) { return entry.key == key; });
}

/// Follows `extends` from file to file.
class Chain {
 public:
  Chain(const TemplatePlaces& places, Files& files, Diagnostics& diags)
      : places_(&places), files_(&files), diags_(&diags) {}

  std::optional<TomlValue> read(FileId file, const std::string& folder) {
    names.push_back(diags_->sources[file].name());
    std::optional<TomlValue> tree = read_toml(file, *diags_);
    if (!tree) return std::nullopt;
    TableReader root(*tree, file, "", "template", *diags_);
    if (!check_format(root)) return std::nullopt;
    std::optional<std::vector<TomlValue>> words = words_of(root, folder);
    drop(*tree, "languages");
    const auto extends = root.string("extends");
    if (!extends && words && words->empty()) return tree;
    std::optional<TomlValue> base = extends ? parent(*extends, folder, root.span_of("extends")) : TomlValue{};
    if (!base || !words) return std::nullopt;
    for (TomlValue& part : *words) merge(*base, std::move(part));
    if (extends) drop(*tree, "format");
    drop(*tree, "extends");
    merge(*base, std::move(*tree));
    return base;
  }

  std::vector<std::string> names;   ///< files of templates
  std::vector<std::string> parts;   ///< files of words
  std::vector<std::string> unread;  ///< languages whose files nobody asked for

 private:
  bool check_format(TableReader& root) {
    if (!root.require("format", "begin with format = 1")) return false;
    const auto format = root.integer("format");
    if (!format) return false;
    if (*format == 1) return true;
    root.fault("format", root.span_of("format"), fmt::format("this program reads format 1, not {}", *format));
    return false;
  }

  std::optional<TomlValue> parent(const std::string& name, const std::string& folder, Span where) {
    const bool is_path = name.ends_with(ending);
    const std::string relative = is_path ? name : name + std::string(ending);
    std::string in = folder;
    Read got = files_->read_within(in, relative);
    if (!got.bytes && !is_path) {
      in = places_->shipped;
      got = files_->read_within(in, relative);
    }
    if (!got.bytes) {
      diags_->error("template.no-parent", where, fmt::format("cannot extend “{}”: {}", name, got.why))
          .hint("a name stands for NAME.toml beside this file or among the program's templates; a path ends in .toml");
      return std::nullopt;
    }
    const std::string path = join_path(in, relative);
    if (std::find(names.begin(), names.end(), path) != names.end()) {
      diags_->error("template.circle", where, fmt::format("“{}” extends itself", name))
          .hint("a template may not stand, over others, on itself");
      return std::nullopt;
    }
    return read(diags_->sources.add(path, std::move(*got.bytes)), folder_of(path));
  }

  /// The files of words that `languages` names, as far as they are wanted; they stand under the file that names them.
  std::optional<std::vector<TomlValue>> words_of(TableReader& root, const std::string& folder) {
    std::vector<TomlValue> out;
    bool good = true;
    for (const TomlValue* value : root.list("languages")) {
      const auto tag = root.string_of(*value, "languages");
      if (!tag) continue;
      if (!is_language_tag(*tag)) {
        diags_->error("template.language", value->span, fmt::format("“{}” is no language tag", *tag))
            .hint("e.g. languages = [\"fr\", \"fr-CA\"], with the words in words/fr.toml and words/fr-CA.toml");
        good = false;
      } else if (!is_wanted(*tag)) {
        if (std::find(unread.begin(), unread.end(), *tag) == unread.end()) unread.push_back(*tag);
      } else if (auto part = words_file(*tag, value->span, folder)) {
        out.push_back(std::move(*part));
      } else {
        good = false;
      }
    }
    if (!good) return std::nullopt;
    return out;
  }

  [[nodiscard]] bool is_wanted(std::string_view tag) const {
    return !places_->languages || std::any_of(places_->languages->begin(), places_->languages->end(),
                                              [&](const std::string& wanted) { return serves(tag, wanted); });
  }

  /// Beside the template that was asked for, then beside the one that names the language: also inside a PDF, where
  /// the folders of all templates are one, the same file is found.
  std::optional<TomlValue> words_file(const std::string& tag, Span where, const std::string& folder) {
    const std::string relative = fmt::format("words/{}{}", tag, ending);
    std::string in = places_->folder;
    Read got = files_->read_within(in, relative);
    if (!got.bytes && folder != in) got = files_->read_within(in = folder, relative);
    if (!got.bytes) {
      diags_
          ->error("template.no-language", where,
                  fmt::format("cannot read {}: {}", join_path(folder, relative), got.why))
          .hint("the words of a language in `languages` stand in words/LANGUAGE.toml beside the template");
      return std::nullopt;
    }
    const std::string path = join_path(in, relative);
    if (std::find(parts.begin(), parts.end(), path) == parts.end()) parts.push_back(path);
    return words_in(diags_->sources.add(path, std::move(*got.bytes)), tag);
  }

  std::optional<TomlValue> words_in(FileId file, const std::string& tag) {
    std::optional<TomlValue> tree = read_toml(file, *diags_);
    if (!tree) return std::nullopt;
    TableReader root(*tree, file, "", "template", *diags_);
    if (!check_format(root) || !root.require("words", "begin with [words." + tag + "]")) return std::nullopt;
    root.finish();
    const TomlEntry* words = tree->find("words");
    if (words->value->kind == TomlValue::Kind::table)
      for (const TomlEntry& entry : words->value->table)
        if (entry.key != tag)
          diags_
              ->error("template.language", entry.key_span,
                      fmt::format("“{}” is not the language of this file", entry.key))
              .hint(fmt::format("here stands [words.{}]; any other language or region has a file of its own", tag));
    drop(*tree, "format");
    return tree;
  }

  const TemplatePlaces* places_;
  Files* files_;
  Diagnostics* diags_;
};

void read_needs(TemplateReading& reading, TableReader& root) {
  for (const TomlValue* value : root.list("needs")) {
    const auto word = root.string_of(*value, "needs");
    if (!word) continue;
    if (*word == "date") reading.out.needs_date = true;
    else if (*word == "people") reading.out.needs_people = true;
    else
      root.fault("choice", value->span, fmt::format("“{}” is nothing that a template can need", *word))
          .hint("it may be date, people");
  }
}

void read_fallbacks(TemplateReading& reading, TableReader& root) {
  for (const TomlValue* value : root.list("fallback"))
    if (const auto family = root.string_of(*value, "fallback")) reading.out.fallbacks.push_back(*family);
}

void read_all(TemplateReading& reading, const TomlValue& tree) {
  TableReader root = reading.reader(tree, "");
  root.find("format");
  root.find("extends");
  const auto need = [&](const char* name, auto read) {
    if (!root.find(name)) return reading.missing.emplace_back(name), void();
    if (const TomlValue* table = root.table(name)) read(reading, *table);
  };
  need("palette", read_palette);
  need("page", read_page);
  need("words", read_words);
  need("style", read_styles);
  need("rule", read_rules);
  read_lengths(reading, root);
  if (!reading.missing.empty())
    root.fault("missing", root.span(), fmt::format("the template has no {}", fmt::join(reading.missing, ", ")))
        .hint("begin with extends = \"house\" and change what is to be different");
  if (const TomlValue* frames = root.table("frame")) read_frames(reading, *frames);
  if (root.find("section")) read_sections(reading, root.list("section"));  // a template to stand on may have none
  check_styles(reading);
  read_needs(reading, root);
  read_fallbacks(reading, root);
  root.finish();
}

}  // namespace

std::optional<Template> read_template(FileId file, const TemplatePlaces& places, Files& files, Diagnostics& diags) {
  const std::size_t before = diags.error_count();
  Chain chain(places, files, diags);
  const std::optional<TomlValue> tree = chain.read(file, places.folder);
  if (!tree) return std::nullopt;
  TemplateReading reading;
  reading.file = file;
  reading.diags = &diags;
  reading.out.name = file_name_of(diags.sources[file].name());
  if (reading.out.name.ends_with(ending)) reading.out.name.resize(reading.out.name.size() - ending.size());
  reading.out.chain = chain.names;
  reading.out.parts = chain.parts;
  reading.out.unread = chain.unread;
  reading.out.span = tree->span;
  read_all(reading, *tree);
  if (diags.error_count() != before) return std::nullopt;
  return std::move(reading.out);
}

}  // namespace readout::model
