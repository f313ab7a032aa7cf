// The archive profiles that a file can claim, and all that differs between them; everything else is the same in all.
//
// Source: ISO 19005-2, -3 and -4, ISO 14289-1 and -2, Well-Tagged PDF 1.0.
#pragma once
#include <string_view>

namespace readout::pdf {

struct Profile {
  std::string_view name;     ///< as a brief chooses it
  std::string_view version;  ///< of PDF, as the header says it
  // Claims in the metadata; empty: that property is not written.
  std::string_view archive_part, archive_conformance, archive_revision;
  std::string_view access_part, access_revision;
  bool well_tagged = false;             ///< declares WTPDF 1.0, accessibility and reuse
  bool attachments = true;              ///< files of any kind may be inside
  bool info = true;                     ///< has an Info dictionary (ISO 19005-4, 6.1.3 forbids it)
  bool extension_schemas = true;        ///< describes its own XMP properties (ISO 19005-3, 6.6.2.3)
  bool namespaces = false;              ///< elements say their namespace; FENote instead of Note (ISO 32000-2, 14.8.6)
  bool structure_destinations = false;  ///< inner links lead to elements, too (ISO 14289-2, 8.8)
};

inline constexpr Profile a_3a_ua_1{.name = "a-3a+ua-1",
                                   .version = "1.7",
                                   .archive_part = "3",
                                   .archive_conformance = "A",
                                   .archive_revision = "",
                                   .access_part = "1",
                                   .access_revision = ""};
inline constexpr Profile a_2a_ua_1{.name = "a-2a+ua-1",
                                   .version = "1.7",
                                   .archive_part = "2",
                                   .archive_conformance = "A",
                                   .archive_revision = "",
                                   .access_part = "1",
                                   .access_revision = "",
                                   .attachments = false};
inline constexpr Profile a_4f_ua_2{.name = "a-4f+ua-2",
                                   .version = "2.0",
                                   .archive_part = "4",
                                   .archive_conformance = "F",
                                   .archive_revision = "2020",
                                   .access_part = "2",
                                   .access_revision = "2024",
                                   .well_tagged = true,
                                   .info = false,
                                   .extension_schemas = false,
                                   .namespaces = true,
                                   .structure_destinations = true};

/// nullptr for a name that is none.
[[nodiscard]] constexpr const Profile* profile_named(std::string_view name) {
  for (const Profile* profile : {&a_3a_ua_1, &a_2a_ua_1, &a_4f_ua_2})
    if (profile->name == name) return profile;
  return nullptr;
}

}  // namespace readout::pdf
