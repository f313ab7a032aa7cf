// Which of a brief's languages an edition is in.
#pragma once
#include <optional>
#include <string>
#include "base/diagnostics.hpp"
#include "model/brief.hpp"

namespace readout::press {

/// The index into document.lang of the language asked for: by its tag, or by its first part when that is enough
/// ("en" for "en-US"), in any letter case. Nothing asked: 0.
/// Errors: lang.none as failure(usage).
[[nodiscard]] std::optional<std::size_t> choose_language(const model::Brief& brief,
                                                         const std::optional<std::string>& asked, Diagnostics& diags);

}  // namespace readout::press
