#include <doctest/doctest.h>

#include "unit/layout/support_story.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;

TEST_CASE("dumps tell one item a line") {
  Story story = page_story();
  story.blocks.push_back(group_of({text_block("First"), text_block("The two \"sides\" agreed")}, Role::sect));
  const auto document = laid_out(story);
  const auto pages = dump_pages(document, real_fonts());
  CHECK(pages.starts_with("page 1  595.28 x 841.89  label \"1\"\nrun     68.03   67.19  ragged 10.00  \"First\"  w="));
  CHECK(pages.find("\"The two \\\"sides\\\" agreed\"  w=") != std::string::npos);
  CHECK(pages.find("#000000  Linux Libertine O  /Document/Sect[1]/P[2]\n") != std::string::npos);
  CHECK(dump_tags(document) ==
        "Document  lang=en\n"
        "  Sect\n"
        "    P\n"
        "      \"First\"\n"
        "    P\n"
        "      \"The two \\\"sides\\\" agreed\"\n");
  CHECK(dump_lines(document).starts_with("line  ragged"));
}
