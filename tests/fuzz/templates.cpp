// Any bytes as a template, for a brief that has something of each kind: told as faults or used for a PDF.
#include "fuzz/shop.hpp"

namespace {

constexpr std::string_view brief = R"(readout = 1
[document]
title = "Talks on the river"
ref = "R/1"
lang = ["en-GB", "ar"]
seal = { file = "images/flag-alphaland.png", alt = "A flag" }
summary = "Both sides *agreed* on the gauges; see [here](https://example.org/)."
[meeting]
date = 2026-03-17
start = 09:00:00
place = "Alpha"
[[side]]
id = "alpha"
name = { en = "Alphaland", ar = "ألفالاند" }
people = ["A. Ahlberg", "B. Berg"]
[[side]]
id = "betania"
name = "Betania"
[[discussion]]
heading = "Forecasts"
text = "The forecasts of the winter were compared."
points = ["One.", "Two."]
[[step]]
text = "Send the readings"
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  // A brief with a fault of its own would keep every template from being tried.
  static const bool sound = [] {
    MemoryFiles files = fuzz::files_with(fuzz::brief_path, brief);
    press::Job job;
    job.brief = fuzz::brief_path;
    job.out = fuzz::pdf_path;
    fuzz::build_brief(files, job);
    return files.files.contains(fuzz::pdf_path);
  }();
  fuzz::demand(sound, "the brief is not built with the shipped template");
  MemoryFiles files = fuzz::files_with(fuzz::brief_path, brief);
  files.files["/fuzz/own.toml"] = std::string(fuzz::view(data, size));
  press::Job job;
  job.brief = fuzz::brief_path;
  job.out = fuzz::pdf_path;
  job.design = "/fuzz/own.toml";
  fuzz::build_brief(files, job);
  return 0;
}
