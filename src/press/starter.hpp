// What `readout new` writes: a brief to begin with, which builds as it stands.
#pragma once
#include <string_view>

namespace readout::press {

/// The usual tables, with a word on each.
[[nodiscard]] std::string_view starter();
/// Every table and every key of the vocabulary once. Those that need a file beside the brief stand in it as comments
/// that begin with "#= ". A test reads it back with and without those, and compares its keys with the vocabulary's.
[[nodiscard]] std::string_view full_starter();

}  // namespace readout::press
