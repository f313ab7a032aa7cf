// What one build is asked to do, and what all builds of a run share.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include "base/files.hpp"
#include "layout/info.hpp"
#include "text/font_book.hpp"

namespace readout::press {

/// The name that stands for standard input and standard output. The Files that are passed in know what to do with it.
inline constexpr std::string_view standard_stream = "-";

/// What the names of briefs and templates end in.
inline constexpr std::string_view toml_extension = ".toml";

using Stamp = layout::Stamp;

struct Job {
  std::string brief;                      ///< path of the TOML
  std::string out;                        ///< path of the PDF; empty: written nowhere, as `check` wants it
  std::optional<std::string> design;      ///< --template: a name or a path; otherwise document.kind, otherwise "brief"
  std::optional<std::string> lang;        ///< --lang: a language of the brief
  std::optional<std::string> edition;     ///< --edition: "single", "bilingual", or a language of the brief
  std::optional<std::string> paper;       ///< --paper
  std::optional<std::string> pdf;         ///< --pdf: "1.7" or "2.0"
  std::optional<Stamp> stamp;             ///< the date of a brief that gives none itself (SOURCE_DATE_EPOCH)
  std::optional<std::string> as_version;  ///< program version to print; as `verify` wants it, otherwise our own
  bool no_source = false;                 ///< the PDF does not carry its source, whatever the brief says
  bool strict = false;                    ///< a warning keeps the PDF from being written, too
  friend bool operator==(const Job&, const Job&) = default;
};

struct Memory;

/// Never changed by a build: safe to share between threads, but for the memory.
struct Workshop {
  Files& files;
  const text::FontBook& fonts;
  std::string templates;                          ///< the folder of the shipped templates
  Memory* memory = nullptr;                       ///< of this thread (memory.hpp); nullptr: nothing is remembered
  const std::set<std::string>* briefs = nullptr;  ///< Files::identity of all briefs of the run: none is written over
};

}  // namespace readout::press
