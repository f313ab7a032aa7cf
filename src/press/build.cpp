#include "press/build.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/hash.hpp"
#include "base/heap_watch.hpp"
#include "base/timing.hpp"
#include "base/version.hpp"
#include "layout/lay_out.hpp"
#include "pdf/conformance.hpp"
#include "press/deliver.hpp"
#include "press/design.hpp"
#include "press/enclose.hpp"
#include "press/language.hpp"
#include "press/memory.hpp"
#include "press/pictures.hpp"
#include "press/profile.hpp"

namespace readout::press {
namespace {

std::optional<model::Brief> read_brief(const Job& job, Files& files, Diagnostics& diags) {
  TIMED("read.brief");
  Read read = files.read(job.brief);
  if (!read.bytes) {
    diags.failure(Blame::system, "file.unreadable", fmt::format("cannot read {}: {}", job.brief, read.why));
    return std::nullopt;
  }
  const bool piped = job.brief == standard_stream;
  const FileId file = diags.sources.add(piped ? "standard input" : job.brief, std::move(*read.bytes));
  return model::read_brief(file, piped ? std::string() : folder_of(job.brief), diags);
}

compose::Settings settings_for(const Job& job, const model::Brief& brief, const EditionChoice& choice,
                               const Sources& sources) {
  compose::Settings settings;
  settings.lang = choice.lang;
  settings.bilingual = choice.bilingual;
  settings.paper = job.paper;
  settings.source_digest = hex(sha256(sources[brief.file].text()));
  settings.source_embedded = embeds_source(job, brief);
  settings.only_printed = leaves_source_out(job, brief);
  settings.version = job.as_version.value_or(std::string(version));
  return settings;
}

/// The sources and the manifest go before the annexes' files; without its source a PDF has no manifest, either.
void enclose(std::vector<pdf::Attachment> files, Edition& edition, const layout::Document& document, const Job& job,
             const Workshop& workshop) {
  const bool with_source = !files.empty();
  add_annexes(files, std::move(edition.pdf.attachments));
  if (with_source)
    files.push_back(enclosed(manifest_of(job, edition.brief, edition.inside, document, files, workshop)));
  edition.pdf.attachments = std::move(files);
}

/// What has been told is not needed again: of a long brief nearly all.
void forget_told(model::Brief& brief) {
  const auto forget = [](auto& list) {
    list.clear();
    list.shrink_to_fit();
  };
  forget(brief.people);
  forget(brief.discussions);
  forget(brief.steps);
  forget(brief.annexes);
  brief.tour.reset();
}

/// The pages; nothing of the story is kept.
std::optional<layout::Document> set_once(const Edition& edition, layout::Story story, const Workshop& workshop,
                                         Diagnostics& diags) {
  TIMED("lay_out");
  layout::Memory* const memory = workshop.memory != nullptr ? &workshop.memory->layout : nullptr;
  return layout::lay_out(std::move(story), workshop.fonts, edition.pictures, diags, memory);
}

/// The bytes of the PDF; nullopt after telling an error. What a stage has used up is let go.
std::optional<std::string> make(Edition& edition, const Job& job, const Workshop& workshop, Diagnostics& diags) {
  auto story = tell(edition, job, diags);
  if (!story) return std::nullopt;
  std::vector<pdf::Attachment> sources;
  if (embeds_source(job, edition.brief))
    sources = enclose_sources(edition.brief, *edition.design, edition.inside, workshop, diags);
  forget_told(edition.brief);
  auto document = set_once(edition, std::move(*story), workshop, diags);
  if (!document || diags.has_errors() || !pdf::conforms(*document, workshop.fonts, diags)) return std::nullopt;
  enclose(std::move(sources), edition, *document, job, workshop);
  if (workshop.memory != nullptr) edition.pdf.memory = &workshop.memory->pdf;
  TIMED("write.pdf");
  return pdf::write(std::move(*document), workshop.fonts, edition.pdf, diags);
}

bool build_with_faces(unsigned opening, const Job& job, const Workshop& workshop, Diagnostics& diags,
                      std::vector<std::string>& written) {
  auto edition = read_edition(job, workshop, diags);
  const bool may = edition && may_deliver(job, edition->brief, *edition->design, workshop, diags);
  const auto bytes = may ? make(*edition, job, workshop, diags) : std::nullopt;
  HeapWatch::check();
  if (workshop.fonts.opening() != opening) throw FacesReopened();
  if (!bytes || diags.has_errors() || (job.strict && !diags.all().empty())) return false;
  return deliver(job, edition->brief, *bytes, workshop.files, written, diags);
}

}  // namespace

bool build(const Job& job, const Workshop& workshop, Diagnostics& diags, std::vector<std::string>* written) {
  TIMED("build");
  [[maybe_unused]] const HeapWatch heap;
  const unsigned opening = workshop.fonts.opening();
  if (workshop.memory != nullptr && workshop.memory->opening != opening) {
    Memory nothing;
    nothing.opening = opening;
    *workshop.memory = std::move(nothing);
  }
  std::vector<std::string> paths;
  try {
    return build_with_faces(opening, job, workshop, diags, written != nullptr ? *written : paths);
  } catch (...) {
    workshop.fonts.distrust(opening);
    throw;
  }
}

// The faults of the brief, of its template and of the files that it names are told in one go.
std::optional<Edition> read_edition(const Job& job, const Workshop& workshop, Diagnostics& diags) {
  auto brief = read_brief(job, workshop.files, diags);
  if (!brief) return std::nullopt;
  const auto choice = choose_edition(*brief, job.edition, job.lang, diags);
  auto design = read_design(job, *brief, workshop, diags);
  auto pictures = load_pictures(*brief, workshop.files, diags);
  auto attachments = load_attachments(job, *brief, design.get(), workshop.files, diags);
  if (!choice || !design || !pictures || !attachments) return std::nullopt;
  auto inside = name_inside(*brief, *design, workshop.templates, embeds_source(job, *brief), diags);
  if (!inside) return std::nullopt;
  compose::Settings settings = settings_for(job, *brief, *choice, diags.sources);
  const pdf::Profile profile = profile_of(job, *brief);
  return Edition{std::move(*brief),
                 std::move(design),
                 std::move(*pictures),
                 std::move(settings),
                 pdf::Options{std::move(*attachments), profile, nullptr},
                 std::move(*inside)};
}

std::optional<layout::Story> tell(const Edition& edition, const Job& job, Diagnostics& diags) {
  TIMED("tell");
  auto story = compose::tell(edition.brief, *edition.design, edition.settings, diags);
  if (!story || diags.has_errors()) return std::nullopt;
  if (!story->info.issued) story->info.issued = job.stamp;
  return story;
}

std::optional<layout::Document> set(const Edition& edition, const layout::Story& story, const Workshop& workshop,
                                    Diagnostics& diags) {
  TIMED("lay_out");
  layout::Memory* const memory = workshop.memory != nullptr ? &workshop.memory->layout : nullptr;
  return layout::lay_out(story, workshop.fonts, edition.pictures, diags, memory);
}

std::optional<Stage> stage_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Stage>, 6> stages{{{"brief", Stage::brief},
                                                                      {"template", Stage::design},
                                                                      {"story", Stage::story},
                                                                      {"lines", Stage::lines},
                                                                      {"pages", Stage::pages},
                                                                      {"tags", Stage::tags}}};
  for (const auto& [known, stage] : stages)
    if (known == name) return stage;
  return std::nullopt;
}

std::optional<std::string> dump(const Job& job, Stage stage, const Workshop& workshop, Diagnostics& diags) {
  const auto edition = read_edition(job, workshop, diags);
  if (!edition) return std::nullopt;
  if (stage == Stage::brief) return model::dump(edition->brief);
  if (stage == Stage::design) return model::dump(*edition->design);
  const auto story = tell(*edition, job, diags);
  if (!story) return std::nullopt;
  if (stage == Stage::story) return layout::dump(*story);
  const auto document = set(*edition, *story, workshop, diags);
  if (!document || diags.has_errors()) return std::nullopt;
  if (stage == Stage::lines) return layout::dump_lines(*document);
  return stage == Stage::tags ? layout::dump_tags(*document) : layout::dump_pages(*document, workshop.fonts);
}

}  // namespace readout::press
