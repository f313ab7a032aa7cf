// The command line as plain values. The only file that knows CLI11 is args.cpp.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>
#include "base/diagnostics.hpp"
#include "press/build.hpp"

namespace readout::cli {

enum class Verb { build, check, start, dump, fonts, templates, extract, verify };

struct Arguments {
  Verb verb = Verb::build;
  std::vector<std::string> briefs;  ///< build, check, dump; of extract and verify: PDFs
  std::optional<std::string> out, design, lang, edition, paper, pdf, data;
  std::optional<std::string> text;  ///< fonts: whose coverage is asked for
  std::string file;                 ///< new: the file to write
  std::string folder = ".";         ///< extract: where to
  press::Stage stage = press::Stage::pages;
  unsigned threads = 1;
  bool no_source = false;
  bool full = false, strict = false, json = false, timing = false, quiet = false;
};

/// What to print on standard output, when that is all that was asked for (--help, --version).
struct Answer {
  std::string text;
};

/// Errors: usage.* as failure(usage); nullopt then.
[[nodiscard]] std::optional<std::variant<Arguments, Answer>> parse(int argc, const char* const* argv,
                                                                   Diagnostics& diags);

}  // namespace readout::cli
