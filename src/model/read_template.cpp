// A template and what it extends: the trees are merged first, then read once, so that every fault is told at
// the file and line that says it.
#include "model/read_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

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
    const auto extends = root.string("extends");
    if (!extends) return tree;
    std::optional<TomlValue> base = parent(*extends, folder, root.span_of("extends"));
    if (!base) return std::nullopt;
    drop(*tree, "extends");
    drop(*tree, "format");
    merge(*base, std::move(*tree));
    return base;
  }

  std::vector<std::string> names;

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
  reading.out.span = tree->span;
  read_all(reading, *tree);
  if (diags.error_count() != before) return std::nullopt;
  return std::move(reading.out);
}

}  // namespace readout::model
