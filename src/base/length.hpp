// Lengths are types: a point, an em and a percentage never mix by accident.
//
// `Pt` counts 1/65536 of a PostScript point in 64 bits, as TeX's sp does: sums are exact, so page
// dumps and goldens do not wobble. `Em` and `Ratio` become lengths only through at() and of().
// The origin is the top left corner and y grows downward everywhere; pdf/ flips once.
#pragma once
#include <compare>
#include <cstdint>

namespace readout {

class Pt {
 public:
  constexpr Pt() = default;
  /// Rounds to the nearest 1/65536 pt, halves away from zero.
  [[nodiscard]] static constexpr Pt from_points(double points) {
    const double scaled = points * 65536.0;
    return from_units(static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5));
  }
  [[nodiscard]] static constexpr Pt from_units(std::int64_t units) {
    Pt p;
    p.units_ = units;
    return p;
  }
  [[nodiscard]] constexpr std::int64_t units() const { return units_; }
  [[nodiscard]] constexpr double points() const { return static_cast<double>(units_) / 65536.0; }

  constexpr Pt& operator+=(Pt o) {
    units_ += o.units_;
    return *this;
  }
  constexpr Pt& operator-=(Pt o) {
    units_ -= o.units_;
    return *this;
  }
  friend constexpr Pt operator+(Pt a, Pt b) { return from_units(a.units_ + b.units_); }
  friend constexpr Pt operator-(Pt a, Pt b) { return from_units(a.units_ - b.units_); }
  friend constexpr Pt operator-(Pt a) { return from_units(-a.units_); }
  friend constexpr Pt operator*(Pt a, std::int64_t n) { return from_units(a.units_ * n); }
  friend constexpr Pt operator*(std::int64_t n, Pt a) { return a * n; }
  friend constexpr Pt operator/(Pt a, std::int64_t n) { return from_units(a.units_ / n); }
  friend constexpr auto operator<=>(Pt, Pt) = default;

 private:
  std::int64_t units_ = 0;
};

[[nodiscard]] constexpr Pt max(Pt a, Pt b) { return a < b ? b : a; }
[[nodiscard]] constexpr Pt min(Pt a, Pt b) { return b < a ? b : a; }

/// A length in units of the font size.
class Em {
 public:
  constexpr Em() = default;
  constexpr explicit Em(double ems) : ems_(ems) {}
  [[nodiscard]] constexpr double ems() const { return ems_; }
  [[nodiscard]] constexpr Pt at(Pt font_size) const { return Pt::from_points(ems_ * font_size.points()); }
  friend constexpr auto operator<=>(Em, Em) = default;

 private:
  double ems_ = 0;
};

/// A share of something: 1.0 is the whole.
class Ratio {
 public:
  constexpr Ratio() = default;
  constexpr explicit Ratio(double value) : value_(value) {}
  [[nodiscard]] constexpr double value() const { return value_; }
  [[nodiscard]] constexpr Pt of(Pt whole) const { return Pt::from_points(value_ * whole.points()); }
  friend constexpr auto operator<=>(Ratio, Ratio) = default;

 private:
  double value_ = 1.0;
};

namespace literals {
consteval Pt operator""_pt(long double v) { return Pt::from_points(static_cast<double>(v)); }
consteval Pt operator""_pt(unsigned long long v) { return Pt::from_points(static_cast<double>(v)); }
consteval Pt operator""_mm(long double v) { return Pt::from_points(static_cast<double>(v) * 72.0 / 25.4); }
consteval Pt operator""_mm(unsigned long long v) { return Pt::from_points(static_cast<double>(v) * 72.0 / 25.4); }
consteval Pt operator""_in(long double v) { return Pt::from_points(static_cast<double>(v) * 72.0); }
consteval Pt operator""_in(unsigned long long v) { return Pt::from_points(static_cast<double>(v) * 72.0); }
}  // namespace literals

struct Point {
  Pt x, y;
  friend constexpr bool operator==(Point, Point) = default;
};
struct Size {
  Pt width, height;
  friend constexpr bool operator==(Size, Size) = default;
};
struct Rect {
  Pt x, y, width, height;
  friend constexpr bool operator==(Rect, Rect) = default;
};
struct Insets {
  Pt top, right, bottom, left;
  friend constexpr bool operator==(Insets, Insets) = default;
};

/// An sRGB colour, eight bits a channel.
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend constexpr bool operator==(Colour, Colour) = default;
};

}  // namespace readout
