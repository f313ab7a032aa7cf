// P and G: pictures and grids.
#include <fmt/format.h>

#include <algorithm>

#include "base/files.hpp"
#include "model/brief_values.hpp"

namespace readout::model {
namespace {

using Kind = TomlValue::Kind;

GridColumn::Align align_of(const std::string& word) {
  if (word == "end") return GridColumn::Align::end;
  return word == "number" ? GridColumn::Align::number : GridColumn::Align::start;
}

}  // namespace

// ---- P ------------------------------------------------------------------------------------------

namespace {

/// "images\new.png" in double quotes: TOML takes the backslash and the n for the end of a line.
bool has_broken_backslash(const TomlValue& value, std::string_view literal) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  return value.kind == TomlValue::Kind::string && literal.find('\\') != std::string_view::npos &&
         std::any_of(value.string.text.begin(), value.string.text.end(), is_control);
}

}  // namespace

std::optional<At<std::string>> BriefValues::path(TableReader& t, std::string_view key) {
  constexpr const char* hint = "a path leads from the folder of this file downwards, with “/”";
  const TomlValue* value = t.find(key);
  if (value && has_broken_backslash(*value, diags_.sources.text(value->span)))
    return t.fault("path", value->span, "in double quotes a backslash begins an escape").hint(hint), std::nullopt;
  auto path = word(t, key);
  if (!path) return std::nullopt;
  const std::string why = path_fault(path->value);
  if (why.empty()) return path;
  t.fault("path", path->span, fmt::format("“{}” may not be used: {}", path->value, why)).hint(hint);
  return std::nullopt;
}

std::optional<Picture> BriefValues::picture(TableReader& parent, std::string_view key) {
  if (const TomlValue* value = parent.find(key); value && value->kind == TomlValue::Kind::string) {
    parent.wrong_type(*value, key, "a table")
        .hint(
            fmt::format("write {} = {{ file = {}, alt = \"what it shows\" }}", key, diags_.sources.text(value->span)));
    return std::nullopt;
  }
  auto t = open(parent, key);
  if (!t) return std::nullopt;
  Picture out;
  out.span = t->span();
  if (t->require("file")) out.file = path(*t, "file").value_or(At<std::string>{});
  out.alt = line(*t, "alt");
  out.decorative = t->boolean("decorative").value_or(false);
  out.caption = line(*t, "caption");
  const bool alt_given = t->find("alt") != nullptr;
  if (!alt_given && !out.decorative) {
    t->fault("alt-missing", t->span(), fmt::format("“{}” says nothing to those who cannot see it", t->path()))
        .hint("add alt = \"…\", or decorative = true when it tells nothing");
  }
  if (alt_given && out.decorative) {
    t->fault("alt-decorative", t->span_of("alt"), "a decorative picture has no alt text: no reader would meet it")
        .note(t->span_of("decorative"), "it is said to be decorative here");
  }
  t->finish();
  return out;
}

// ---- G ------------------------------------------------------------------------------------------

std::optional<Grid> BriefValues::grid(TableReader& parent, std::string_view key) {
  auto t = open(parent, key);
  if (!t) return std::nullopt;
  Grid out;
  out.span = t->span();
  if (t->require("columns")) grid_columns(*t, out);
  if (t->require("rows")) {
    for (const TomlValue* row : t->list("rows"))
      if (auto read = grid_row(*t, *row, out.columns.size())) out.rows.push_back(std::move(*read));
  }
  out.caption = line(*t, "caption");
  t->finish();
  return out;
}

void BriefValues::grid_columns(TableReader& t, Grid& grid) {
  for (const TomlValue* value : t.list("columns")) {
    GridColumn column;
    column.span = value->span;
    const bool own_table =
        value->kind == Kind::table && (value->find("head") || value->find("align") || value->find("group"));
    if (!own_table) {
      column.head = line_of(t, *value, "columns").value_or(Line{});
    } else {
      TableReader c = open(*value, t.name_of("columns"));
      column.head = need_line(c, "head");
      column.align = align_of(c.choice("align", {"start", "end", "number"}).value_or("start"));
      column.group = line(c, "group");
      c.finish();
    }
    grid.columns.push_back(std::move(column));
  }
}

std::optional<GridRow> BriefValues::grid_row(TableReader& t, const TomlValue& value, std::size_t columns) {
  GridRow row;
  row.span = value.span;
  if (value.kind == Kind::table && value.find("group")) {
    TableReader g = open(value, t.name_of("rows"));
    row.group = line(g, "group");
    g.finish();
    return row;
  }
  const auto cells = t.list_of(value, "rows");
  if (!cells.empty() && columns != 0 && cells.size() != columns) {
    t.fault("row-length", value.span,
            fmt::format("this row has {} {}, and there are {} columns", cells.size(),
                        cells.size() == 1 ? "cell" : "cells", columns))
        .note(t.span_of("columns"), "the columns");
  }
  for (const TomlValue* cell : cells)
    if (auto read = grid_cell(t, *cell)) row.cells.push_back(std::move(*read));
  const auto says_nothing = [](const GridCell& cell) { return std::holds_alternative<std::monostate>(cell.value); };
  if (!row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(), says_nothing))
    t.fault("empty", value.span, "this row says nothing").hint("leave it out");
  return row;
}

std::optional<GridCell> BriefValues::grid_cell(TableReader& t, const TomlValue& value) {
  if (value.kind == Kind::integer) return GridCell{At<std::int64_t>{value.integer, value.span}, value.span};
  if (value.kind == Kind::floating) {
    t.fault("grid-float", value.span, "a number with a point stands in quotes, so that its zeros stay")
        .hint(fmt::format("write \"{}\"", diags_.sources.text(value.span)));
    return std::nullopt;
  }
  if (value.kind == Kind::string && value.string.text.empty()) return GridCell{std::monostate{}, value.span};
  if (value.kind != Kind::string && value.kind != Kind::table) {
    t.wrong_type(value, "rows", "texts and whole numbers");
    return std::nullopt;
  }
  auto text = text_of(t, value, "rows");
  return text ? std::optional(GridCell{std::move(*text), value.span}) : std::nullopt;
}

}  // namespace readout::model
