// What page 1 must hold, in every edition: who classified the document, and the values of facts below each other.
#include <doctest/doctest.h>

#include <string>

#include "layout/document.hpp"
#include "support/whole.hpp"

using namespace readout;

namespace {

layout::Document specimen(const char* design, const char* edition) {
  test::Whole whole;
  press::Job job = test::Whole::job("input/specimen.toml");
  job.design = design;
  job.edition = edition;
  return whole.document(job);
}

/// The first run of page 1 that begins with `text`; nullptr: there is none.
const layout::PlacedRun* on_first_page(const layout::Document& document, const std::string& text) {
  for (const auto& item : document.pages.front().items)
    if (const auto* run = std::get_if<layout::PlacedRun>(&item); run && run->text.starts_with(text)) return run;
  return nullptr;
}

}  // namespace

TEST_CASE("who classified it, and until when, stands on page 1 between the title and the facts") {
  for (const char* design : {"brief", "minutes"})
    for (const char* edition : {"en", "bilingual"}) {
      const layout::Document document = specimen(design, edition);
      const auto* last = on_first_page(document, "DECLASSIFY ON");
      const auto* fact = on_first_page(document, "PLACE");
      REQUIRE_MESSAGE((last && fact), design, " ", edition);
      CHECK(last->origin.y < fact->origin.y);
    }
  CHECK(on_first_page(specimen("brief", "ar"), "يرفع التصنيف"));
}
