// The rows of a dump: "key   value" lines under the indent of the table they stand in.
#pragma once
#include <fmt/format.h>

#include "model/brief.hpp"

namespace readout::model::dumping {

inline std::string show(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + "\"";
}
inline std::string show(const Date& d) { return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day); }
inline std::string show(const Time& t) { return fmt::format("{:02}:{:02}", t.hour, t.minute); }
inline std::string show(const DateTime& m) {
  const int offset = m.offset_minutes < 0 ? -m.offset_minutes : m.offset_minutes;
  return fmt::format("{}T{}:{:02}{}{:02}:{:02}", show(m.date), show(m.time), m.second, m.offset_minutes < 0 ? '-' : '+',
                     offset / 60, offset % 60);
}
inline std::string show(std::int64_t n) { return std::to_string(n); }
inline std::string show(bool b) { return b ? "true" : "false"; }
template <class T>
inline std::string show(const At<T>& at) {
  return show(at.value);
}
inline std::string show(const LineText& line) {
  std::string out = show(line.value);
  if (!line.straight.empty()) out += " straight";
  for (const std::size_t at : line.straight) out += fmt::format(" {}", at);
  return out;
}

inline std::string_view name(Target::Kind kind) {
  switch (kind) {
    case Target::Kind::side: return "side";
    case Target::Kind::person: return "person";
    case Target::Kind::point: return "point";
    case Target::Kind::step: return "step";
    case Target::Kind::annex: return "annex";
    case Target::Kind::source: return "source";
  }
  return "";
}
inline std::string show(const Target& target) { return fmt::format("{} {}", name(target.kind), target.index + 1); }

inline std::string show(const Piece& piece) {
  std::string out;
  if (piece.emphasis) out += "emphasis ";
  if (piece.strong) out += "strong ";
  if (!piece.url.empty()) out += fmt::format("<{}> ", piece.url);
  if (piece.ref) out += fmt::format("-> {} ", show(*piece.ref));
  out += show(piece.text);
  if (!piece.straight.empty()) out += " straight";
  for (const std::size_t at : piece.straight) out += fmt::format(" {}", at);
  return out;
}

class Dump {
 public:
  std::string out;

  template <class Inside>
  void table(std::string_view title, Inside inside) {
    out += fmt::format("{:{}}{}\n", "", indent_, title);
    indent_ += 2;
    inside();
    indent_ -= 2;
  }
  void row(std::string_view key, const std::string& value) {
    out += fmt::format("{:{}}{:<{}} {}\n", "", indent_, key, 18, value);
  }
  template <class T>
  void put(std::string_view key, const std::optional<T>& value) {
    if (value) put(key, *value);
  }
  template <class T>
  void put(std::string_view key, const At<T>& value) {
    row(key, show(value));
  }
  void put(std::string_view key, const Target& target) { row(key, show(target)); }
  void put(std::string_view key, bool value) {
    if (value) row(key, "true");
  }
  void put(std::string_view key, const Line& line) {
    for (std::size_t lang = 0; lang < 2; ++lang)
      if (line.in[lang]) row(in_language(key, lang), show(*line.in[lang]));
  }
  void put(std::string_view key, const Text& text) {
    for (std::size_t lang = 0; lang < 2; ++lang) {
      if (!text.in[lang]) continue;
      for (const TextParagraph& paragraph : text.in[lang]->paragraphs) {
        std::string pieces;
        for (const Piece& piece : paragraph) pieces += (pieces.empty() ? "" : " | ") + show(piece);
        row(in_language(key, lang), pieces);
      }
    }
  }
  template <class... T>
  void put(std::string_view key, const std::variant<T...>& value) {
    std::visit([&](const auto& v) { put(key, v); }, value);
  }
  void put(std::string_view, std::monostate) {}
  void put(std::string_view key, Joint) { row(key, "joint"); }
  void put(std::string_view key, const Who& who) {
    for (const WhoItem& item : who.items) put(key, item);
  }
  template <class T>
  void put(std::string_view key, const std::vector<T>& values) {
    for (const T& value : values) put(key, value);
  }
  void put(std::string_view key, const Picture& p) {
    table(key, [&] {
      put("file", p.file);
      put("alt", p.alt);
      put("decorative", p.decorative);
      put("caption", p.caption);
    });
  }
  void put(std::string_view key, const Grid& grid);

  /// Indices count from 1, as people do.
  void refs(std::string_view key, Target::Kind kind, const std::vector<At<std::size_t>>& values) {
    for (const auto& value : values) put(key, Target{kind, value.value});
  }
  void src(const SourceRefs& values) { refs("src", Target::Kind::source, values); }

 private:
  static std::string in_language(std::string_view key, std::size_t lang) { return fmt::format("{}.{}", key, lang); }

  std::size_t indent_ = 0;
};

inline std::string_view name(GridColumn::Align align) {
  switch (align) {
    case GridColumn::Align::start: return "start";
    case GridColumn::Align::end: return "end";
    case GridColumn::Align::number: return "number";
  }
  return "";
}

inline void Dump::put(std::string_view key, const Grid& grid) {
  table(key, [&] {
    put("caption", grid.caption);
    for (const GridColumn& column : grid.columns) {
      table("column", [&] {
        put("head", column.head);
        row("align", std::string(name(column.align)));
        put("group", column.group);
      });
    }
    for (const GridRow& row_of : grid.rows) {
      table("row", [&] {
        put("group", row_of.group);
        for (const GridCell& cell : row_of.cells) put("cell", cell.value);
      });
    }
  });
}

}  // namespace readout::model::dumping
