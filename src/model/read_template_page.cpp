// [page], [palette], [rule.*] and the tables of single lengths.
#include <fmt/format.h>

#include "model/read_template.hpp"

namespace readout::model {
namespace {

using namespace literals;

Size read_paper(TableReader& page) {
  const TomlValue* size = page.require("size", "size = \"a4\" or \"letter\", or { width = \"…\", height = \"…\" }");
  if (!size) return {};
  if (size->kind == TomlValue::Kind::table) {
    TableReader table(*size, page.file(), "page.size", "template", page.diags());
    const Size paper{require_length(table, "width"), require_length(table, "height")};
    table.finish();
    return paper;
  }
  const auto name = page.choice("size", {"a4", "letter"});
  if (!name) return {};
  return *name == "a4" ? Size{210_mm, 297_mm} : Size{8.5_in, 11_in};
}

Insets read_margin(TableReader& page) {
  if (!page.require("margin", "margin = { top = \"30mm\", right = \"24mm\", bottom = \"27mm\", left = \"24mm\" }"))
    return {};
  const TomlValue* margin = page.table("margin");
  if (!margin) return {};
  TableReader table(*margin, page.file(), "page.margin", "template", page.diags());
  const Insets insets{require_length(table, "top"), require_length(table, "right"), require_length(table, "bottom"),
                      require_length(table, "left")};
  table.finish();
  return insets;
}

/// Pages that leave no room for text are told here, not as a thousand overfull lines.
void check_room(TableReader& table, const PageSpec& page) {
  if (page.paper.width <= Pt{} || page.margin.left <= Pt{}) return;  // told already
  const Pt side = page.side_width > Pt{} ? page.side_width + page.side_gap : Pt{};
  const Pt room = page.paper.width - page.margin.left - page.margin.right - side - (page.columns - 1) * page.column_gap;
  if (room / page.columns < 30_mm)
    table
        .fault("page", table.span(),
               fmt::format("margins leave {:.1f} mm for a line of text", room.points() / page.columns * 25.4 / 72))
        .hint("at least 30 mm are needed");
  if (page.paper.height - page.margin.top - page.margin.bottom < 50_mm)
    table.fault("page", table.span(), "margins leave less than 50 mm of height for the text");
  else if (page.paper.height - page.first_top - page.margin.bottom < 50_mm)
    table.fault("page", table.span_of("first_top"), "the first page has less than 50 mm of height for the text")
        .hint("first_top is where the text of page 1 begins, from the top edge of the paper");
}

using Palette = std::map<std::string, At<Colour>>;

void read_facts(TableReader& t, Lengths& out, const Palette&) {
  out.facts_columns = require_count(t, "columns", 1, 3);
  out.facts_gap = require_length(t, "gap");
  out.facts_label = require_length(t, "label");
  out.facts_label_gap = require_length(t, "label_gap");
}

void read_list(TableReader& t, Lengths& out, const Palette&) {
  out.list_number = require_length(t, "number");
  out.list_number_gap = require_length(t, "number_gap");
  out.list_letter = require_length(t, "letter");
  out.list_letter_gap = require_length(t, "letter_gap");
}

void read_sides(TableReader& t, Lengths& out, const Palette&) {
  out.sides_gap = require_length(t, "gap");
  out.sides_table_from = require_count(t, "table_from", 2, 100);
  out.sides_people = require_count(t, "people", 1, 1000);
}

void read_tour(TableReader& t, Lengths& out, const Palette& palette) {
  out.tour_ring = require_length(t, "ring");
  out.tour_stroke = require_length(t, "stroke");
  if (t.require("colour", "a name in [palette]"))
    out.tour_colour = read_colour(t, "colour", palette).value_or(Colour{});
}

void read_table(TableReader& t, Lengths& out, const Palette& palette) {
  out.table_pad_top = require_length(t, "pad_top");
  out.table_pad_bottom = require_length(t, "pad_bottom");
  out.table_pad_side = require_length(t, "pad_side");
  out.table_above = require_length(t, "above");
  out.table_below = require_length(t, "below");
  out.table_zebra = read_colour(t, "zebra", palette);
  constexpr double least = 0.5;
  const double small = t.number("small").value_or(1);
  if (small < least || small > 1) t.fault("range", t.span_of("small"), fmt::format("small may be {:g} to 1", least));
  else out.table_small = Ratio(small);
}

void read_notes(TableReader& t, Lengths& out, const Palette&) {
  out.notes_rule = require_length(t, "rule");
  out.notes_above = require_length(t, "above");
  out.notes_between = require_length(t, "between");
  out.sources_at_foot = t.boolean("sources").value_or(false);
}

void read_sign_off(TableReader& t, Lengths& out, const Palette&) {
  out.sign_off_columns = require_count(t, "columns", 1, 4);
  out.sign_off_gap = require_length(t, "gap");
}

void read_picture(TableReader& t, Lengths& out, const Palette&) {
  out.picture_gap = require_length(t, "gap");
  out.picture_height = require_length(t, "height");
  out.letterhead_height = require_length(t, "letterhead");
  out.seal_height = require_length(t, "seal");
  out.flag_height = require_length(t, "flag");
  out.photo_height = require_length(t, "photo");
}

}  // namespace

void read_page(TemplateReading& reading, const TomlValue& value) {
  TableReader table = reading.reader(value, "page");
  PageSpec& page = reading.out.page;
  page.span = table.span();
  page.paper = read_paper(table);
  page.margin = read_margin(table);
  page.first_top = read_length(table, "first_top").value_or(page.margin.top);
  if (const TomlValue* side = table.table("side")) {
    TableReader inner = reading.reader(*side, "page.side");
    page.side_width = require_length(inner, "width");
    page.side_gap = require_length(inner, "gap");
    inner.finish();
  }
  page.columns = read_count(table, "columns", 1, 3).value_or(1);
  page.column_gap = read_length(table, "column_gap").value_or(8_mm);
  if (page.columns > 1 && page.side_width > Pt{})
    table.fault("page", table.span_of("columns"), "columns leave no margin column")
        .hint("with columns, say side = { width = \"0mm\", gap = \"0mm\" }");
  check_room(table, page);
  table.finish();
}

void read_palette(TemplateReading& reading, const TomlValue& value) {
  TableReader table = reading.reader(value, "palette");
  for (const TomlEntry& entry : value.table) {
    const auto text = table.string(entry.key);
    if (!text) continue;
    if (const auto colour = parse_colour(*text)) reading.out.palette[entry.key] = {*colour, entry.value->span};
    else
      table.fault("colour", entry.value->span, fmt::format("“{}” is no colour", *text))
          .hint("six hex digits, e.g. \"#7a1531\"");
    reading.out.palette.try_emplace(entry.key);  // one fault, not one more at every use
  }
  table.finish();
}

void read_rules(TemplateReading& reading, const TomlValue& value) {
  TableReader table = reading.reader(value, "rule");
  const auto need = [&](const char* name) {
    if (!table.require(name, "a template that extends house has it from there")) return;
    const TomlValue* rule = table.table(name);
    if (!rule) return;
    TableReader inner = reading.reader(*rule, fmt::format("rule.{}", name));
    RuleSpec& spec = reading.out.rules[name];
    spec.thickness = require_length(inner, "thickness");
    if (inner.require("colour", "a name in [palette]"))
      spec.colour = read_colour(inner, "colour", reading.out.palette).value_or(Colour{});
    const std::string_view which = name;
    // Only these stand in the flow of text; the others lie where their table or frame says.
    if (which == "masthead" || which == "fact" || which == "side" || which == "sign_off") {
      spec.before = read_length(inner, "before").value_or(Pt{});
      spec.after = read_length(inner, "after").value_or(Pt{});
    }
    inner.finish();
  };
  for (const char* name : {"masthead", "fact", "side", "table_head", "table_span", "table_row", "table_end", "note",
                           "head", "foot", "sign_off"})
    need(name);
  table.finish();
}

void read_lengths(TemplateReading& reading, TableReader& root) {
  struct Part {
    const char* name;
    void (*read)(TableReader&, Lengths&, const Palette&);
  };
  constexpr Part parts[] = {{"facts", read_facts},       {"list", read_list},      {"sides", read_sides},
                            {"tour", read_tour},         {"table", read_table},    {"notes", read_notes},
                            {"sign_off", read_sign_off}, {"picture", read_picture}};
  for (const Part& part : parts) {
    if (!root.find(part.name)) {
      reading.missing.emplace_back(part.name);
      continue;
    }
    const TomlValue* value = root.table(part.name);
    if (!value) continue;
    TableReader table = reading.reader(*value, part.name);
    part.read(table, reading.out.lengths, reading.out.palette);
    table.finish();
  }
}

}  // namespace readout::model
