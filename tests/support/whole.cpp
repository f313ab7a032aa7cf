#include "support/whole.hpp"

#include <doctest/doctest.h>

#include <utility>

#include "press/data.hpp"

namespace readout::test {

std::string root() { return READOUT_ROOT; }

std::string slurp(const std::string& path) {
  DiskFiles disk;
  Read read = disk.read(path);
  REQUIRE_MESSAGE(read.bytes.has_value(), path, ": ", read.why);
  return std::move(*read.bytes);
}

Whole::Whole() {
  files.below = &disk_;
  Diagnostics diags;
  auto fonts = press::open_fonts(press::DataFolder{root()}, disk_, diags);
  REQUIRE_MESSAGE(fonts.has_value(), render_text(diags));
  fonts_ = std::move(*fonts);
}

press::Workshop Whole::workshop() { return {files, fonts_, root() + "/templates"}; }

press::Job Whole::job(const std::string& path) {
  press::Job job;
  job.brief = path.starts_with('/') ? path : root() + "/" + path;
  return job;
}

std::string Whole::dump(const press::Job& job, press::Stage stage) {
  Diagnostics diags;
  const auto text = press::dump(job, stage, workshop(), diags);
  if (text) return *text;
  std::string told;
  for (const Diagnostic& d : diags.sorted()) told += d.code + ": " + d.message + "\n";
  return told;
}

layout::Document Whole::document(const press::Job& job) {
  Diagnostics diags;
  const press::Workshop shop = workshop();
  const auto edition = press::read_edition(job, shop, diags);
  REQUIRE_MESSAGE(edition.has_value(), render_text(diags));
  const auto story = press::tell(*edition, job, diags);
  REQUIRE_MESSAGE(story.has_value(), render_text(diags));
  auto document = press::set(*edition, *story, shop, diags);
  REQUIRE_MESSAGE(document.has_value(), render_text(diags));
  return std::move(*document);
}

std::vector<std::string> codes(const Diagnostics& diags) {
  std::vector<std::string> out;
  for (const Diagnostic& d : diags.sorted()) out.push_back(d.code);
  return out;
}

}  // namespace readout::test
