// Which of a brief's languages an edition is in: one of them, or both side by side.
#pragma once
#include <optional>
#include <string>
#include <vector>
#include "base/diagnostics.hpp"
#include "model/brief.hpp"

namespace readout::press {

/// The tags of document.lang; "en" where the brief names none.
[[nodiscard]] std::vector<std::string> languages_of(const model::Brief& brief);

/// The index into document.lang of the language asked for: by its tag, or by its first part when that is enough
/// ("en" for "en-US"), in any letter case. Nothing asked: 0.
/// Errors: lang.none as failure(usage).
[[nodiscard]] std::optional<std::size_t> choose_language(const model::Brief& brief,
                                                         const std::optional<std::string>& asked, Diagnostics& diags);

struct EditionChoice {
  std::size_t lang = 0;    ///< index into document.lang; in a bilingual edition the one that comes first
  bool bilingual = false;  ///< both languages side by side
};

/// What the command line asks for (--edition, --lang), else what the brief says ([print] edition), else its first
/// language alone. --lang alone is a single edition; with --edition bilingual it says which language comes first.
/// Errors: lang.none, edition.none, edition.two-languages, edition.which as failure(usage).
[[nodiscard]] std::optional<EditionChoice> choose_edition(const model::Brief& brief,
                                                          const std::optional<std::string>& edition,
                                                          const std::optional<std::string>& lang, Diagnostics& diags);

}  // namespace readout::press
