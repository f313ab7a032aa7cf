// Where a value came from: a file's text, and spans of bytes in it.
//
// A span travels with its value through every stage, so that a fault found while writing the PDF
// still points at a line of TOML. Columns count what a reader of the terminal sees (one a code
// point, wide characters two, combining marks none) only where the caret is drawn; the reported
// column counts code points from 1, as editors do.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace readout {

using FileId = std::uint32_t;  ///< 0 = no file

/// Bytes [begin, end) of a file. A default span points nowhere.
struct Span {
  FileId file = 0;
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] constexpr bool valid() const { return file != 0; }
  friend constexpr bool operator==(Span, Span) = default;
};

struct Position {
  std::size_t line = 1, column = 1;  ///< both from 1; the column counts code points
  friend constexpr bool operator==(Position, Position) = default;
};

class SourceFile {
 public:
  SourceFile(std::string name, std::string text);
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Cost: O(log lines + length of the line).
  [[nodiscard]] Position position(std::size_t offset) const;
  /// Byte offset of a line's and code point column's start (both from 1), clamped to the text.
  [[nodiscard]] std::size_t offset(Position position) const;
  /// The line's text without its line end; lines count from 1.
  [[nodiscard]] std::string_view line(std::size_t number) const;
  [[nodiscard]] std::size_t line_start(std::size_t number) const;
  [[nodiscard]] std::size_t line_count() const { return starts_.size(); }

 private:
  std::string name_, text_;
  std::vector<std::size_t> starts_;
};

/// The files of one run. References stay good as files are added.
class Sources {
 public:
  FileId add(std::string name, std::string text);
  FileId add(std::shared_ptr<const SourceFile> file);  ///< one that another run has read
  [[nodiscard]] bool has(FileId id) const { return id != 0 && id <= files_.size(); }
  [[nodiscard]] const SourceFile& operator[](FileId id) const { return *shared(id); }  ///< Pre: id came from add()
  [[nodiscard]] const std::shared_ptr<const SourceFile>& shared(FileId id) const;      ///< the same
  [[nodiscard]] std::string_view text(Span span) const;
  /// The text of a file, which stays as long as somebody has it.
  [[nodiscard]] std::shared_ptr<const std::string> shared_text(FileId id) const;
  /// The first file of that name; 0: none.
  [[nodiscard]] FileId find(std::string_view name) const;

 private:
  std::vector<std::shared_ptr<const SourceFile>> files_;
};

}  // namespace readout
