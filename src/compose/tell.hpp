// Brief x Template -> Story: what is said, in which order, under which role and style.
//
// The files of this room, from the outside in: tell (order of sections), one file a section (masthead, facts,
// participants, discussion, tour, tables, annexes, closing, prose), running (running matter), info (what the
// document says about itself), and what they all stand on: voice (words, dates, names), styles, inline_text.
#pragma once
#include <optional>
#include <string>
#include <vector>
#include "layout/story.hpp"
#include "model/brief.hpp"
#include "model/template.hpp"

namespace readout::compose {

/// What is known about a run beyond the two files.
struct Settings {
  std::size_t lang = 0;              ///< index into document.lang: the edition's language
  bool bilingual = false;            ///< both languages side by side, that one first
  std::optional<std::string> paper;  ///< "a4" or "letter", from the command line
  std::string source_digest;         ///< 64 hex digits: SHA-256 of the brief's TOML
  bool source_embedded = false;      ///< the PDF carries its source
  bool only_printed = false;         ///< the metadata says no more than the pages
  std::string version;               ///< of the program: "0.1.0"
};

/// Tells a brief by a template.
/// Gives:  a story whose every text comes from the brief or from the template's words.
/// Errors: compose.* at the brief's or the template's span: a language without words, facts that the
///         template needs, lines to take in a template that has no room for them.
/// Cost:   linear in the brief.
[[nodiscard]] std::optional<layout::Story> tell(const model::Brief& brief, const model::Template& design,
                                                const Settings& settings, Diagnostics& diags);

/// What the brief says and the template prints nowhere: keys of the TOML, each with its place; a key may come again.
[[nodiscard]] std::vector<model::At<std::string>> unprinted(const model::Brief& brief, const model::Template& design);
/// True when the pages tell which files are attached.
[[nodiscard]] bool prints_annexes(const model::Template& design);

}  // namespace readout::compose
