// The law of the vocabulary: a key takes effect or is refused.
//
// The specimen uses every key. Each is taken out of it (or, where what it says is what holds anyway, changed), and
// then what the program makes must be another: the story, what the document says about itself, what goes into the
// PDF beside the pages, or the faults that are told. The digest of the source, which would always change, is held.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "press/starter.hpp"
#include "support/whole.hpp"
#include "unit/press/support_toml.hpp"

using namespace readout;

namespace {

// One way to build a brief; a key need not matter in all of them.
struct Way {
  const char* lang;  ///< null: not asked for, so that the brief says what edition it is
  const char* design;
};
constexpr Way ways[] = {{"en-GB", "brief"}, {"ar", "brief"},      {"en-GB", "minutes"}, {"en-GB", nullptr},
                        {nullptr, "brief"}, {"en-GB", "readout"}, {"ar", "readout"}};

std::string told(const Diagnostics& diags) {
  std::string out;
  for (const Diagnostic& d : diags.sorted()) out += fmt::format("{} {}\n", d.code, d.message);
  return out;
}

std::string text_of(const layout::Info& info) {
  std::string out = fmt::format("{} {} {} {}\n", info.lang, info.subject, info.rights, info.program);
  for (const auto& [lang, text] : info.descriptions) out += fmt::format("{} {}\n", lang, text);
  for (const auto& [lang, title] : info.titles) out += lang + " " + title + "\n";
  for (const auto& [name, value] : info.properties) out += name + " " + value + "\n";
  for (const auto* list : {&info.languages, &info.creators, &info.keywords, &info.identifiers})
    out += fmt::format("{}\n", fmt::join(*list, ", "));
  if (info.issued)
    out += fmt::format("{}-{}-{} {} {}:{}:{} {}\n", info.issued->year, info.issued->month, info.issued->day,
                       info.issued->has_time, info.issued->hour, info.issued->minute, info.issued->second,
                       info.issued->offset_minutes);
  return out;
}

// All that a brief comes to, short of setting it.
std::string made_of(test::Whole& whole, const std::string& toml, const Way& way) {
  press::Job job = test::Whole::job("input/without-a-key.toml");
  whole.files.files[job.brief] = toml;
  if (way.lang != nullptr) job.lang = way.lang;
  if (way.design != nullptr) job.design = way.design;
  Diagnostics diags;
  auto edition = press::read_edition(job, whole.workshop(), diags);
  if (!edition) return told(diags);
  edition->settings.source_digest = std::string(64, '0');
  const auto story = press::tell(*edition, job, diags);
  if (!story) return told(diags);
  std::string out = told(diags) + layout::dump(*story) + text_of(story->info);
  for (const auto& [name, picture] : edition->pictures) out += fmt::format("{} {}\n", name, picture.width);
  for (const auto& attachment : edition->pdf.attachments)
    out += fmt::format("{} {} {}\n", attachment.name, attachment.description, attachment.relation);
  return out;
}

// What to say instead, where the specimen says what holds without the key.
const std::map<std::string, std::string>& instead() {
  static const std::map<std::string, std::string> values{
      {"document.kind", "\"minutes\""},    {"marking.scheme", "\"national\""},
      {"archive.embed_source", "false"},   {"archive.profile", "\"a-2a+ua-1\""},
      {"print.paper", "\"letter\""},       {"print.edition", "\"bilingual\""},
      {"print", "{ paper = \"letter\" }"}, {"participant.present", "\"apologies\""},
      {"meeting.held", "\"video\""},       {"document.authentic", "\"fr\""}};
  return values;
}

class Keys {
 public:
  explicit Keys(const std::string& toml) : toml_(toml) {
    for (const Way& way : ways) before_.push_back(made_of(whole_, rewritten(), way));
  }

  // Does taking the key out, or saying something else in its place, change what is made?
  bool matters(const test::KeyPlace& place) {
    model::TomlValue without = test::parse_toml(toml_);
    test::remove_key(without, place);
    if (differs(test::write_toml(without))) return true;
    const auto other = instead().find(place.pattern);
    if (other == instead().end()) return false;
    model::TomlValue changed = test::parse_toml(toml_);
    *test::entry_at(changed, place).value = std::move(*test::parse_toml("v = " + other->second).table.front().value);
    return differs(test::write_toml(changed));
  }

 private:
  std::string rewritten() const { return test::write_toml(test::parse_toml(toml_)); }
  bool differs(const std::string& toml) {
    for (std::size_t i = 0; i < std::size(ways); ++i)
      if (made_of(whole_, toml, ways[i]) != before_[i]) return true;
    return false;
  }

  std::string toml_;
  test::Whole whole_;
  std::vector<std::string> before_;
};

std::set<std::string> patterns_of(const std::string& toml) {
  std::set<std::string> out;
  for (const auto& place : test::keys_of(test::parse_toml(toml))) out.insert(place.pattern);
  return out;
}

// The full starter with the lines that want a file.
std::string with_files(std::string text) {
  const std::string mark = "#= ";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, mark.size());
  return text;
}

}  // namespace

TEST_CASE("every key of the specimen takes effect or is refused") {
  const std::string toml = test::slurp(test::root() + "/input/specimen.toml");
  Keys keys(toml);
  std::map<std::string, bool> matters;
  std::vector<std::string> order;
  for (const auto& place : test::keys_of(test::parse_toml(toml))) {
    const auto [known, fresh] = matters.emplace(place.pattern, false);
    if (fresh) order.push_back(place.pattern);
    if (!known->second) known->second = keys.matters(place);
  }
  for (const std::string& pattern : order) CHECK_MESSAGE(matters[pattern], pattern, " is accepted and does nothing");
  CHECK(order.size() > 150);
}

TEST_CASE("a key that does nothing would be seen") {
  // An x_ key is never printed; without the source inside not even a warning tells of it.
  const std::string toml =
      "readout = 1\nx_note = \"n\"\n[document]\ntitle = \"T\"\nlang = [\"en-GB\", \"ar\"]\nsummary = \"S\"\n"
      "[archive]\nembed_source = false\n";
  Keys keys(toml);
  for (const auto& place : test::keys_of(test::parse_toml(toml))) {
    CAPTURE(place.pattern);
    CHECK(keys.matters(place) == (place.pattern != "x_note"));
  }
}

TEST_CASE("the full starter shows every key of the specimen, and the specimen every key of the full starter") {
  std::set<std::string> specimen = patterns_of(test::slurp(test::root() + "/input/specimen.toml"));
  std::set<std::string> starter = patterns_of(with_files(std::string(press::full_starter())));
  // People may stand in two places, points on three levels, texts in one language or two,
  // and every picture has the same keys: the two files differ
  // there.
  const auto plain = [](const std::set<std::string>& patterns) {
    std::set<std::string> out;
    for (std::string pattern : patterns) {
      for (const char* tag : {".en", ".ar"})
        if (pattern.ends_with(tag)) pattern.resize(pattern.size() - 3);
      if (pattern.starts_with("side.people.")) pattern = "participant." + pattern.substr(12);
      while (pattern.starts_with("discussion.points.points")) pattern.erase(17, 7);
      for (const char* key : {".file", ".alt", ".caption", ".decorative"})
        if (pattern.ends_with(key) && pattern != "annex.file" && !pattern.ends_with("table.caption"))
          pattern = std::string("a picture's ") + (key + 1);
      if (!pattern.starts_with("x_")) out.insert(pattern);
    }
    return out;
  };
  const std::set<std::string> a = plain(specimen), b = plain(starter);
  for (const std::string& key : a) CHECK_MESSAGE(b.contains(key), key, " is not in the full starter");
  for (const std::string& key : b) CHECK_MESSAGE(a.contains(key), key, " is not in the specimen");
}

TEST_CASE("starters read back without a fault") {
  test::Whole whole;
  const press::Job job = test::Whole::job("input/starter.toml");
  for (const std::string& text : {std::string(press::starter()), std::string(press::full_starter())}) {
    whole.files.files[job.brief] = text;
    Diagnostics diags;
    CHECK_MESSAGE(press::build(job, whole.workshop(), diags), render_text(diags));
    for (const Diagnostic& told : diags.all())  // that its comments and x_ keys lie inside the PDF is told of any brief
      CHECK_MESSAGE(told.code == "archive.unprinted", render_text(diags));
  }
  Diagnostics diags;
  const FileId file = diags.sources.add("full.toml", with_files(std::string(press::full_starter())));
  CHECK_MESSAGE(model::read_brief(file, "", diags).has_value(), render_text(diags));
}
