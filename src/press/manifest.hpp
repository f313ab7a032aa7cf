// What made a PDF, written into it: the versions, fonts and options that decide its bytes.
//
// A small TOML file beside the embedded source. `readout verify` reads it to build the brief again, and to say why
// another machine's bytes differ.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include "layout/document.hpp"
#include "pdf/write.hpp"
#include "press/job.hpp"

namespace readout::press {

struct Manifest {
  std::string program;                                   ///< version of Readout
  std::string brief, design;                             ///< names of embedded files
  std::optional<std::string> lang, edition, paper, pdf;  ///< as the command line had them
  std::optional<Stamp> stamp;
  std::vector<std::pair<std::string, std::string>> libraries;  ///< name, version
  struct File {
    std::string name, sha256;
    friend bool operator==(const File&, const File&) = default;
  };
  std::vector<File> files;       ///< embedded, the manifest itself left out
  std::vector<File> fonts;       ///< faces on the pages
  std::vector<File> patterns{};  ///< hyphenation patterns that were asked
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// Libraries whose version decides bytes, as they are linked now.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();
/// The faces that stand on the pages, in the order of fonts.toml.
[[nodiscard]] std::vector<Manifest::File> faces_of(const layout::Document& document, const FontList& fonts);

/// The hyphenation patterns that the document asked, with their sums from fonts.toml.
[[nodiscard]] std::vector<Manifest::File> patterns_of(const layout::Document& document, const FontList& fonts);

[[nodiscard]] std::string write_manifest(const Manifest& manifest);
/// Errors: those of TOML, and manifest.* at the place in the embedded file.
[[nodiscard]] std::optional<Manifest> read_manifest(FileId file, Diagnostics& diags);

/// In which versions and fonts the two differ: "HarfBuzz 6.0.0 there, 8.3.0 here".
[[nodiscard]] std::vector<std::string> differences(const Manifest& there, const Manifest& here);

}  // namespace readout::press
