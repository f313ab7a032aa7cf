// The facts of the meeting and the document: a list of labels and values, in columns between two rules.
#include <fmt/format.h>

#include "compose/dates.hpp"
#include "compose/script.hpp"
#include "compose/sections.hpp"

namespace readout::compose {
namespace {

using layout::Role;

Fragments code_or_nothing(const Desk& desk, const std::optional<model::At<std::string>>& value) {
  return value ? code(desk, *value) : Fragments{};
}

/// Another meeting: its day, or its reference.
Fragments meeting_named(const Desk& desk,
                        const std::optional<std::variant<model::Day, model::At<std::string>>>& value) {
  if (!value) return {};
  if (const auto* date = std::get_if<model::Day>(&*value)) return day(desk, *date);
  return code(desk, std::get<model::At<std::string>>(*value));
}

Fact date_fact(Desk& desk) {
  Fact fact;
  fact.label = desk.word("label.date");
  const auto& meeting = desk.brief.meeting;
  if (!meeting) return fact;
  const Span span = meeting->date ? meeting->date->span : meeting->span;
  const auto zone = meeting->zone ? std::optional(string_of(desk, *meeting->zone)) : std::nullopt;
  const auto moments = meeting_moments(*meeting, desk.words, zone);
  const auto hours = moments ? std::nullopt : meeting_hours(*meeting, desk.words, zone);
  std::optional<std::string> date =
      with_hijri(*meeting, moments ? moments : meeting_days(*meeting, desk.words), desk.words, desk.diags);
  if (date && hours) date = fill(desk.word("time.day"), {{"date", *date}, {"time", *hours}});
  if (!date && hours) {
    date = hours;
    fact.label = desk.word("label.time");
  }
  if (date) fact.value = plain(desk, *date, span);
  if (!meeting->date_note) return fact;
  Fragments note = styled(line(desk, *meeting->date_note), "fact_note");
  if (!date) fact.value = std::move(note);
  else fact.value = filled(desk, "date.noted", {{"date", std::move(fact.value)}, {"note", std::move(note)}});
  return fact;
}

Fragments issued(const Desk& desk) {
  const auto& value = desk.brief.document.issued;
  if (!value) return {};
  if (const auto* date = std::get_if<model::Day>(&*value)) return day(desk, *date);
  const auto& moment = std::get<model::At<model::DateTime>>(*value);
  return plain(desk, moment_in_words(moment.value, desk.words), moment.span);
}

Fragments references(const Desk& desk) {
  std::vector<Fragments> all;
  for (const auto& reference : desk.brief.document.references) all.push_back(code(desk, reference));
  const bool commas = std::any_of(all.begin(), all.end(), [](const Fragments& one) { return has_comma(bare(one)); });
  return joined_by(desk, all, desk.word(commas ? "join.semicolon" : "join.comma"));
}

Fragments from_document(Desk& desk, std::string_view name) {
  const model::DocumentInfo& d = desk.brief.document;
  if (name == "reference") return code_or_nothing(desk, d.ref);
  if (name == "file") return code_or_nothing(desk, d.file_ref);
  if (name == "in_reply_to") return code_or_nothing(desk, d.in_reply_to);
  if (name == "references") return references(desk);
  if (name == "subject") return line_or_nothing(desk, d.subject);
  if (name == "version") return d.version ? version(desk, *d.version) : Fragments{};
  if (name == "issued") return issued(desk);
  if (name == "place_of_issue") return line_or_nothing(desk, d.place_of_issue);
  if (name == "status" && d.status && d.status->value != "final")
    return plain(desk, desk.word("status." + d.status->value), d.status->span);
  return {};
}

/// "Bilateral, by telephone"
Fragments kind_of_meeting(Desk& desk, const model::Meeting& m) {
  std::vector<Fragments> parts;
  if (m.type) parts.push_back(plain(desk, desk.word("type." + m.type->value), m.type->span));
  if (m.held && m.held->value != "in-person")
    parts.push_back(plain(desk, desk.word("held." + m.held->value), m.held->span));
  Fragments all = joined_by(desk, parts, desk.word("join.comma"));
  return all.empty() ? all : begun(std::move(all));
}

Fragments from_meeting(Desk& desk, std::string_view name) {
  if (!desk.brief.meeting) return {};
  const model::Meeting& m = *desk.brief.meeting;
  if (name == "place") return line_or_nothing(desk, m.place);
  if (name == "venue") return line_or_nothing(desk, m.venue);
  if (name == "occasion") return line_or_nothing(desk, m.occasion);
  if (name == "level") return line_or_nothing(desk, m.level);
  if (name == "interpretation") return line_or_nothing(desk, m.interpretation);
  if (name == "previous") return meeting_named(desk, m.previous);
  if (name == "next") return meeting_named(desk, m.next);
  if (name == "type") return kind_of_meeting(desk, m);
  return {};
}

Fact fact_of(Desk& desk, const std::string& name) {
  if (name == "date") return date_fact(desk);
  Fact fact;
  fact.label = desk.word("label." + name);
  fact.value = from_document(desk, name);
  if (fact.value.empty()) fact.value = from_meeting(desk, name);
  return fact;
}

/// More than about two lines in its column: such a fact takes a row of its own. The room is that beside a label of the
/// template's width; what wide labels take of it is known only when the story is laid out.
bool is_long(const Desk& desk, const Fact& fact, Pt column) {
  const model::Lengths& l = desk.design.lengths;
  const Pt room = column - l.facts_label - l.facts_label_gap;
  const double average = desk.style("fact").latin.size.points() * 0.42;
  return static_cast<double>(bare(fact.value).size()) * average > 2 * room.points();
}

layout::Block list_item(Desk& desk, const Fact& fact, std::string_view style) {
  return block_of(Role::li, fact_item(desk, fact, style), fact.value.front().run.span);
}

/// Rows of cells, filled one after the other; a long fact ends the row before it, and has one of its own.
class Rows {
 public:
  Rows(Desk& desk, int columns) : desk_(&desk), columns_(columns) {
    width_ = (desk.measure() - (columns - 1) * desk.design.lengths.facts_gap) / columns;
  }
  void add(const Fact& fact) {
    if (is_long(*desk_, fact, width_) && columns_ > 1) {
      end_row();
      blocks_.push_back(list_item(*desk_, fact, "fact"));
      return;
    }
    layout::Columns::Cell cell;
    cell.blocks.push_back(list_item(*desk_, fact, "fact"));
    row_.cells.push_back(std::move(cell));
    if (static_cast<int>(row_.cells.size()) == columns_) end_row();
  }
  Blocks finish() {
    end_row();
    return std::move(blocks_);
  }

 private:
  void end_row() {
    if (row_.cells.empty()) return;
    if (row_.cells.size() == 1) {  // beside nothing it has the whole line
      blocks_.push_back(std::move(row_.cells.front().blocks.front()));
      row_ = {};
      return;
    }
    row_.gap = desk_->design.lengths.facts_gap;
    row_.cells.resize(static_cast<std::size_t>(columns_));
    blocks_.push_back(block_of(Role::none, std::exchange(row_, {})));
  }
  Desk* desk_;
  int columns_;
  Pt width_;
  layout::Columns row_;
  Blocks blocks_;
};

}  // namespace

layout::Item fact_item(Desk& desk, const Fact& fact, std::string_view style) {
  layout::Item item;
  item.label = desk.set(plain(desk, fact.label), "label");
  item.label_width = desk.design.lengths.facts_label;
  item.widest_label = item.widest_of_story = true;
  item.gap = desk.design.lengths.facts_label_gap;
  item.body.push_back(desk.block(Role::p, fact.value, style));
  return item;
}

Blocks facts(Desk& desk, const Work& work) {
  Rows rows(desk, desk.design.lengths.facts_columns);
  for (const auto& name : work.spec.show)
    if (const Fact fact = fact_of(desk, name.value); !fact.value.empty()) rows.add(fact);
  Blocks list = rows.finish();
  if (list.empty()) return {};
  layout::Block block = group(Role::l, std::move(list));
  auto& inside = std::get<layout::Group>(block.content);
  inside.numbering = "None";
  inside.again.push_back(rule(desk, "fact"));  // what is left of them stands between two rules, too
  Blocks between;
  between.push_back(rule(desk, "fact"));
  between.push_back(std::move(block));
  layout::Block below = rule(desk, "fact");
  auto& line = std::get<layout::Rule>(below.content);
  std::swap(line.space_before, line.space_after);  // mirrored: the same white inside and outside
  between.push_back(std::move(below));
  layout::Block whole = group(Role::none, std::move(between));
  std::get<layout::Group>(whole.content).keep_together = true;
  Blocks blocks;
  blocks.push_back(std::move(whole));
  return blocks;
}

Blocks authority(Desk& desk) {
  if (!desk.brief.marking) return {};
  const model::Marking& marking = *desk.brief.marking;
  Blocks items;
  const auto add = [&](const char* label, Fragments value) {
    if (value.empty()) return;
    items.push_back(block_of(Role::li, fact_item(desk, {desk.word(label), std::move(value), false}, "authority")));
  };
  add("label.classified_by", line_or_nothing(desk, marking.classified_by));
  add("label.reason", line_or_nothing(desk, marking.reason));
  add("label.derived_from", line_or_nothing(desk, marking.derived_from));
  if (marking.declassify_on) add("label.declassify_on", day_or_line(desk, *marking.declassify_on));
  if (items.empty()) return {};
  layout::Block block = group(Role::l, std::move(items), marking.span);
  std::get<layout::Group>(block.content).numbering = "None";
  std::get<layout::Group>(block.content).keep_together = true;
  desk.lift(block, desk.design.rules.at("fact").before);  // as far from the title as the facts are
  Blocks blocks;
  blocks.push_back(std::move(block));
  return blocks;
}

Blocks line_of(Desk& desk, const Work& work) {
  const Fragments text = parts(desk, work.spec.text, work.spec.between);
  Blocks blocks;
  if (!text.empty())
    blocks.push_back(desk.block(Role::p, text, work.spec.style ? std::string_view(work.spec.style->value) : "line"));
  return blocks;
}

Blocks summary(Desk& desk, const Work& work) {
  if (!desk.brief.document.summary) return {};
  const std::string_view style = work.spec.style ? std::string_view(work.spec.style->value) : "summary";
  Blocks blocks = paragraphs(desk, text(desk, *desk.brief.document.summary), style);
  // The white before a summary stands before its first paragraph only.
  for (std::size_t i = 1; i < blocks.size(); ++i) desk.lift(blocks[i], desk.style(style).after);
  if (!work.spec.has_heading) return blocks;
  Blocks out;
  out.push_back(indented(desk, std::move(blocks)));
  return out;
}

}  // namespace readout::compose
