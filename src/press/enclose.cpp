#include "press/enclose.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
#include "base/version.hpp"
#include "press/media_types.hpp"
#include "press/memory.hpp"
#include "press/pictures.hpp"

namespace readout::press {
namespace {

constexpr std::size_t most_sums = 64;  // then they are forgotten: templates that are told about are read anew each time

/// The name of a template inside the PDF: as it lies below the folder of the first of its chain, or below the shipped
/// ones. `extends` finds it there by the same rule as on disk.
std::string embedded_name(const std::string& path, const std::string& first, const Workshop& workshop) {
  for (const std::string& folder : {folder_of(first), workshop.templates}) {
    const std::string prefix = folder.empty() ? std::string() : folder + '/';
    if (path.starts_with(prefix) && path_fault(path.substr(prefix.size())).empty())
      return join_path(embedded_templates, path.substr(prefix.size()));
  }
  return join_path(embedded_templates, file_name_of(path));
}

std::string sum_of(const pdf::Attachment& file, Memory* memory) {
  if (memory == nullptr || !file.recurs) return hex(sha256(*file.bytes));
  const auto known = memory->sums.find(file.bytes.get());
  if (known != memory->sums.end()) return known->second.hex;
  if (memory->sums.size() >= most_sums) memory->sums.clear();
  return memory->sums.emplace(file.bytes.get(), Memory::Sum{file.bytes, hex(sha256(*file.bytes))}).first->second.hex;
}

}  // namespace

std::vector<pdf::Attachment> enclose_sources(const model::Brief& brief, const model::Template& design,
                                             const Workshop& workshop, Diagnostics& diags) {
  const SourceFile& source = diags.sources[brief.file];
  std::vector<pdf::Attachment> files;
  files.push_back({source_name(source.name()), diags.sources.shared_text(brief.file), "application/toml",
                   "The meeting as it was written", "Source"});
  std::set<std::string> names{files.front().name, std::string(manifest_name)};
  const auto add = [&](std::string name, std::shared_ptr<const std::string> bytes, std::string description,
                       bool recurs) {
    if (!names.insert(name).second) return;
    const std::string type(media_type(name));
    files.push_back({std::move(name), std::move(bytes), type, std::move(description), "Source", recurs});
  };
  const auto add_design = [&](const std::string& path, std::string description) {
    add(embedded_name(path, design.chain.front(), workshop), diags.sources.shared_text(diags.sources.find(path)),
        std::move(description), true);
  };
  for (const std::string& path : design.chain) add_design(path, "A template that it was set by");
  for (const std::string& path : design.parts) add_design(path, "The words of a language");
  for (const model::Picture* picture : pictures_of(brief))
    if (Read read = workshop.files.read_within(brief.folder, picture->file.value); read.bytes)
      add(picture->file.value, std::make_shared<const std::string>(std::move(*read.bytes)), "A picture on its pages",
          false);
  return files;
}

Manifest manifest_of(const Job& job, const model::Brief& brief, const model::Template& design,
                     const layout::Document& document, const std::vector<pdf::Attachment>& attachments,
                     const Workshop& workshop, const Diagnostics& diags) {
  Manifest manifest;
  manifest.program = job.as_version.value_or(std::string(version));
  manifest.brief = source_name(diags.sources[brief.file].name());
  manifest.design = embedded_name(design.chain.front(), design.chain.front(), workshop);
  manifest.lang = job.lang;
  manifest.edition = job.edition;
  manifest.paper = job.paper;
  manifest.pdf = job.pdf;
  if (!brief.document.issued) manifest.stamp = job.stamp;  // a date that was not used is no part of what made this
  manifest.libraries = library_versions();
  for (const pdf::Attachment& file : attachments) manifest.files.push_back({file.name, sum_of(file, workshop.memory)});
  manifest.fonts = faces_of(document, workshop.fonts.list());
  manifest.patterns = patterns_of(document, workshop.fonts.list());
  return manifest;
}

pdf::Attachment enclosed(const Manifest& manifest) {
  return {std::string(manifest_name), std::make_shared<const std::string>(write_manifest(manifest)), "application/toml",
          "What made this PDF", "Data"};
}

}  // namespace readout::press
