// Rows of pairs beyond those of running text: cells of both sides, and tables.
#pragma once
#include <array>
#include <cstddef>
#include <vector>
#include "layout/galley.hpp"

namespace readout::layout {

/// Cells side by side on both sides: what begins in them stands on one baseline with its counterpart.
void step_rows(Strip& first, Strip& second);

/// White below rows: the most that a side asks for, from where it ends. Rows are looked at until there is enough.
[[nodiscard]] Pt white_below(const std::vector<Strip>& rows, const std::array<Pt, 2>& sides);

/// A table on both sides, its captions above it, as rows that pages may break between: each of its rows is as high as
/// its counterpart, so that baselines and rules of both go on in each other. The last `bodies` rows are no heads.
/// Gives:  strips with two parts each, as rows_in_step.
[[nodiscard]] std::vector<Strip> table_rows_in_step(std::vector<Strip> first, std::vector<Strip> second,
                                                    std::size_t bodies);

}  // namespace readout::layout
