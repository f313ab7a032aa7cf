// A page's content stream, built as one string (ISO 32000-1, 7.8.2).
//
// What opens closes itself: marked content, graphics state and text objects are values whose destructor
// writes EMC, Q and ET. Coordinates come in from the top left, as everywhere; they are flipped here, once.
// Colour, font and place of text are only written when they change.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include "base/length.hpp"
#include "layout/roles.hpp"

namespace readout::pdf {

/// "F0" in the dictionary of resources.
[[nodiscard]] std::string resource_name_of_font(std::uint32_t font);

class Content {
 public:
  /// Writes its closing operator when it ends.
  class Open {
   public:
    Open(Content* content, std::string_view closing) : content_(content), closing_(closing) {}
    Open(Open&& other) noexcept : content_(std::exchange(other.content_, nullptr)), closing_(other.closing_) {}
    Open& operator=(Open&&) = delete;
    ~Open();

   private:
    Content* content_;
    std::string_view closing_;
  };

  explicit Content(Pt page_height) : height_(page_height) {}

  /// A sequence that belongs to a structure element. Pre: none is open (ISO 14289-1, 7.1; and poppler loses
  /// the rest of a sequence that has another inside).
  [[nodiscard]] Open marked(std::string_view role, int mcid);
  /// A sequence that is no part of the text; `box` is said for backgrounds.
  [[nodiscard]] Open artifact(layout::Artifact kind, std::optional<Rect> box);
  [[nodiscard]] Open saved();  ///< q ... Q
  [[nodiscard]] Open text();   ///< BT ... ET

  void fill(Colour colour);
  void stroke(Colour colour);
  void rectangle(const Rect& rect);              ///< filled
  void ring(Point centre, Pt radius, Pt width);  ///< stroked
  void image(std::string_view name, const Rect& rect);

  /// Inside text(). `font`: the number of its resource; `step` thousandths of a point are added to the size.
  void font(std::uint32_t font, Pt size, int step = 0);
  /// Where the next string begins; exact to a ten-thousandth of a point.
  void place(double x, double y);
  void stretch(double percent);             ///< Tz
  void show(std::string_view codes);        ///< Tj
  void show_array(std::string_view array);  ///< TJ; `array` without its brackets

  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  /// Throws std::bad_alloc when there was no room for a closing operator, which a destructor cannot tell.
  [[nodiscard]] std::string take();

 private:
  void number(double value);
  void point(Point point);
  void box(const Rect& rect);

  Pt height_;
  std::string bytes_;
  bool cut_short_ = false;
  bool marked_ = false;
  std::optional<Colour> fill_, stroke_;
  std::optional<std::tuple<std::uint32_t, Pt, int>> font_;
  std::int64_t line_x_ = 0, line_y_ = 0;  ///< start of the text line in 1/10,000 pt; exact, so that steps never drift
  double stretch_ = 100;
};

}  // namespace readout::pdf
