#include "layout/hanging.hpp"

#include <algorithm>
#include <iterator>
#include "base/utf8.hpp"

namespace readout::layout {
namespace {

/// Thousandths of the mark's width, at the start and at the end of a line.
struct Hang {
  char32_t mark;
  int before, after;
};
constexpr int hyphen_share = 500;
constexpr Hang hangs[] = {
    {U'!', 0, 100},
    {U'"', 300, 300},
    {U'\'', 300, 400},
    {U'(', 100, 0},
    {U')', 0, 200},
    {U',', 0, 500},
    {U'-', 0, hyphen_share},
    {U'.', 0, 700},
    {U':', 0, 500},
    {U';', 0, 300},
    {U'?', 0, 100},
    {U'[', 100, 0},
    {U']', 0, 100},
    {U'\u00AB', 200, 200},
    {U'\u00BB', 200, 200},
    {U'\u2010', 0, hyphen_share},
    {U'\u2011', 0, hyphen_share},
    {U'\u2013', 200, 300},
    {U'\u2014', 150, 250},
    {U'\u2018', 300, 400},
    {U'\u2019', 300, 400},
    {U'\u201A', 400, 400},
    {U'\u201C', 300, 300},
    {U'\u201D', 300, 300},
    {U'\u201E', 400, 400},
    {U'\u2039', 300, 300},
    {U'\u203A', 300, 300},
};

const Hang* find(char32_t mark) {
  if ((mark | 0x20U) >= U'a' && (mark | 0x20U) <= U'z') return nullptr;  // most of what is asked
  const auto found = std::find_if(std::begin(hangs), std::end(hangs), [&](const Hang& h) { return h.mark == mark; });
  return found == std::end(hangs) ? nullptr : found;
}

/// The one mark that a cluster is, where it runs from left to right.
const Hang* hang_of(const Clusters& clusters, const Cluster& cluster) {
  if (cluster.kind != Cluster::Kind::ink || cluster.begin == cluster.end) return nullptr;
  if (clusters.shaped.runs[cluster.run].level != 0) return nullptr;
  const auto [mark, length] = utf8::decode(clusters.joined.text, cluster.begin);
  return cluster.begin + length == cluster.end ? find(mark) : nullptr;
}

}  // namespace

Pt hang_before(const Clusters& clusters, const Cluster& cluster) {
  const Hang* hang = hang_of(clusters, cluster);
  return hang == nullptr ? Pt{} : cluster.width * hang->before / 1000;
}

Pt hang_after(const Clusters& clusters, const Cluster& cluster) {
  const Hang* hang = hang_of(clusters, cluster);
  return hang == nullptr ? Pt{} : cluster.width * hang->after / 1000;
}

Pt hang_of_hyphen(const Split& split) {
  return split.before.empty() ? Pt{} : split.before.back().advance * hyphen_share / 1000;
}

}  // namespace readout::layout
