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

std::string sum_of(const pdf::Attachment& file, Memory* memory) {
  if (memory == nullptr || !file.recurs) return hex(sha256(*file.bytes));
  const auto known = memory->sums.find(file.bytes.get());
  if (known != memory->sums.end()) return known->second.hex;
  if (memory->sums.size() >= most_sums) memory->sums.clear();
  return memory->sums.emplace(file.bytes.get(), Memory::Sum{file.bytes, hex(sha256(*file.bytes))}).first->second.hex;
}

}  // namespace

std::vector<pdf::Attachment> enclose_sources(const model::Brief& brief, const model::Template& design,
                                             const InsideNames& inside, const Workshop& workshop, Diagnostics& diags) {
  std::vector<pdf::Attachment> files;
  files.push_back({inside.brief, diags.sources.shared_text(brief.file), "application/toml",
                   "The meeting as it was written", "Source"});
  std::set<std::string> names{files.front().name};
  const auto add = [&](std::string name, std::shared_ptr<const std::string> bytes, std::string description,
                       bool recurs) {
    if (!names.insert(name).second) return;
    const std::string type(media_type(name));
    files.push_back({std::move(name), std::move(bytes), type, std::move(description), "Source", recurs});
  };
  const auto add_designs = [&](const std::vector<std::string>& paths, const std::vector<std::string>& called,
                               const char* description) {
    for (std::size_t i = 0; i < paths.size(); ++i)
      add(called[i], diags.sources.shared_text(diags.sources.find(paths[i])), description, true);
  };
  add_designs(design.chain, inside.chain, "A template that it was set by");
  add_designs(design.parts, inside.parts, "The words of a language");
  for (const model::Picture* picture : pictures_of(brief))
    if (Read read = workshop.files.read_within(brief.folder, picture->file.value); read.bytes)
      add(picture->file.value, std::make_shared<const std::string>(std::move(*read.bytes)), "A picture on its pages",
          false);
  return files;
}

void add_annexes(std::vector<pdf::Attachment>& files, std::vector<pdf::Attachment> annexes) {
  std::set<std::string> names;
  for (const pdf::Attachment& file : files) names.insert(file.name);
  for (pdf::Attachment& annex : annexes)
    if (names.insert(annex.name).second) files.push_back(std::move(annex));
}

Manifest manifest_of(const Job& job, const model::Brief& brief, const InsideNames& inside,
                     const layout::Document& document, const std::vector<pdf::Attachment>& attachments,
                     const Workshop& workshop) {
  Manifest manifest;
  manifest.program = job.as_version.value_or(std::string(version));
  manifest.brief = inside.brief;
  manifest.design = inside.chain.front();
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
