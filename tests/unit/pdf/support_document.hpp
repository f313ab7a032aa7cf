// Documents made by hand with real fonts, and the programs that judge the PDFs made of them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "layout/document.hpp"
#include "pdf/write.hpp"
#include "text/shape.hpp"

/// The faces of fonts/, one family a file, named after it.
const readout::text::FontBook& fonts();

/// A document that grows line by line; what layout would do, without breaking or spacing anything.
class Draft {
 public:
  readout::layout::Document document;

  Draft();
  readout::layout::StructId element(readout::layout::Role role, readout::layout::StructId parent = {});
  readout::layout::StructElement& operator[](readout::layout::StructId id) { return document.structure[id.index]; }
  void page();
  /// Sets `text` on one line; a right-to-left line ends at the right margin. The next line stands below.
  void line(readout::layout::Tag tag, std::string_view text, readout::text::Direction direction,
            std::string_view face = "LinLibertine_R.otf");
  void latin(readout::layout::Tag tag, std::string_view text) { line(tag, text, readout::text::Direction::ltr); }
  void arabic(readout::layout::Tag tag, std::string_view text) { line(tag, text, readout::text::Direction::rtl); }
  /// Goes on in the same line, at the pen.
  void go_on(readout::layout::Tag tag, std::string_view text);
  [[nodiscard]] readout::Pt pen_x() const { return pen_.x; }
  [[nodiscard]] readout::Pt pen_y() const { return pen_.y; }
  void put(readout::layout::Placed item) { document.pages.back().items.push_back(std::move(item)); }

  std::string latin_face = "LinLibertine_R.otf", arabic_face = "Amiri-Regular.ttf";
  readout::Pt size = readout::Pt::from_points(11), leading = readout::Pt::from_points(18);
  readout::Pt word_space;  ///< added to every space

 private:
  std::vector<readout::layout::PlacedRun> set(readout::layout::Tag tag, std::string_view text,
                                              readout::text::Direction direction, readout::Pt& width);
  readout::Point pen_;
};

/// Writes it; the test fails when that is not possible.
std::string written(const readout::layout::Document& document, const readout::pdf::Options& options = {});
/// One of everything: headings, lists, a table, links, a figure, notes, both scripts, two pages.
Draft sample();

/// A file that goes away with the value.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Outcome {
  int status = -1;
  std::string output;  ///< both streams
};
/// Runs a shell command; "@" stands for a file that holds `pdf`.
Outcome judged(std::string_view pdf, std::string command);
/// Without bidi controls, lines joined by one blank, blanks trimmed.
std::string logical(std::string_view text);
std::string replaced(std::string text, std::string_view what, std::string_view by);
/// The file with its object streams dissolved and streams unpacked (qpdf --qdf).
std::string unpacked(std::string_view pdf);
