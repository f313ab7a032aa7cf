// TOML -> Brief: the table of contents of the vocabulary.
#include <fmt/format.h>

#include <algorithm>

#include "base/version.hpp"
#include "model/brief.hpp"
#include "model/brief_reading.hpp"
#include "model/check_chronology.hpp"
#include "model/toml_scan.hpp"

namespace readout::model {
namespace {

constexpr std::int64_t known_version = 1;

// False when the file is of a later version: its other keys would be judged by the wrong rules.
bool read_version(TableReader& root) {
  if (!root.require("readout", "begin the file with readout = 1")) return true;
  const auto number = root.integer("readout");
  if (!number || *number == known_version) return true;
  auto& told = root.fault("version", root.span_of("readout"),
                          fmt::format("the vocabulary {} is not known to readout {}", *number, version));
  told.hint(fmt::format("this program reads readout = {}", known_version));
  return *number < known_version;
}

void need_something_to_say(TableReader& root, const TomlValue& tree) {
  const TomlEntry* document = tree.find("document");
  if (document && document->value->kind == TomlValue::Kind::table && document->value->find("summary")) return;
  for (const char* key : {"discussion", "tour", "outcome", "step", "programme"})
    if (root.find(key)) return;
  root.fault("nothing-to-say", document ? document->value->span : root.span(), "the file tells nothing of a meeting")
      .hint("give it a document.summary, a [[discussion]], a [tour], an [outcome], a [[step]] or a [[programme]]");
}

// Embedded with the source, never printed: x_* keys and comments, in file order.
std::vector<At<std::string>> unprinted(FileId file, std::vector<At<std::string>> free_keys, const Diagnostics& diags) {
  for (const TomlStretch& comment : scan_toml(diags.sources[file].text()).comments) {
    free_keys.push_back({"comment", {file, comment.begin, comment.end}});
  }
  std::stable_sort(free_keys.begin(), free_keys.end(),
                   [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  return free_keys;
}

void read_tables(BriefReading& b) {
  read_document(b);
  read_marking(b);
  read_archive(b);
  read_print(b);
  read_meeting(b);
  read_sides(b);
  read_people(b);
  read_discussions(b);
  read_tour(b);
  read_outcome(b);
  read_steps(b);
  read_agreements(b);
  read_programme(b);
  read_annexes(b);
  read_distribution(b);
  read_clearance(b);
  read_revisions(b);
  read_terms(b);
  read_sources(b);
}

}  // namespace

std::optional<Brief> read_brief(FileId file, const std::string& folder, Diagnostics& diags) {
  const std::size_t errors_before = diags.error_count();
  const auto tree = read_toml(file, diags);
  if (!tree) return std::nullopt;
  Brief brief;
  brief.file = file;
  brief.folder = folder;
  BriefValues values(file, *tree, diags);
  values.languages = languages_of(*tree);
  TableReader root = values.open(*tree, "");
  if (!read_version(root)) return std::nullopt;
  BriefReading reading{root, values, brief};
  read_tables(reading);
  const std::size_t errors_of_tables = diags.error_count();
  root.finish();
  // A table by a name that is not known may be the one that would have said it.
  if (diags.error_count() == errors_of_tables) need_something_to_say(root, *tree);
  brief.unprinted = unprinted(file, std::move(values.unprinted), diags);
  if (diags.error_count() != errors_before) return std::nullopt;
  check_chronology(brief, diags);
  return brief;
}

}  // namespace readout::model
