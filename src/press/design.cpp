#include "press/design.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/timing.hpp"
#include "press/language.hpp"
#include "press/memory.hpp"

namespace readout::press {
namespace {

constexpr std::string_view default_design = "brief";

/// The shipped templates that set a brief; the others are there to be extended.
std::vector<std::string> settable(const Workshop& workshop) {
  std::vector<std::string> names = shipped_designs(workshop.templates, workshop.files);
  std::erase_if(names, [&](const std::string& name) {
    Diagnostics unheard;
    const std::string path = join_path(workshop.templates, name + std::string(toml_extension));
    Read read = workshop.files.read(path);
    if (!read.bytes) return true;
    const FileId file = unheard.sources.add(path, std::move(*read.bytes));
    const auto design = model::read_template(file, {workshop.templates, workshop.templates}, workshop.files, unheard);
    return !design || design->sections.empty();
  });
  return names;
}

// `kind` is null when the name came from the command line.
void tell_unknown(const std::string& name, const model::At<std::string>* kind, const Workshop& workshop,
                  Diagnostics& diags) {
  const std::vector<std::string> shipped = settable(workshop);
  const std::string message = fmt::format("there is no template \"{}\"", name);
  Diagnostic& fault = kind != nullptr ? diags.error("template.unknown", kind->span, message)
                                      : diags.failure(Blame::usage, "template.unknown", message);
  if (const std::string near = nearest(name, shipped); !near.empty())
    fault.hint(fmt::format("did you mean \"{}\"?", near));
  if (!shipped.empty()) fault.hint(fmt::format("there are {}", fmt::join(shipped, ", ")));
}

/// A template is read for the languages of a brief; another brief's are another reading.
std::string key_of(const std::string& path, const std::vector<std::string>& languages) {
  return fmt::format("{}\n{}", path, fmt::join(languages, "\n"));
}

/// The template as an earlier brief of this run read it; its files get the ids that its spans name, or it is no use.
std::shared_ptr<const model::Template> remembered(const std::string& key, const Memory* memory, Diagnostics& diags) {
  if (memory == nullptr) return nullptr;
  const auto found = memory->designs.find(key);
  if (found == memory->designs.end() || diags.sources.has(found->second.first) ||
      (found->second.first > 1 && !diags.sources.has(found->second.first - 1)))
    return nullptr;
  for (const auto& file : found->second.files) diags.sources.add(file);
  return found->second.design;
}

std::shared_ptr<const model::Template> read_at(const std::string& path, std::string text,
                                               std::vector<std::string> languages, const Workshop& workshop,
                                               Diagnostics& diags) {
  const std::size_t told = diags.all().size();
  const FileId file = diags.sources.add(path, std::move(text));
  const std::string key = key_of(path, languages);
  auto read =
      model::read_template(file, {folder_of(path), workshop.templates, std::move(languages)}, workshop.files, diags);
  if (!read) return nullptr;
  auto design = std::make_shared<const model::Template>(std::move(*read));
  if (workshop.memory == nullptr || diags.all().size() != told) return design;
  KnownDesign known{file, {}, design};
  for (FileId id = file; diags.sources.has(id); ++id) known.files.push_back(diags.sources.shared(id));
  workshop.memory->designs.insert_or_assign(key, std::move(known));
  return design;
}

}  // namespace

bool is_path(std::string_view design) {
  return design.find('/') != std::string_view::npos || design.ends_with(toml_extension);
}

std::vector<std::string> shipped_designs(const std::string& templates, Files& files) {
  std::vector<std::string> names;
  for (const std::string& file : files.list(templates))
    if (file.ends_with(toml_extension)) names.push_back(file.substr(0, file.size() - toml_extension.size()));
  return names;
}

std::shared_ptr<const model::Template> read_design(const Job& job, const model::Brief& brief, const Workshop& workshop,
                                                   Diagnostics& diags) {
  TIMED("read.template");
  const model::At<std::string>* kind = !job.design && brief.document.kind ? &*brief.document.kind : nullptr;
  const std::string asked = job.design ? *job.design : kind != nullptr ? kind->value : std::string(default_design);
  const bool by_path = job.design && is_path(asked);
  const std::string path = by_path ? asked : join_path(workshop.templates, asked + std::string(toml_extension));
  if (!by_path && !workshop.files.exists(path)) {
    tell_unknown(asked, kind, workshop, diags);
    return nullptr;
  }
  std::vector<std::string> languages = languages_of(brief);
  if (auto known = remembered(key_of(path, languages), workshop.memory, diags)) return known;
  Read read = workshop.files.read(path);
  if (!read.bytes) {
    diags.failure(Blame::system, "file.unreadable", fmt::format("cannot read the template {}: {}", path, read.why));
    return nullptr;
  }
  return read_at(path, std::move(*read.bytes), std::move(languages), workshop, diags);
}

}  // namespace readout::press
