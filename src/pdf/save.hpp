// The objects of a Haru -> the bytes of a PDF file, compact: everything but streams goes into object
// streams, and the cross-reference table is a stream itself (ISO 32000-1, 7.5.7 and 7.5.8).
//
// libharu still spells every object; this file only decides where the bytes go. /ID is the first half of
// the SHA-256 of all that stands before the table, so that equal files have equal names and others do not.
#pragma once
#include <optional>
#include <string>
#include "pdf/deflate.hpp"
#include "pdf/haru.hpp"
#include "pdf/profile.hpp"

namespace readout::pdf {

/// nullopt after a fault of `haru`, which tells it.
[[nodiscard]] std::optional<std::string> save(Haru& haru, const Profile& profile, Deflater& deflate);

}  // namespace readout::pdf
