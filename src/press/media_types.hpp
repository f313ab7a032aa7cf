// What kind of file a name promises: the media type of what goes into a PDF.
#pragma once
#include <string_view>

namespace readout::press {
/// By the name's ending; "application/octet-stream" for what is not known.
[[nodiscard]] std::string_view media_type(std::string_view name);
}  // namespace readout::press
