// Days and hours in words, by the language's patterns. Nothing is converted between zones, nothing is made up.
#pragma once
#include <optional>
#include <string>
#include "model/brief.hpp"
#include "model/template.hpp"

namespace readout::compose {

[[nodiscard]] std::string day_in_words(model::Date date, const model::Words& words);
/// "17–19 March 2026"; one day when both are the same.
[[nodiscard]] std::string days_in_words(model::Date from, model::Date to, const model::Words& words);
[[nodiscard]] std::string time_in_words(model::Time time, const model::Words& words);
/// "17 March 2026, 09:30 (UTC+03:00)"
[[nodiscard]] std::string moment_in_words(const model::DateTime& moment, const model::Words& words);
/// "+03:00" as the pattern of the language has it.
[[nodiscard]] std::string offset_in_words(int minutes, const model::Words& words);
/// "27 Ramadan 1447 AH"
[[nodiscard]] std::string hijri_in_words(model::Date hijri, const model::Words& words);

/// The days of a meeting as it gives them: date and until, or the days of its start and end.
[[nodiscard]] std::optional<std::string> meeting_days(const model::Meeting& meeting, const model::Words& words);
/// "09:30–17:45 (GST)"
[[nodiscard]] std::optional<std::string> meeting_hours(const model::Meeting& meeting, const model::Words& words,
                                                       const std::optional<std::string>& zone);
/// "31 March 2026, 14:00 – 1 April 2026, 12:30 (UTC+02:00)": of talks that begin on their first day and end on their
/// last one, where the hours beside a range of days would be read as those of every day; nullopt for all others.
[[nodiscard]] std::optional<std::string> meeting_moments(const model::Meeting& meeting, const model::Words& words,
                                                         const std::optional<std::string>& zone);
/// The same days by the Umm al-Qura calendar or as the brief writes them; nullopt when it asks for none.
/// Errors: compose.hijri-range when the calendar's table does not reach the day.
[[nodiscard]] std::optional<std::string> meeting_hijri(const model::Meeting& meeting, const model::Words& words,
                                                       Diagnostics& diags);
/// Tells of a Hijri date that is written out and lies far from the calendar's: a slip of the month or the year.
void check_hijri(const model::Meeting& meeting, Diagnostics& diags);
/// The days of a meeting, as they were put into words, with the Hijri ones beside them or alone: "17 March 2026
/// (28 Ramadan 1447 AH)".
[[nodiscard]] std::optional<std::string> with_hijri(const model::Meeting& meeting, std::optional<std::string> days,
                                                    const model::Words& words, Diagnostics& diags);

}  // namespace readout::compose
