// Talks by lot, for measurements: plain, long, and each different from the next.
//
// Unlike generator.hpp, which looks for trouble, this makes what an office writes: English prose with Arabic names,
// points, two tables. The same talks come as TOML for Readout and as tab-separated lines for the rivals of `bench
// --peers`, which cannot read TOML.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace readout::bench {

struct Person {
  std::string name, name_ar, office;
};
struct Point {
  std::string heading, text;
};
struct Step {
  std::string text, due, status;
  std::size_t point = 0;  ///< that it came from
};
struct Talks {
  std::string reference, title, summary, outcome;
  std::vector<Person> hosts, guests;
  std::vector<Point> points;
  std::vector<Step> steps;
};

/// The same seed and size give the same talks for good: 9 points on the first two pages, 10 on each that follows.
[[nodiscard]] Talks invent(std::uint64_t seed, std::size_t pages);

[[nodiscard]] std::string as_toml(const Talks& talks);
/// A block a line: its kind, then its texts, with tabs between.
[[nodiscard]] std::string as_lines(const Talks& talks);

}  // namespace readout::bench
