#include "layout/line_widths.hpp"

#include "layout/clusters.hpp"

namespace readout::layout {
namespace {

constexpr std::size_t most_known = 8;          ///< lines
const Pt near_enough = Pt::from_points(0.25);  ///< to the least width, before it is taken exactly
constexpr double filled_by_words = 0.9;        ///< of a line by short words

/// What no line ends in, the blank before it, and what it has more where a line ends behind it: a hyphen.
struct Chunk {
  Pt blank, width, hyphen;
};

template <class Each>
void for_chunks(const Nodes& nodes, bool tight, const Each& each) {
  Chunk chunk;
  const auto end_chunk = [&](Pt hyphen, Pt blank, Pt after) {
    chunk.hyphen = hyphen;
    each(chunk);
    chunk = {blank, after, {}};
  };
  for (const Node& node : nodes) {
    if (const auto* box = std::get_if<Box>(&node)) chunk.width += box->width;
    else if (const auto* glue = std::get_if<Glue>(&node)) {
      if (glue->may_break && (tight || glue->cost < year_cost)) end_chunk({}, glue->width, {});
      else chunk.width += glue->width;
    } else if (const auto* disc = std::get_if<Discretionary>(&node)) {
      end_chunk(disc->before, disc->whole - disc->after, disc->after);
    } else if (tight || std::get<Penalty>(node).cost <= least_tie_cost) {
      end_chunk({}, {}, {});
    }
  }
}

/// Lines as full as they can be.
struct FilledLines {
  std::size_t lines = 1;
  Pt widest;
};
FilledLines fill_lines(const std::vector<Chunk>& chunks, Pt width) {
  FilledLines filled;
  Pt line, ended;  // so far; with the hyphen that it would end in
  for (const Chunk& chunk : chunks) {
    const Pt longer = line + chunk.blank + chunk.width;
    const bool fits = longer + chunk.hyphen <= width || line == Pt{};
    if (!fits) {
      filled.widest = max(filled.widest, ended);
      ++filled.lines;
    }
    line = fits ? longer : chunk.width;
    ended = line + chunk.hyphen;
  }
  filled.widest = max(filled.widest, ended);
  return filled;
}

}  // namespace

Widths widths_of(const Nodes& nodes, bool tight) {
  Widths widths;
  for_chunks(nodes, tight, [&](const Chunk& chunk) {
    widths.least = max(widths.least, chunk.width + chunk.hyphen);
    widths.natural += chunk.blank + chunk.width;
  });
  return widths;
}

LineWidths line_widths_of(const Nodes& nodes, bool tight) {
  std::vector<Chunk> chunks;
  for_chunks(nodes, tight, [&](const Chunk& chunk) { chunks.push_back(chunk); });
  const Widths widths = widths_of(nodes, tight);
  LineWidths all{widths.natural};
  while (all.size() < most_known && all.back() > widths.least) {
    const std::size_t lines = all.size() + 1;
    Pt low = widths.least, high = all.back();
    if (fill_lines(chunks, low).lines <= lines) high = low;
    while (high - low > near_enough) {
      const Pt middle = low + (high - low) / 2;
      (fill_lines(chunks, middle).lines <= lines ? high : low) = middle;
    }
    all.push_back(max(fill_lines(chunks, high).widest, widths.least));
  }
  return all;
}

LineWidths line_widths_about(const Widths& widths) {
  LineWidths all{widths.natural};
  while (all.size() < most_known && all.back() > widths.least) {
    const double full_lines = static_cast<double>(all.size()) + 0.5;  // the last is half full
    all.push_back(max(Pt::from_points(widths.natural.points() / (filled_by_words * full_lines)), widths.least));
  }
  return all;
}

}  // namespace readout::layout
