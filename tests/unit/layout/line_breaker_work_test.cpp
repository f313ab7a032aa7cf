// Line breaking is linear: what is done for a word (nodes looked at, lines weighed) is the same in a text of 2,000
// words as in one of 200,000. It is counted, not timed, so that the test says the same on a busy machine.
#include <doctest/doctest.h>
#include <cstdint>
#include "layout/line_breaker.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::literals;

namespace {

enum class Setting : std::uint8_t { justified, loose, ragged, narrow };

/// Words of one to three syllables of 5 to 20 pt, which hyphens may part.
class Writer {
 public:
  explicit Writer(Setting setting) : rigid_(setting == Setting::ragged) {}

  Nodes write(std::size_t words) {
    Nodes nodes;
    for (std::size_t i = 0; i < words; ++i) {
      if (i > 0)
        nodes.push_back(Glue{3_pt, rigid_ ? Pt{} : Pt::from_points(1.5), rigid_ ? Pt{} : 1_pt, false, true, 0});
      add_word(nodes);
    }
    nodes.push_back(Glue{{}, {}, {}, true, false, 0});
    nodes.push_back(Penalty{forced, false});
    return nodes;
  }

 private:
  void add_word(Nodes& nodes) {
    for (std::uint32_t syllables = 1 + roll(3); syllables > 0; --syllables) {
      nodes.push_back(Box{Pt::from_points(5.0 * (1 + roll(4)))});
      if (syllables > 1) nodes.push_back(Discretionary{3_pt, {}, {}, 50, true, true});
    }
  }
  std::uint32_t roll(std::uint32_t sides) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(state_ >> 33U) % sides;
  }

  bool rigid_;
  std::uint64_t state_ = 1;
};

double work_per_word(Setting setting, std::size_t words) {
  LineBreakParams params;
  // As in templates/house.toml; in a loose setting the second pass has to follow the first, in a narrow one the third.
  params.pretolerance = setting == Setting::loose ? 1 : -1;
  params.tolerance = setting == Setting::narrow ? 1 : setting == Setting::justified ? 400 : 4000;
  params.emergency_stretch = 30_pt;
  params.line_end_stretch = setting == Setting::ragged ? 20_pt : Pt{};
  const Nodes nodes = Writer(setting).write(words);
  const BrokenLines broken = break_lines(nodes, setting == Setting::narrow ? 60_pt : 315_pt, params);
  CHECK(broken.pass == (setting == Setting::narrow ? 3 : 2));
  CHECK(broken.lines.size() > words / 20);
  return static_cast<double>(broken.work) / static_cast<double>(words);
}

}  // namespace

TEST_CASE(
    "breaking costs as much a word in a text of 200,000 words as in one of 2,000, and half more than in one of 200 at "
    "most") {
  for (const Setting setting : {Setting::justified, Setting::loose, Setting::ragged, Setting::narrow}) {
    CAPTURE(static_cast<int>(setting));
    const double few = work_per_word(setting, 200), more = work_per_word(setting, 2000),
                 most = work_per_word(setting, 200000);
    CAPTURE(few);
    CAPTURE(more);
    CAPTURE(most);
    CHECK(most <= 1.1 * more);
    CHECK(most <= 1.5 * few);  // the first ten lines of a wide column are cheaper: their ends still lie close together
  }
}
