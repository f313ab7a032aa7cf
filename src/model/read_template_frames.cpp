// [frame.*] and [[section]]: what runs over the pages, and what stands on them in which order.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "model/read_template.hpp"

namespace readout::model {
namespace {

/// Placeholders of running matter and lines: facts of the document, and words that have no placeholder but pages.
std::vector<std::string> placeholders(bool with_pages) {
  std::vector<std::string> names;
  for (const std::string& name : known_placeholders())
    if (with_pages || (name != "page" && name != "pages")) names.push_back(name);
  for (const KnownWord& word : known_words()) {
    if (word.optional) continue;
    const bool pages = word.name == "page.of";
    if ((word.placeholders.empty() && word.may.empty()) || (pages && with_pages)) names.push_back("words." + word.name);
  }
  return names;
}

std::vector<Pattern> read_parts(TableReader& table, std::string_view key, const std::vector<std::string>& allowed) {
  std::vector<Pattern> parts;
  for (const TomlValue* value : table.list(key))
    if (auto pattern = read_pattern(*value, allowed, table, key)) parts.push_back(std::move(*pattern));
  return parts;
}

/// Text that may be blank, such as a joiner.
std::string read_joiner(TableReader& table, std::string_view key, std::string otherwise) {
  const TomlValue* value = table.find(key);
  if (!value) return otherwise;
  if (value->kind == TomlValue::Kind::string) return value->string.text;
  table.wrong_type(*value, key, "a text");
  return otherwise;
}

void read_frame(TemplateReading& reading, const std::string& name, const TomlValue& value) {
  TableReader table = reading.reader(value, fmt::format("frame.{}", name));
  FrameSpec frame;
  frame.name = name;
  frame.span = value.span;
  if (table.require("place", "place = \"head\" or \"foot\""))
    frame.foot = table.choice("place", {"head", "foot"}) == "foot";
  frame.baseline = require_length(table, "baseline");
  const auto pages = table.choice("pages", {"all", "first", "rest", "none"}).value_or("all");
  frame.pages = pages == "first"  ? FrameSpec::Pages::first
                : pages == "rest" ? FrameSpec::Pages::rest
                : pages == "none" ? FrameSpec::Pages::none
                                  : FrameSpec::Pages::all;
  const std::vector<std::string> allowed = placeholders(true);
  frame.start = read_parts(table, "start", allowed);
  frame.centre = read_parts(table, "centre", allowed);
  frame.end = read_parts(table, "end", allowed);
  frame.between = read_joiner(table, "between", ", ");
  if (table.require("style", "the name of a style, e.g. \"running\""))
    frame.style = read_style_name(reading, table, "style").value_or(At<std::string>{});
  frame.rule = table.boolean("rule").value_or(false);
  frame.rule_offset = read_length(table, "rule_offset").value_or(Pt{});
  if (frame.start.empty() && frame.centre.empty() && frame.end.empty() && !table.find("start") &&
      !table.find("centre") && !table.find("end"))
    table.fault("no-effect", value.span, fmt::format("frame “{}” prints nothing", name))
        .hint("give it start, centre or end, or leave it out");
  table.finish();
  reading.out.frames.push_back(std::move(frame));
}

/// { en = "…", ar = "…" }: languages that have words.
std::map<std::string, At<std::string>> read_languages(TemplateReading& reading, const TomlValue& value,
                                                      const std::string& path) {
  std::map<std::string, At<std::string>> out;
  TableReader table = reading.reader(value, path);
  for (const TomlEntry& entry : value.table) {
    if (!has_words(reading.out, entry.key)) {
      table.find(entry.key);
      table.fault("language", entry.key_span, fmt::format("the template has no words for “{}”", entry.key))
          .hint(fmt::format("give it a table, [words.{}]", entry.key));
      continue;
    }
    if (auto text = table.string(entry.key)) out[entry.key] = {std::move(*text), entry.value->span};
  }
  table.finish();
  return out;
}

void read_heading(TemplateReading& reading, TableReader& table, SectionSpec& section) {
  const KnownSection& kind = known(section.from);
  section.has_heading = kind.heading;
  section.numbered = kind.numbered;
  if (!kind.may_have_heading) return;
  const TomlValue* heading = table.find("heading");
  if (heading && heading->kind == TomlValue::Kind::boolean) {
    section.has_heading = heading->boolean;
  } else if (heading && heading->kind == TomlValue::Kind::table) {
    section.has_heading = true;
    section.heading = read_languages(reading, *heading, "section.heading");
  } else if (heading) {
    table.wrong_type(*heading, "heading", "true, false or a table of languages");
  }
  section.numbered = table.boolean("numbered").value_or(section.numbered) && section.has_heading;
}

void read_show(TableReader& table, SectionSpec& section) {
  const KnownSection& kind = known(section.from);
  if (kind.show.empty()) return;
  for (const TomlValue* value : table.list("show")) {
    auto name = table.string_of(*value, "show");
    if (!name) continue;
    const bool twice =
        std::any_of(section.show.begin(), section.show.end(), [&](const auto& s) { return s.value == *name; });
    if (twice) table.fault("twice", value->span, fmt::format("“{}” is shown twice", *name)).hint("once is enough");
    if (std::find(kind.show.begin(), kind.show.end(), *name) != kind.show.end()) {
      section.show.push_back({std::move(*name), value->span});
      continue;
    }
    Diagnostic& told =
        table.fault("choice", value->span, fmt::format("“{}” is nothing that {} can show", *name, kind.name));
    if (const std::string near = nearest(*name, kind.show); !near.empty()) told.hint(fmt::format("“{}” is near", near));
    told.hint(fmt::format("it can show {}", fmt::join(kind.show, ", ")));
  }
  if (section.show.empty())
    for (const std::string& name : kind.show) section.show.push_back({name, table.span()});
}

void read_when_empty(TemplateReading& reading, TableReader& table, SectionSpec& section) {
  const TomlValue* value = table.find("when_empty");
  if (!value) return;
  if (value->kind == TomlValue::Kind::table) {
    section.say_when_empty = true;
    section.empty_words = read_languages(reading, *value, "section.when_empty");
  } else {
    section.say_when_empty = table.choice("when_empty", {"omit", "say"}) == "say";
  }
}

std::optional<From> read_from(TableReader& table) {
  if (!table.require("from", "what it is made from, e.g. from = \"steps\"")) return std::nullopt;
  const auto name = table.string("from");
  if (!name) return std::nullopt;
  std::vector<std::string> names;
  for (const KnownSection& kind : known_sections()) {
    if (kind.name == *name) return kind.from;
    names.emplace_back(kind.name);
  }
  Diagnostic& told =
      table.fault("unknown-section", table.span_of("from"), fmt::format("no section is made from “{}”", *name));
  if (const std::string near = nearest(*name, names); !near.empty()) told.hint(fmt::format("“{}” is near", near));
  else told.hint(fmt::format("it may be {}", fmt::join(names, ", ")));
  return std::nullopt;
}

std::optional<SectionSpec> read_section(TemplateReading& reading, TableReader& table) {
  const auto from = read_from(table);
  if (!from) return std::nullopt;
  SectionSpec section;
  section.from = *from;
  section.span = table.span();
  const KnownSection& kind = known(*from);
  read_heading(reading, table, section);
  section.full = kind.full;
  if (kind.may_have_measure)
    if (const auto measure = table.choice("measure", {"text", "full"})) section.full = *measure == "full";
  if (!kind.as.empty()) section.as = table.choice("as", kind.as).value_or(kind.as.front());
  read_show(table, section);
  if (kind.may_have_style) section.style = read_style_name(reading, table, "style");
  if (kind.heading) read_when_empty(reading, table, section);
  if (*from == From::discussion) section.lines_to_take = table.boolean("lines_to_take").value_or(false);
  if (*from == From::contents) {
    section.depth = read_count(table, "depth", 1, 2).value_or(1);
    section.least_pages = read_count(table, "least_pages", 1, 999).value_or(1);
  }
  if (*from == From::line) {
    if (table.require("text", "text = [\"{meeting.place}\", \"{meeting.date}\"]"))
      section.text = read_parts(table, "text", placeholders(false));
    section.between = read_joiner(table, "between", ", ");
  }
  table.finish();
  return section;
}

}  // namespace

void read_frames(TemplateReading& reading, const TomlValue& value) {
  TableReader table = reading.reader(value, "frame");
  for (const TomlEntry& entry : value.table)
    if (const TomlValue* frame = table.table(entry.key)) read_frame(reading, entry.key, *frame);
  table.finish();
}

void read_sections(TemplateReading& reading, const std::vector<const TomlValue*>& sections) {
  for (const TomlValue* value : sections) {
    if (value->kind != TomlValue::Kind::table) {
      reading.diags->error("template.type", value->span, "a section is a table, [[section]]");
      continue;
    }
    TableReader table = reading.reader(*value, "section");
    auto section = read_section(reading, table);
    if (!section) continue;
    const auto& all = reading.out.sections;
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const SectionSpec& s) { return s.from == section->from; });
    if (same != all.end() && section->from != From::line) {
      reading.diags
          ->error("template.section-twice", table.span_of("from"),
                  fmt::format("{} appears twice", name_of(section->from)))
          .note(same->span, "it is here already")
          .hint("every text is printed once");
      continue;
    }
    reading.out.sections.push_back(std::move(*section));
  }
}

}  // namespace readout::model
