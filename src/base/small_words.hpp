// Articles, prepositions and the like: a title that is broken off does not end in one, and a line rather not.
#pragma once
#include <string_view>

namespace readout {

/// True of a word that says nothing without the next, whatever its case: "the", "et", "des", "وعلى". `lang`: a tag; of
/// languages other than Arabic, English, French, German, Italian and Spanish none is known.
/// Cost: linear in some hundred bytes.
[[nodiscard]] bool leads_on(std::string_view word, std::string_view lang);

}  // namespace readout
