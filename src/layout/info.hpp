// What a document says about itself; travels from compose/ through the Story and the Document to pdf/.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace readout::layout {

/// A day, or a moment with its offset; never made up.
struct Stamp {
  int year = 0, month = 0, day = 0;
  bool has_time = false;
  int hour = 0, minute = 0, second = 0, offset_minutes = 0;
  friend bool operator==(const Stamp&, const Stamp&) = default;
};

struct Info {
  std::vector<std::pair<std::string, std::string>> titles;        ///< (language tag, title); the main language first
  std::vector<std::pair<std::string, std::string>> descriptions;  ///< the same of the summary
  std::string lang;                                               ///< of the document
  std::vector<std::string> languages;                             ///< all in use, main first
  std::vector<std::string> creators;                              ///< dc:creator
  std::string subject;
  std::vector<std::string> keywords;
  std::string rights;
  std::vector<std::string> identifiers;  ///< ref, file_ref
  /// Further facts by name, in a fixed order (status, marking, version, series, retention, ...).
  std::vector<std::pair<std::string, std::string>> properties;
  std::optional<Stamp> issued;
  std::string program;  ///< "Readout 0.1.0"
  bool right_to_left = false;
  friend bool operator==(const Info&, const Info&) = default;
};

}  // namespace readout::layout
