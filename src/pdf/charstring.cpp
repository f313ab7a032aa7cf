#include "pdf/charstring.hpp"

#include <cstddef>
#include <span>

#include "base/assert.hpp"

namespace readout::pdf {
namespace {

constexpr std::size_t deepest_stack = 48;

enum Operator : char {
  vmoveto = 4,
  rlineto = 5,
  hlineto = 6,
  vlineto = 7,
  rrcurveto = 8,
  endchar = 14,
  rmoveto = 21,
  hmoveto = 22,
  vvcurveto = 26,
  hhcurveto = 27,
  vhcurveto = 30,
  hvcurveto = 31
};

/// Is the step along the axis? 0: x, 1: y.
bool along(int dx, int dy, int axis) { return axis == 0 ? dy == 0 : dx == 0; }
bool starts_along(const Stroke& s, int axis) { return along(s.d[0], s.d[1], axis); }
bool ends_along(const Stroke& s, int axis) { return along(s.d[4], s.d[5], axis); }

class Writer {
 public:
  std::string bytes;

  void number(int value) {
    ++depth_;
    append_cff_number(bytes, value);
  }
  void end(Operator name) {
    bytes += static_cast<char>(name);
    depth_ = 0;
  }
  [[nodiscard]] bool has_room(std::size_t arguments) const { return depth_ + arguments <= deepest_stack; }

  void move(const Stroke& stroke) {
    if (stroke.d[1] == 0) {
      number(stroke.d[0]);
      return end(hmoveto);
    }
    if (stroke.d[0] != 0) number(stroke.d[0]);
    number(stroke.d[1]);
    end(stroke.d[0] != 0 ? rmoveto : vmoveto);
  }
  std::size_t lines(std::span<const Stroke> run);
  std::size_t curves(std::span<const Stroke> run);

 private:
  std::size_t turning_lines(std::span<const Stroke> run, int axis);
  std::size_t slanted_lines(std::span<const Stroke> run);
  std::size_t turning_curves(std::span<const Stroke> run, int axis);
  std::size_t flat_curves(std::span<const Stroke> run, int axis);
  std::size_t free_curves(std::span<const Stroke> run);

  std::size_t depth_ = 0;
};

/// Lines that go along one axis, then along the other, and so on.
std::size_t Writer::turning_lines(std::span<const Stroke> run, int axis) {
  std::size_t taken = 0;
  for (int at = axis; taken < run.size() && starts_along(run[taken], at) && has_room(1); at = 1 - at)
    number(run[taken++].d[static_cast<std::size_t>(at)]);
  end(axis == 0 ? hlineto : vlineto);
  return taken;
}

std::size_t Writer::slanted_lines(std::span<const Stroke> run) {
  const auto is_slanted = [](const Stroke& s) { return s.d[0] != 0 && s.d[1] != 0; };
  std::size_t taken = 0;
  while (taken < run.size() && has_room(2)) {
    // One straight line between two slanted ones costs less inside than an operator of its own.
    if (!is_slanted(run[taken]) && (taken + 1 == run.size() || !is_slanted(run[taken + 1]))) break;
    number(run[taken].d[0]);
    number(run[taken].d[1]);
    ++taken;
  }
  end(rlineto);
  return taken;
}

std::size_t Writer::lines(std::span<const Stroke> run) {
  if (starts_along(run[0], 0)) return turning_lines(run, 0);
  if (starts_along(run[0], 1)) return turning_lines(run, 1);
  return slanted_lines(run);
}

/// Curves that begin along one axis and end along the other, each beginning as the one before ended; the last may end
/// anyhow, and then says one number more.
std::size_t Writer::turning_curves(std::span<const Stroke> run, int axis) {
  std::size_t taken = 0;
  for (int at = axis; taken < run.size() && starts_along(run[taken], at) && has_room(5); at = 1 - at) {
    const auto& d = run[taken].d;
    const bool turns = ends_along(run[taken], 1 - at);
    if (taken > 0 && !turns && ends_along(run[taken], at)) break;  // a flat one: better by itself
    const auto along_at = static_cast<std::size_t>(at);
    number(d[along_at]);
    number(d[2]);
    number(d[3]);
    number(d[5 - along_at]);
    if (!turns) number(d[4 + along_at]);
    ++taken;
    if (!turns) break;
  }
  end(axis == 0 ? hvcurveto : vhcurveto);
  return taken;
}

/// Curves that begin and end along the same axis; the first may begin anyhow.
std::size_t Writer::flat_curves(std::span<const Stroke> run, int axis) {
  const auto same = static_cast<std::size_t>(axis), other = 1 - same;
  std::size_t taken = 0;
  if (!starts_along(run[0], axis)) number(run[0].d[other]);
  while (taken < run.size() && (taken == 0 || starts_along(run[taken], axis)) && ends_along(run[taken], axis) &&
         has_room(4)) {
    const auto& d = run[taken].d;
    for (const int value : {d[same], d[2], d[3], d[4 + same]}) number(value);
    ++taken;
  }
  end(axis == 0 ? hhcurveto : vvcurveto);
  return taken;
}

std::size_t Writer::free_curves(std::span<const Stroke> run) {
  std::size_t taken = 0;
  while (taken < run.size() && has_room(6)) {
    const Stroke& curve = run[taken];
    if (taken > 0 && (starts_along(curve, 0) || starts_along(curve, 1))) break;
    for (const int value : curve.d) number(value);
    ++taken;
  }
  end(rrcurveto);
  return taken;
}

std::size_t Writer::curves(std::span<const Stroke> run) {
  for (const int axis : {0, 1}) {
    if (!starts_along(run[0], axis)) continue;
    return ends_along(run[0], axis) && !ends_along(run[0], 1 - axis) ? flat_curves(run, axis)
                                                                     : turning_curves(run, axis);
  }
  for (const int axis : {0, 1})
    if (ends_along(run[0], axis)) return flat_curves(run, axis);
  return free_curves(run);
}

}  // namespace

void append_cff_number(std::string& out, int value) {
  const auto byte = [&out](int part) { out += static_cast<char>(part & 0xFF); };
  if (value >= -107 && value <= 107) {
    byte(value + 139);
  } else if (value >= 108 && value <= 1131) {
    byte(((value - 108) >> 8) + 247);
    byte(value - 108);
  } else if (value >= -1131 && value <= -108) {
    byte(((-value - 108) >> 8) + 251);
    byte(-value - 108);
  } else {
    READOUT_ASSERT(value >= -32768 && value <= 32767);
    byte(28);
    byte(value >> 8);
    byte(value);
  }
}

std::string charstring_path(const Outline& outline) {
  constexpr std::size_t usual_stroke = 6;  // bytes
  Writer writer;
  writer.bytes.reserve(usual_stroke * outline.strokes.size());
  std::span<const Stroke> rest(outline.strokes);
  while (!rest.empty()) {
    std::size_t same = 1;
    while (same < rest.size() && rest[same].kind == rest[0].kind) ++same;
    std::size_t taken = 1;
    switch (rest[0].kind) {
      case Stroke::Kind::move: writer.move(rest[0]); break;
      case Stroke::Kind::line: taken = writer.lines(rest.first(same)); break;
      case Stroke::Kind::curve: taken = writer.curves(rest.first(same)); break;
    }
    rest = rest.subspan(taken);
  }
  writer.end(endchar);
  return std::move(writer.bytes);
}

// The width stands before the first operator, which is a move or the end: both leave room for it.
void append_charstring(std::string& out, const Outline& outline, int nominal) {
  append_cff_number(out, outline.advance - nominal);
  if (outline.path.empty()) out += charstring_path(outline);
  else out += outline.path;
}

std::string charstring(const Outline& outline, int nominal) {
  std::string out;
  append_charstring(out, outline, nominal);
  return out;
}

}  // namespace readout::pdf
