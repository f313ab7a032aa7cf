// What a PDF is made from outlives it: no output is written over a file that was read, by whatever name.
#pragma once
#include <string>
#include <string_view>
#include <vector>
#include "base/diagnostics.hpp"
#include "model/brief.hpp"
#include "model/template.hpp"
#include "press/job.hpp"

namespace readout::press {

/// A file that a build reads.
struct Input {
  std::string path;
  std::string_view what;  ///< "a picture of the brief"
  Span span;              ///< where the brief names it; nowhere, when that was not the brief
  bool of_all = false;    ///< other briefs of the run have it, too
};

/// All of them: the brief, its templates, the files that it names, the list of fonts and what that names.
[[nodiscard]] std::vector<Input> inputs_of(const Job& job, const model::Brief& brief, const model::Template& design,
                                           const Workshop& workshop);

/// True when `out` is none of them, nor another brief of the run.
/// Errors: usage.overwrites-input as failure(usage), with `hint` as the remedy.
[[nodiscard]] bool spares_inputs(const std::string& out, const std::vector<Input>& inputs, std::string_view hint,
                                 const Workshop& workshop, Diagnostics& diags);

}  // namespace readout::press
