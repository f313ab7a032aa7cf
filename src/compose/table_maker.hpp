// Tables in the house's dress: heads and rules by the template, a column without any value left out.
#pragma once
#include <string>
#include <string_view>
#include <vector>
#include "compose/sections.hpp"

namespace readout::compose {

class TableMaker {
 public:
  struct Column {
    double stretch = 0;
    Pt min_width;
    std::string_view style = "table";
    bool row_head = false;  ///< its cells head their rows
    bool keep_when_empty = false;
    bool unbroken = false;   ///< no line ends in short values: dates, states
    bool tells_who = false;  ///< where it is the last one, it stands as the margin column does, which tells who, too
  };
  explicit TableMaker(Desk& desk) : desk_(&desk) {}

  void column(std::string_view head_word, Column column);
  /// A row that heads the rows after it, and what it says where they go on over a page.
  void group(const Fragments& text, const Fragments& again, Span span, std::string_view style = "table_group");
  /// A row of one cell over all columns, which heads nothing.
  void whole(Blocks text, Span span);
  /// One text a column; an empty one has no value.
  void row(std::vector<Fragments> cells, Span span, layout::AnchorId anchor = 0);
  /// `title` names the table over its repeated head; "" = none. Pre: there is a row.
  [[nodiscard]] layout::Block finish(const std::string& title);

 private:
  struct Row {
    std::vector<Fragments> cells;  ///< one when `is_group`, none of a `whole` row
    bool is_group = false;
    Span span;
    layout::AnchorId anchor = 0;
    Blocks whole{};
    Fragments again{};         ///< of a group
    std::string_view style{};  ///< of a group
  };
  [[nodiscard]] std::vector<std::size_t> columns_in_use() const;
  [[nodiscard]] layout::TableRow body_row(Row& row, const std::vector<std::size_t>& used);
  Desk* desk_;
  std::vector<std::string_view> heads_;
  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

/// [table] and its rules.
[[nodiscard]] layout::TableStyle table_style(const Desk& desk);
[[nodiscard]] layout::TableCell cell(layout::Block block, bool head = false,
                                     layout::TableCell::Scope scope = layout::TableCell::Scope::none);
/// The cells of a group's row on later pages: "Qatar, continued", in the name's own styles.
[[nodiscard]] std::vector<layout::TableCell> group_again(Desk& desk, Fragments name, std::size_t columns,
                                                         std::string_view style = "table_group");
/// "4 Agreed next steps, continued"
[[nodiscard]] std::optional<layout::Paragraph> continued(Desk& desk, const std::string& title, Span span,
                                                         std::string_view style = "continued");

}  // namespace readout::compose
