// [[discussion]], [tour] and [outcome]: what was said, seen and concluded.
#include <algorithm>

#include "model/brief_reading.hpp"

namespace readout::model {
namespace {

std::vector<Point> read_points(BriefValues& v, TableReader& parent);

// A table of languages: no `text`, and all its keys have the form of tags. (`by` and `src` have it by chance.)
bool is_text_table(const TomlValue& value) {
  if (value.kind != TomlValue::Kind::table || value.find("text")) return false;
  return std::all_of(value.table.begin(), value.table.end(), [](const TomlEntry& entry) {
    return is_language_tag(entry.key) && entry.key != "by" && entry.key != "src";
  });
}

// A table with `text` is a point; a string or a table of languages is its text alone.
Point read_point(BriefValues& v, TableReader& parent, const TomlValue& value) {
  Point out;
  out.span = value.span;
  const bool own_table = value.kind == TomlValue::Kind::table && !value.table.empty() && !is_text_table(value);
  if (!own_table) {
    out.text = v.text_of(parent, value, "points").value_or(Text{});
    return out;
  }
  TableReader t = v.open(value, parent.name_of("points"));
  out.text = v.need_text(t, "text");
  out.by = v.who(t, "by");
  out.src = v.sources(t);
  out.note = v.text(t, "note");
  out.points = read_points(v, t);
  t.finish();
  return out;
}

std::vector<Point> read_points(BriefValues& v, TableReader& parent) {
  std::vector<Point> out;
  for (const TomlValue* value : parent.list("points")) out.push_back(read_point(v, parent, *value));
  return out;
}

void need_content(TableReader& t) {
  for (const char* key : {"text", "points", "decision", "table"})
    if (t.find(key)) return;
  t.fault("point-empty", t.span(), "this discussion point says nothing")
      .hint("give it a text, points, a decision or a table");
}

Discussion read_discussion(BriefValues& v, TableReader& t) {
  Discussion out;
  out.span = t.span();
  out.heading = v.need_line(t, "heading");
  out.id = v.id(t);
  out.by = v.who(t, "by");
  out.text = v.text(t, "text");
  out.points = read_points(v, t);
  out.decision = v.text(t, "decision");
  out.lines_to_take = v.texts(t, "lines_to_take");
  out.table = v.grid(t, "table");
  out.picture = v.picture(t, "picture");
  out.src = v.sources(t);
  need_content(t);
  return out;
}

TourStop read_stop(BriefValues& v, TableReader& t) {
  TourStop out;
  out.span = t.span();
  out.name = v.need_line(t, "name");
  out.time = v.hour_or_line(t, "time");
  out.host = v.line(t, "host");
  out.note = v.text(t, "note");
  out.points = v.texts(t, "points");
  out.photo = v.picture(t, "photo");
  return out;
}

std::optional<std::variant<At<std::string>, Hour, Line>> read_when(BriefValues& v, TableReader& t) {
  const TomlValue* value = t.find("when");
  if (!value) return std::nullopt;
  const bool word =
      value->kind == TomlValue::Kind::string && (value->string.text == "before" || value->string.text == "after");
  if (word) return At<std::string>{value->string.text, value->span};
  const auto when = v.hour_or_line(t, "when");
  if (!when) return std::nullopt;
  return std::visit([](const auto& read) { return std::variant<At<std::string>, Hour, Line>(read); }, *when);
}

}  // namespace

void read_discussions(BriefReading& b) {
  b.brief.discussions =
      read_list<Discussion>(b, b.root, "discussion", [&](TableReader& t) { return read_discussion(b.values, t); });
}

void read_tour(BriefReading& b) {
  auto opened = b.values.open(b.root, "tour");
  if (!opened) return;
  TableReader& t = *opened;
  BriefValues& v = b.values;
  Tour out;
  out.span = t.span();
  out.heading = v.line(t, "heading");
  out.summary = v.text(t, "summary");
  out.by = v.who(t, "by");
  out.when = read_when(v, t);
  out.src = v.sources(t);
  out.stops = read_list<TourStop>(b, t, "stop", [&](TableReader& s) { return read_stop(v, s); });
  if (!t.find("summary") && !t.find("stop")) {
    t.fault("tour-empty", t.span(), "this tour says nothing").hint("give it a summary or a [[tour.stop]]");
  }
  t.finish();
  b.brief.tour = std::move(out);
}

void read_outcome(BriefReading& b) {
  auto opened = b.values.open(b.root, "outcome");
  if (!opened) return;
  Outcome out;
  out.span = opened->span();
  out.text = b.values.need_text(*opened, "text");
  out.src = b.values.sources(*opened);
  opened->finish();
  b.brief.outcome = std::move(out);
}

}  // namespace readout::model
