// The Hijri date by the Umm al-Qura calendar, as Saudi Arabia's civil calendar counts it.
//
// The calendar is no formula: its months follow a published table. Ours holds 1356 to 1500 AH (14 March 1937
// to 16 November 2077) and agrees with ICU 72's islamic-umalqura day by day (tests/unit/compose).
#pragma once
#include <optional>
#include "model/brief.hpp"

namespace readout::compose {

/// Gives: year, month and day AH; nullopt outside the table.
[[nodiscard]] std::optional<model::Date> umm_al_qura(model::Date gregorian);

}  // namespace readout::compose
