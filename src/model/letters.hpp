// A guess from the letters of a text: whether it is in a language of the other script than is said.
#pragma once
#include <string_view>

namespace readout::model {

/// True where three words or more are in the other script, Arabic or Latin, and none in that of the language. Words
/// with a capital, a digit or a sign inside are no measure: names, codes and addresses stand in texts of any language.
[[nodiscard]] bool is_in_other_script(std::string_view text, std::string_view lang);

}  // namespace readout::model
