// Which PDF each brief becomes, before anything is built: -o decides, and two briefs never become one file.
#pragma once
#include <optional>
#include <string>
#include <vector>
#include "base/diagnostics.hpp"
#include "base/files.hpp"

namespace readout::press {

/// The output path of each of `briefs`, in their order.
///
///   no -o           BRIEF.toml becomes BRIEF.pdf in the current folder; standard input goes to standard output
///   -o OUT          the one brief becomes OUT ("-": standard output)
///   -o DIR          with several briefs, or when DIR ends in / or is a folder: DIR/BRIEF.pdf
///
/// Errors: usage.* as failure(usage): two briefs of one name, several to one stream, an output that is an input.
[[nodiscard]] std::optional<std::vector<std::string>> plan_outputs(const std::vector<std::string>& briefs,
                                                                   const std::optional<std::string>& asked,
                                                                   Files& files, Diagnostics& diags);

}  // namespace readout::press
