// The spine: a meeting in TOML becomes a PDF, stage by stage.
#pragma once
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include "base/diagnostics.hpp"
#include "compose/tell.hpp"
#include "model/brief.hpp"
#include "model/template.hpp"
#include "pdf/write.hpp"
#include "press/inside.hpp"
#include "press/job.hpp"

namespace readout::press {

/// All that is read before anything is set: the brief, its template, and the files that it names.
struct Edition {
  model::Brief brief;
  std::shared_ptr<const model::Template> design;
  layout::Pictures pictures;
  compose::Settings settings;
  pdf::Options pdf;
  InsideNames inside;
};

/// Thrown by build() when another thread ran out of memory in faces that this brief was set in, too. Nothing was
/// written, and trying again may go well.
struct FacesReopened : std::bad_alloc {};

/// Builds one PDF. Gives false when `diags` holds an error (with job.strict: anything); then nothing is written.
/// `written` gets the paths of what was.
bool build(const Job& job, const Workshop& workshop, Diagnostics& diags, std::vector<std::string>* written = nullptr);

// The stages one by one, as `dump` and the tests want them. Each gives nullopt after telling an error.
[[nodiscard]] std::optional<Edition> read_edition(const Job& job, const Workshop& workshop, Diagnostics& diags);
[[nodiscard]] std::optional<layout::Story> tell(const Edition& edition, const Job& job, Diagnostics& diags);
[[nodiscard]] std::optional<layout::Document> set(const Edition& edition, const layout::Story& story,
                                                  const Workshop& workshop, Diagnostics& diags);

enum class Stage { brief, design, story, lines, pages, tags };
[[nodiscard]] std::optional<Stage> stage_named(std::string_view name);
/// The text dump of a stage; nullopt when an earlier one failed.
[[nodiscard]] std::optional<std::string> dump(const Job& job, Stage stage, const Workshop& workshop,
                                              Diagnostics& diags);

}  // namespace readout::press
