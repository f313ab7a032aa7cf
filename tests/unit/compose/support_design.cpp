#include "support_design.hpp"

#include <doctest/doctest.h>

#include <map>
#include <regex>

namespace readout::test {

const model::Template& design(const std::string& name) {
  static std::map<std::string, model::Template> known;
  if (const auto found = known.find(name); found != known.end()) return found->second;
  DiskFiles disk;
  Diagnostics diags;
  const std::string folder = READOUT_ROOT "/templates", path = folder + "/" + name + ".toml";
  auto read = model::read_template(diags.sources.add(path, *disk.read(path).bytes), {folder, folder}, disk, diags);
  INFO(render_text(diags));
  REQUIRE(read.has_value());
  return known.emplace(name, std::move(*read)).first->second;
}

const model::Words& words(const std::string& lang) {
  const model::Words* found = model::words_for(design("brief"), lang);
  REQUIRE(found != nullptr);
  return *found;
}

Told tell(const std::string& rest, const std::string& name, std::size_t lang) { return tell(rest, design(name), lang); }

Told tell(const std::string& rest, const model::Template& design, std::size_t lang) {
  Diagnostics diags;
  const auto brief = model::read_brief(diags.sources.add("test.toml", "readout = 1\n" + rest), "", diags);
  INFO(render_text(diags));
  REQUIRE(brief.has_value());
  Told told;
  compose::Settings settings;
  settings.lang = lang;
  settings.bilingual = brief->print.edition && brief->print.edition->value == "bilingual";
  settings.version = "0.1.0";
  settings.source_digest = std::string(64, 'a');
  settings.source_embedded = true;
  Diagnostics own;
  told.story = compose::tell(*brief, design, settings, own);
  if (told.story) told.dump = layout::dump(*told.story);
  told.text = std::regex_replace(told.dump, std::regex("\\[[0-9]+( [^\\]]*)?\\]"), "");
  for (const Diagnostic& fault : own.all())
    told.faults += (told.faults.empty() ? "" : "|") +
                   std::string(fault.severity == Severity::error ? "error " : "warning ") + fault.code;
  return told;
}

std::string line_with(const std::string& dump, const std::string& part) {
  const std::size_t at = dump.find(part);
  if (at == std::string::npos) return "";
  const std::size_t begin = dump.rfind('\n', at) + 1;
  return dump.substr(begin, dump.find('\n', at) - begin);
}

}  // namespace readout::test
