// Two PDFs, object by object: are they one document, and where do they part?
//
// Both are walked at once from the trailer, pages first, then attachments, metadata and the structure tree,
// so that a difference is named by what a person knows: page, element, text. Streams are compared as they
// decode; object numbers, compression and the file identifier do not count.
#pragma once
#include <string>
#include <vector>
#include "archive/pdf_file.hpp"

namespace readout::archive {

struct Difference {
  enum class Where { page, element, attachment, metadata, font, other };
  Where where = Where::other;
  int page = 0;                 ///< from 1; 0: none
  std::string element;          ///< "/Document/Sect[2]/L/LI[1]/LBody/P"; empty: none
  std::string file;             ///< name of the embedded file; empty: none
  bool drawing = false;         ///< of a page that says the same: only how it is drawn differs
  std::string object;           ///< path from the trailer: "/Root/StructTreeRoot/K/ActualText"
  std::string given, expected;  ///< shortened, for people
  friend bool operator==(const Difference&, const Difference&) = default;
};

inline constexpr std::size_t most_differences = 20;  ///< that are told of one file

/// Differences of `given` against `expected`, at most `most` of them, pages first.
/// Errors: archive.broken when a file cannot be read to its end; then nullopt.
/// Cost:   linear in the objects and decoded bytes of `expected`, whatever `given` unpacks to: of that no more is read
///         than a few times as much, and limits.work_bytes.
[[nodiscard]] std::optional<std::vector<Difference>> compare(const PdfFile& given, const PdfFile& expected,
                                                             Diagnostics& diags, std::size_t most = most_differences,
                                                             const Limits& limits = {});

}  // namespace readout::archive
