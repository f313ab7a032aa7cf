#include "bench/talks.hpp"

#include <array>
#include <string_view>

#include "support/words.hpp"

namespace readout::bench {
namespace {

using test::Dice;

// A text of a thousand words has about 400 different ones; these give as many with their endings.
constexpr std::array<std::string_view, 24> small{"the", "of",   "and",  "to",   "in",   "a",       "for",  "with",
                                                 "on",  "by",   "that", "as",   "its",  "their",   "from", "an",
                                                 "all", "such", "this", "more", "both", "between", "over", "under"};
constexpr std::array<std::string_view, 80> nouns{
    "minister",    "delegation",   "cooperation", "agreement",     "security",     "region",       "training",
    "exercise",    "exchange",     "industry",    "office",        "committee",    "framework",    "programme",
    "border",      "intelligence", "partnership", "capability",    "officer",      "technology",   "stability",
    "peace",       "government",   "visit",       "meeting",       "proposal",     "support",      "procurement",
    "maintenance", "equipment",    "expert",      "working group", "fleet",        "airspace",     "academy",
    "doctrine",    "logistics",    "budget",      "timetable",     "memorandum",   "consultation", "threat",
    "challenge",   "experience",   "practice",    "institution",   "relation",     "history",      "ambassador",
    "parliament",  "treaty",       "observer",    "mission",       "facility",     "workshop",     "shipyard",
    "standard",    "inspection",   "readiness",   "command",       "headquarters", "network",      "surveillance",
    "coast guard", "water",        "energy",      "trade",         "investment",   "customs",      "corridor",
    "port",        "railway",      "university",  "scholarship",   "translation",  "record",       "decision",
    "principle",   "commitment",   "vision"};
constexpr std::array<std::string_view, 48> verbs{
    "discussed",   "reviewed",   "welcomed",  "affirmed",  "stressed",   "recalled",     "explored",  "proposed",
    "agreed on",   "considered", "examined",  "described", "supported",  "underlined",   "noted",     "presented",
    "outlined",    "confirmed",  "deepened",  "expanded",  "modernized", "strengthened", "built",     "advanced",
    "coordinated", "shared",     "raised",    "clarified", "requested",  "offered",      "postponed", "accepted",
    "compared",    "prepared",   "scheduled", "financed",  "translated", "inspected",    "opened",    "resumed",
    "completed",   "revised",    "published", "signed",    "extended",   "renewed",      "protected", "measured"};
constexpr std::array<std::string_view, 48> adjectives{
    "joint",      "regional",   "bilateral", "defensive", "technical", "strategic",  "operational", "national",
    "common",     "mutual",     "regular",   "practical", "advanced",  "efficient",  "resilient",   "final",
    "maritime",   "official",   "constant",  "wider",     "closer",    "earlier",    "independent", "professional",
    "industrial", "historic",   "financial", "digital",   "reliable",  "annual",     "special",     "significant",
    "affordable", "sufficient", "difficult", "firm",      "specific",  "scientific", "preliminary", "comprehensive",
    "new",        "long",       "short",     "open",      "public",    "civilian",   "permanent",   "temporary"};
constexpr std::array<std::string_view, 24> first_names{
    "Salem",  "Hamad", "Khalid", "Nasser", "Yousef", "Faisal", "Tariq",  "Omar",  "Ziad",  "Adel",   "Layla", "Mona",
    "Rashid", "Noura", "Hala",   "Samir",  "Hassan", "Idris",  "Thabet", "Saoud", "Saeed", "Maryam", "Huda",  "Karim"};
constexpr std::array<std::string_view, 24> last_names{
    "Al Abbasi", "Al-Thani", "Mansour",   "Haddad", "Al Ayoubi",  "Jabr",   "Sultan", "Al Masri",
    "Latif",     "Mahdi",    "Nouri",     "Saad",   "Badr",       "Hadi",   "Amin",   "Sabah",
    "Darwish",   "Fahad",    "Al-Kuwari", "Qasim",  "Al-Attiyah", "Rahman", "Yasin",  "Zaki"};
constexpr std::array<std::string_view, 12> first_names_ar{"سالم", "حمد",  "خالد", "ناصر", "يوسف", "فيصل",
                                                          "طارق", "ليلى", "سعود", "ثابت", "هالة", "حسن"};
constexpr std::array<std::string_view, 12> last_names_ar{"العباسي", "آل ثاني", "منصور", "حداد",  "الأيوبي", "جبر",
                                                         "المصري",  "لطيف",    "مهدي",  "درويش", "الكواري", "العطية"};

std::string capital(std::string text) {
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// "the joint committee for regional training"
std::string thing(Dice& dice) {
  std::string out = dice.chance(60) ? "the " : std::string(dice.pick(small)) + " ";
  if (dice.chance(55)) out += std::string(dice.pick(adjectives)) + " ";
  out += dice.pick(nouns);
  if (dice.chance(30)) out += "s";
  if (dice.chance(35))
    out += " " + std::string(dice.pick(small)) + " " + std::string(dice.pick(adjectives)) + " " +
           std::string(dice.pick(nouns));
  return out;
}

std::string sentence(Dice& dice) {
  std::string out = capital(thing(dice)) + " " + std::string(dice.pick(verbs)) + " " + thing(dice);
  if (dice.chance(60)) out += ", and " + std::string(dice.pick(verbs)) + " " + thing(dice);
  if (dice.chance(25)) out += " before " + std::to_string(dice.between(2026, 2031));
  if (dice.chance(12)) out += " (no. " + std::to_string(dice.between(2, 400)) + ")";
  return out + ".";
}

std::string prose(Dice& dice, std::size_t sentences) {
  std::string out = sentence(dice);
  for (std::size_t i = 1; i < sentences; ++i) out += " " + sentence(dice);
  return out;
}

std::vector<Person> people(Dice& dice, std::size_t count) {
  std::vector<Person> out(count);
  for (Person& person : out) {
    person.name = std::string(dice.pick(first_names)) + " " + std::string(dice.pick(first_names)) + " " +
                  std::string(dice.pick(last_names));
    person.name_ar = std::string(dice.pick(first_names_ar)) + " " + std::string(dice.pick(last_names_ar));
    person.office = capital(std::string(dice.pick(adjectives))) + " " + std::string(dice.pick(nouns)) + " " +
                    std::string(dice.pick(nouns));
  }
  return out;
}

std::string due(Dice& dice) {
  const std::size_t month = dice.between(1, 12), day = dice.between(1, 28);
  return "2027-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + "-" + (day < 10 ? "0" : "") +
         std::to_string(day);
}

// ---- TOML

void key(std::string& out, std::string_view name, const std::string& value) {
  out += std::string(name) + " = \"" + value + "\"\n";
}

void people_as_toml(std::string& out, std::string_view side, const std::vector<Person>& people) {
  for (const Person& person : people) {
    out += "\n[[participant]]\n";
    key(out, "side", std::string(side));
    out += "name = { en = \"" + person.name + "\", ar = \"" + person.name_ar + "\" }\n";
    key(out, "office", person.office);
  }
}

}  // namespace

Talks invent(std::uint64_t seed, std::size_t pages) {
  constexpr std::array<std::string_view, 4> statuses{"agreed", "proposed", "in-progress", "done"};
  Dice dice(seed * 2654435761U + 1);
  Talks talks;
  talks.reference = "QA-IQ/DEF/" + std::to_string(1000 + seed);
  talks.title = "Qatar–Iraq talks on " + std::string(dice.pick(adjectives)) + " " + std::string(dice.pick(nouns));
  talks.summary = prose(dice, 2);
  talks.hosts = people(dice, dice.between(2, 4));
  talks.guests = people(dice, dice.between(2, 4));
  const std::size_t points = pages * 10 - 11;
  for (std::size_t i = 0; i < points; ++i)
    talks.points.push_back({capital(std::string(dice.pick(adjectives))) + " " + std::string(dice.pick(nouns)),
                            prose(dice, dice.between(1, 3))});
  talks.outcome = prose(dice, 2);
  for (std::size_t i = 0, count = pages * 3 - 1; i < count; ++i)
    talks.steps.push_back({sentence(dice), due(dice), std::string(dice.pick(statuses)), dice.between(1, points)});
  return talks;
}

std::string as_toml(const Talks& talks) {
  std::string out = "readout = 1\n\n[document]\nlang = [\"en\", \"ar\"]\n";
  key(out, "title", talks.title);
  key(out, "ref", talks.reference);
  key(out, "summary", talks.summary);
  out += "\n[meeting]\nplace = \"Doha\"\ndate = 2026-11-24\n";
  out += "\n[[side]]\nid = \"qatar\"\nname = { en = \"Qatar\", ar = \"قطر\" }\nrole = \"host\"\n";
  out += "\n[[side]]\nid = \"iraq\"\nname = { en = \"Iraq\", ar = \"العراق\" }\nrole = \"guest\"\n";
  people_as_toml(out, "qatar", talks.hosts);
  people_as_toml(out, "iraq", talks.guests);
  for (std::size_t i = 0; i < talks.points.size(); ++i) {
    out += "\n[[discussion]]\n";
    key(out, "id", "point-" + std::to_string(i + 1));
    key(out, "heading", talks.points[i].heading);
    if (i % 3 != 0) key(out, "by", i % 3 == 1 ? "qatar" : "joint");
    key(out, "text", talks.points[i].text);
  }
  out += "\n[outcome]\n";
  key(out, "text", talks.outcome);
  for (const Step& step : talks.steps) {
    out += "\n[[step]]\n";
    key(out, "text", step.text);
    out += "owner = \"joint\"\ndue = " + step.due + "\n";
    key(out, "status", step.status);
    key(out, "from", "point-" + std::to_string(step.point));
  }
  return out;
}

std::string as_lines(const Talks& talks) {
  std::string out = "TITLE\t" + talks.title + "\nREF\t" + talks.reference + "\nH\tSummary\nP\t" + talks.summary +
                    "\nH\tParticipants\n";
  const auto rows = [&](std::string_view side, const std::vector<Person>& people) {
    for (const Person& person : people)
      out += "ROW3\t" + std::string(side) + "\t" + person.name + "\t" + person.office + "\nROW3\t\t" + person.name_ar +
             "\t \n";
  };
  rows("Qatar", talks.hosts);
  rows("Iraq", talks.guests);
  out += "H\tDiscussion\n";
  for (std::size_t i = 0; i < talks.points.size(); ++i)
    out += "POINT\t" + std::to_string(i + 1) + ".\t" + talks.points[i].heading + ". " + talks.points[i].text + "\n";
  out += "H\tOutcome\nP\t" + talks.outcome + "\n";
  for (const Step& step : talks.steps)
    out += "ROW5\t" + step.text + "\tboth\t" + step.due + "\t" + step.status + "\t" + std::to_string(step.point) + "\n";
  return out;
}

}  // namespace readout::bench
