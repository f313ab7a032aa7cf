#include "compose/dates.hpp"

#include <doctest/doctest.h>

#include <charconv>
#include <sstream>

#include "compose/umm_al_qura.hpp"
#include "support_design.hpp"

using namespace readout;
using namespace readout::compose;
using model::Date;

TEST_CASE("days and ranges by language and region") {
  struct Row {
    const char* lang;
    Date from, to;
    const char* out;
  };
  const Row rows[] = {
      {"en", {2026, 3, 17}, {2026, 3, 17}, "17 March 2026"},
      {"en-GB", {2026, 3, 17}, {2026, 3, 19}, "17–19 March 2026"},
      {"en-GB", {2026, 3, 30}, {2026, 4, 2}, "30 March – 2 April 2026"},
      {"en-GB", {2026, 12, 30}, {2027, 1, 2}, "30 December 2026 – 2 January 2027"},
      {"en-US", {2026, 3, 17}, {2026, 3, 17}, "March 17, 2026"},
      {"en-US", {2026, 3, 17}, {2026, 3, 19}, "March 17–19, 2026"},
      {"en-US", {2026, 3, 30}, {2026, 4, 2}, "March 30 – April 2, 2026"},
      {"fr", {2026, 4, 1}, {2026, 4, 1}, "1er avril 2026"},
      {"fr", {2026, 3, 30}, {2026, 4, 1}, "30 mars – 1er avril 2026"},
      {"fr", {2026, 4, 1}, {2026, 4, 3}, "1er–3 avril 2026"},
      {"fr", {2026, 4, 11}, {2026, 4, 21}, "11–21 avril 2026"},
      {"fr", {2026, 12, 31}, {2027, 1, 1}, "31 décembre 2026 – 1er janvier 2027"},
      {"it", {2026, 4, 1}, {2026, 4, 1}, "1º aprile 2026"},
      {"es", {2026, 4, 1}, {2026, 4, 1}, "1 de abril de 2026"},
      {"de", {2026, 4, 1}, {2026, 4, 3}, "1.–3. April 2026"},
      {"ar", {2026, 3, 17}, {2026, 3, 17}, "١٧ مارس ٢٠٢٦"},
      {"ar-IQ", {2026, 3, 17}, {2026, 3, 17}, "١٧ آذار ٢٠٢٦"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.out);
    CHECK(days_in_words(row.from, row.to, test::words(row.lang)) == row.out);
  }
}

TEST_CASE("months and figures of all countries of the Arab League") {
  struct Row {
    const char* regions;
    const char* january;
    const char* august;
  };
  const Row rows[] = {
      {"AE BH DJ EG KM KW OM QA SA SD SO YE", "٧ يناير ٢٠٢٦", "٧ أغسطس ٢٠٢٦"},
      {"IQ JO LB PS SY", "٧ كانون الثاني ٢٠٢٦", "٧ آب ٢٠٢٦"},
      {"DZ TN", "7 جانفي 2026", "7 أوت 2026"},
      {"MA", "7 يناير 2026", "7 غشت 2026"},
      {"MR", "٧ يناير ٢٠٢٦", "٧ أغشت ٢٠٢٦"},
      {"LY", "7 يناير 2026", "7 أغسطس 2026"},
  };
  std::size_t countries = 0;
  for (const Row& row : rows) {
    std::istringstream regions(row.regions);
    for (std::string region; regions >> region; ++countries) {
      CAPTURE(region);
      const model::Words& words = test::words("ar-" + region);
      CHECK(days_in_words({2026, 1, 7}, {2026, 1, 7}, words) == row.january);
      CHECK(days_in_words({2026, 8, 7}, {2026, 8, 7}, words) == row.august);
    }
  }
  CHECK(countries == 22);
}

TEST_CASE("hours are printed as given, with their zone") {
  model::Meeting meeting;
  const model::Words& en = test::words("en");
  CHECK_FALSE(meeting_hours(meeting, en, std::nullopt).has_value());
  meeting.start = model::Hour{{9, 30}, {}};
  CHECK(meeting_hours(meeting, en, std::nullopt) == "from 09:30");
  meeting.end = model::Hour{{17, 5}, {}};
  CHECK(meeting_hours(meeting, en, std::nullopt) == "09:30–17:05");
  CHECK(meeting_hours(meeting, en, "local time") == "09:30–17:05\u00A0(local time)");
  meeting.start = model::At<model::DateTime>{{{2026, 3, 17}, {22, 0}, 0, 180}, {}};
  meeting.end = model::At<model::DateTime>{{{2026, 3, 18}, {1, 30}, 0, 180}, {}};
  CHECK(meeting_hours(meeting, en, std::nullopt) == "22:00–01:30\u00A0(UTC+03:00)");
  CHECK(meeting_days(meeting, en) == "17–18 March 2026");
  CHECK(meeting_moments(meeting, en, "GST") == "17 March 2026, 22:00 – 18 March 2026, 01:30\u00A0(GST, UTC+03:00)");
  CHECK(meeting_hours(meeting, en, "GST (UTC+3)") == "22:00–01:30\u00A0(GST (UTC+3))");  // not said twice
  meeting.date = model::At<Date>{{2026, 3, 17}, {}};                                     // the night after that day
  CHECK_FALSE(meeting_moments(meeting, en, std::nullopt).has_value());
  meeting.until = model::At<Date>{{2026, 3, 18}, {}};
  CHECK(meeting_moments(meeting, en, std::nullopt).has_value());
  meeting.end = model::Hour{{17, 5}, {}};
  CHECK_FALSE(meeting_moments(meeting, en, std::nullopt).has_value());  // the hours of either day
  CHECK(offset_in_words(-210, en) == "UTC−03:30");
}

TEST_CASE("an hour below ten has a zero before it where the language wants one") {
  struct Row {
    const char* lang;
    model::Time time;
    const char* out;
  };
  for (const Row& row : {Row{"fr", {8, 30}, "8\u00A0h\u00A030"}, Row{"fr", {0, 5}, "0\u00A0h\u00A005"},
                         Row{"fr", {14, 0}, "14\u00A0h\u00A000"}, Row{"en", {8, 30}, "08:30"},
                         Row{"de", {8, 30}, "08:30"}, Row{"ar", {8, 30}, "٠٨:٣٠"}})
    CHECK(time_in_words(row.time, test::words(row.lang)) == row.out);
}

TEST_CASE("a range of Hijri days is written as the language writes ranges") {
  struct Row {
    const char* lang;
    Date from, to;
    const char* out;
  };
  const Row rows[] = {
      {"de", {2026, 3, 16}, {2026, 3, 17}, "27.–28. Ramadan\u00A01447\u00A0AH"},
      {"en", {2026, 3, 16}, {2026, 3, 17}, "27–28 Ramadan\u00A01447\u00A0AH"},
      {"en-US", {2026, 3, 16}, {2026, 3, 17}, "27–28 Ramadan\u00A01447\u00A0AH"},
      {"fr", {2026, 3, 16}, {2026, 3, 17}, "27–28 ramadan 1447 de l’hégire"},
      {"fr", {2026, 2, 18}, {2026, 2, 19}, "1er–2 ramadan 1447 de l’hégire"},
      {"es", {2026, 3, 16}, {2026, 3, 17}, "27–28 de ramadán de 1447 de la hégira"},
      {"it", {2026, 3, 16}, {2026, 3, 17}, "27–28 ramadan 1447 dell’egira"},
      {"ar", {2026, 3, 16}, {2026, 3, 17}, "٢٧–٢٨ رمضان\u00A0١٤٤٧\u00A0هـ"},
  };
  for (const Row& row : rows) {
    model::Meeting meeting;
    Diagnostics diags;
    meeting.date = model::Day{row.from, {}};
    meeting.until = model::Day{row.to, {}};
    meeting.hijri = {"umm-al-qura", {}};
    CHECK(meeting_hijri(meeting, test::words(row.lang), diags) == row.out);
  }
}

TEST_CASE("a Hijri date comes from the calendar or as it is written") {
  model::Meeting meeting;
  Diagnostics diags;
  const model::Words& en = test::words("en");
  CHECK_FALSE(meeting_hijri(meeting, en, diags).has_value());
  meeting.date = model::Day{{2026, 3, 17}, {}};
  meeting.hijri = {"umm-al-qura", {}};
  CHECK(meeting_hijri(meeting, en, diags) == "28 Ramadan\u00A01447\u00A0AH");
  CHECK(meeting_hijri(meeting, test::words("ar"), diags) == "٢٨ رمضان\u00A0١٤٤٧\u00A0هـ");
  meeting.hijri = {"1447-09-27", {}};
  CHECK(meeting_hijri(meeting, en, diags) == "27 Ramadan\u00A01447\u00A0AH");
  meeting.hijri = {"1447-09-27/1447-09-29", {}};
  CHECK(meeting_hijri(meeting, en, diags) == "27–29 Ramadan\u00A01447\u00A0AH");
  CHECK(diags.all().empty());
  meeting.hijri = {"umm-al-qura", {}};
  meeting.date.reset();
  meeting.start = model::At<model::DateTime>{{{2026, 3, 16}, {22, 0}, 0, 180}, {}};
  meeting.end = model::At<model::DateTime>{{{2026, 3, 17}, {1, 30}, 0, 180}, {}};
  CHECK(meeting_hijri(meeting, en, diags) == "27–28 Ramadan\u00A01447\u00A0AH");
  meeting.end = model::At<model::DateTime>{{{2026, 3, 20}, {1, 30}, 0, 180}, {}};
  CHECK(meeting_hijri(meeting, en, diags) == "27 Ramadan\u00A01447\u00A0AH – 1 Shawwal\u00A01447\u00A0AH");
  meeting.start = {};
  meeting.end = {};
  meeting.date = model::Day{{1936, 3, 17}, {}};
  CHECK_FALSE(meeting_hijri(meeting, en, diags).has_value());
  CHECK(diags.all().front().code == "compose.hijri-range");
}

namespace {

Date next(Date date) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
  const int last = lengths[date.month - 1] + (date.month == 2 && leap ? 1 : 0);
  if (++date.day <= last) return date;
  date.day = 1;
  if (++date.month <= 12) return date;
  return {date.year + 1, 1, 1};
}

int number(const std::string& text, std::size_t at) {
  int value = 0;
  std::from_chars(text.data() + at, text.data() + text.size(), value);
  return value;
}

}  // namespace

TEST_CASE("a Hijri date that is written out lies near the calendar's") {
  const auto told = [](const char* hijri) {
    Diagnostics diags;
    model::Meeting meeting;
    meeting.date = model::Day{{2026, 3, 17}, {}};
    meeting.until = model::Day{{2026, 3, 19}, {}};
    meeting.hijri = {hijri, {}};
    check_hijri(meeting, diags);
    return diags.all().size();
  };
  CHECK(told("umm-al-qura") == 0);
  for (const char* near : {"1447-09-28/1447-09-30", "1447-09-25/1447-09-27", "1447-10-01/1447-10-03", "1447-09-30"})
    CHECK_MESSAGE(told(near) == 0, near);
  for (const char* far : {"1447-09-24", "1447-10-03", "1446-09-28", "1447-09-28/1447-10-29"})
    CHECK_MESSAGE(told(far) == 1, far);
}

TEST_CASE("the Umm al-Qura calendar agrees with ICU on every day of 145 years") {
  DiskFiles disk;
  const std::string table = *disk.read(READOUT_ROOT "/tests/unit/compose/umm_al_qura.icu.txt").bytes;
  Date gregorian{1937, 3, 14};
  int days = 0;
  CHECK_FALSE(umm_al_qura({1937, 3, 13}).has_value());
  for (std::size_t at = table.find('\n') + 1; at < table.size();) {
    const std::string line = table.substr(at, table.find('\n', at) - at);
    at += line.size() + 1;
    const int year = number(line, 0);
    CHECK(gregorian == Date{number(line, 5), number(line, 10), number(line, 13)});
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= number(line, 13 + 3 * static_cast<std::size_t>(month));
           ++day, gregorian = next(gregorian), ++days)
        REQUIRE(umm_al_qura(gregorian) == Date{year, month, day});
  }
  CHECK(days == 51383);
  CHECK_FALSE(umm_al_qura(gregorian).has_value());
}
