// What the file says about itself, twice: the Info dictionary and the XMP packet, both from one Info.
//
// Dates come from Info::issued alone; a day stays a day. Nothing is made up; only files inside,
// which must have a date, have a fixed one where there is none.
//
// Source: ISO 16684-1 (XMP), ISO 19005-3, 6.6, ISO 14289-1, 5.
#pragma once
#include <string>
#include "layout/info.hpp"
#include "pdf/haru.hpp"
#include "pdf/profile.hpp"

namespace readout::pdf {

/// "D:20260317", "D:20260317142500+03'00"
[[nodiscard]] std::string pdf_date(const layout::Stamp& stamp);
/// "2026-03-17", "2026-03-17T14:25:00+03:00"
[[nodiscard]] std::string xmp_date(const layout::Stamp& stamp);
/// Stands where a standard demands a date and the document has none.
inline constexpr const char* fixed_date = "D:20000101000000Z";

// What Info and XMP both say, from one place.
[[nodiscard]] std::string description_of(const layout::Info& info);  ///< the summary, else the subject
[[nodiscard]] std::string keywords_of(const layout::Info& info);

/// The XMP packet, with the claims of the profile and, where it asks for them, the descriptions of its own properties.
[[nodiscard]] std::string xmp_packet(const layout::Info& info, const Profile& profile);
/// Info, Metadata, Lang and ViewerPreferences.
void write_metadata(const layout::Info& info, const Profile& profile, Haru& haru);

}  // namespace readout::pdf
