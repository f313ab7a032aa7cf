#include "pdf/outline.hpp"

#include <hb.h>

#include <algorithm>
#include <cstdint>

#include "pdf/charstring.hpp"

namespace readout::pdf {
namespace {

constexpr std::size_t most_composites = 1 << 14;  // of one face; a document rarely has a thousand

constexpr int farthest = 16383;  // thousandths of an em: from one end to the other is a number of a charstring

/// As std::lround: away from zero where two are as near. A brief has tens of thousands, so without its call.
int nearest(double value) {
  const auto whole = static_cast<std::int64_t>(value);
  const double rest = value - static_cast<double>(whole);
  return static_cast<int>(rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole);
}

struct Pen {
  Outline outline;
  double scale = 1;
  int x = 0, y = 0;              // where the pen stands
  int start_x = 0, start_y = 0;  // where the contour began

  void step(Stroke& stroke, std::size_t at, float to_x, float to_y) {
    const int new_x = std::clamp(nearest(static_cast<double>(to_x) * scale), -farthest, farthest);
    const int new_y = std::clamp(nearest(static_cast<double>(to_y) * scale), -farthest, farthest);
    stroke.d[at] = new_x - x;
    stroke.d[at + 1] = new_y - y;
    x = new_x;
    y = new_y;
    Outline& o = outline;
    const bool first = o.strokes.empty();
    o.left = first ? x : std::min(o.left, x);
    o.right = first ? x : std::max(o.right, x);
    o.bottom = first ? y : std::min(o.bottom, y);
    o.top = first ? y : std::max(o.top, y);
  }
  void add(const Stroke& stroke) {
    const bool moves = std::any_of(stroke.d.begin(), stroke.d.end(), [](int d) { return d != 0; });
    if (moves || stroke.kind == Stroke::Kind::move) outline.strokes.push_back(stroke);
  }
  /// A line back to the start says what closing says anyway; a contour of one point says nothing.
  void close() {
    if (!outline.strokes.empty() && outline.strokes.back().kind == Stroke::Kind::line && x == start_x && y == start_y)
      take_back();
    if (!outline.strokes.empty() && outline.strokes.back().kind == Stroke::Kind::move) take_back();
  }
  void take_back() {
    x -= outline.strokes.back().d[0];
    y -= outline.strokes.back().d[1];
    outline.strokes.pop_back();
  }
};

Pen& pen_of(void* data) { return *static_cast<Pen*>(data); }

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  Pen& pen = pen_of(data);
  Stroke stroke{Stroke::Kind::move, {}};
  pen.step(stroke, 0, x, y);
  pen.start_x = pen.x;
  pen.start_y = pen.y;
  pen.add(stroke);
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  Stroke stroke{Stroke::Kind::line, {}};
  pen_of(data).step(stroke, 0, x, y);
  pen_of(data).add(stroke);
}

void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y,
              void*) {
  Stroke stroke{Stroke::Kind::curve, {}};
  pen_of(data).step(stroke, 0, x1, y1);
  pen_of(data).step(stroke, 2, x2, y2);
  pen_of(data).step(stroke, 4, x, y);
  pen_of(data).add(stroke);
}

void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { pen_of(data).close(); }

struct DrawFuncs {
  hb_draw_funcs_t* funcs = hb_draw_funcs_create();
  DrawFuncs() {
    hb_draw_funcs_set_move_to_func(funcs, move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(funcs, line_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(funcs, close_path, nullptr, nullptr);
  }
  ~DrawFuncs() { hb_draw_funcs_destroy(funcs); }
  DrawFuncs(const DrawFuncs&) = delete;
  DrawFuncs& operator=(const DrawFuncs&) = delete;
};

double thousandths(const text::Face& face) { return 1000.0 / face.metrics().units_per_em; }
int scaled(int units, const text::Face& face) { return nearest(units * thousandths(face)); }

/// Only what a program is made of.
Outline packed(Outline outline) {
  outline.path = charstring_path(outline);
  outline.strokes = {};
  return outline;
}

/// Puts a part's strokes after those of `whole`, whose pen stands at x, y.
void append(Outline& whole, const Outline& part, int dx, int dy, int& x, int& y) {
  if (part.strokes.empty()) return;
  const bool first = whole.strokes.empty();
  whole.left = first ? part.left + dx : std::min(whole.left, part.left + dx);
  whole.right = first ? part.right + dx : std::max(whole.right, part.right + dx);
  whole.bottom = first ? part.bottom + dy : std::min(whole.bottom, part.bottom + dy);
  whole.top = first ? part.top + dy : std::max(whole.top, part.top + dy);
  int part_x = 0, part_y = 0;  // the pen in the part's own terms
  for (const Stroke& stroke : part.strokes) {
    for (std::size_t i = 0; i < stroke.d.size(); i += 2) {
      part_x += stroke.d[i];
      part_y += stroke.d[i + 1];
    }
    whole.strokes.push_back(stroke);
  }
  Stroke& move = whole.strokes[whole.strokes.size() - part.strokes.size()];
  move.d[0] += dx - x;
  move.d[1] += dy - y;
  x = part_x + dx;
  y = part_y + dy;
}

}  // namespace

Outline outline_of(const text::Face& face, text::GlyphId glyph) {
  constexpr std::size_t usual_strokes = 32;
  const DrawFuncs draw;
  Pen pen;
  pen.outline.strokes.reserve(usual_strokes);
  pen.scale = thousandths(face);
  hb_font_get_glyph_shape(face.native_font(), glyph, draw.funcs, &pen);
  pen.outline.advance = scaled(face.advance(glyph), face);
  return std::move(pen.outline);
}

Outline outline_of(const text::Face& face, const Composite& composite) {
  Outline whole;
  int x = 0, y = 0;
  for (const Part& part : composite.first)
    append(whole, outline_of(face, part.glyph), scaled(part.dx, face), scaled(part.dy, face), x, y);
  whole.advance = scaled(composite.second, face);
  return whole;
}

// Points (0,0) (8,0) (4,0): no area, but PDFium drops what has no ink box.
FaceOutlines::FaceOutlines(const text::Face& face) : face_(&face) {
  using Kind = Stroke::Kind;
  carrier_.strokes = {{Kind::move, {}}, {Kind::line, {8, 0}}, {Kind::line, {-4, 0}}};
  carrier_.advance = 10;
  carrier_.right = 8;
  carrier_ = packed(std::move(carrier_));
}

namespace {

/// What was drawn by half for want of memory is not kept.
template <class Glyph>
Outline drawn(const text::Face& face, const Glyph& glyph) {
  Outline outline = outline_of(face, glyph);
  face.check_heap();
  return packed(std::move(outline));
}

}  // namespace

const Outline& FaceOutlines::of(text::GlyphId glyph) {
  if (glyph >= glyphs_.size()) glyphs_.resize(glyph + std::size_t{1});
  auto& known = glyphs_[glyph];
  if (!known) known = std::make_unique<const Outline>(drawn(*face_, glyph));
  return *known;
}

const Outline& FaceOutlines::of(const Composite& composite) {
  const auto known = composites_.find(composite);
  if (known != composites_.end()) return known->second;
  return composites_.emplace(composite, drawn(*face_, composite)).first->second;
}

void FaceOutlines::forget_most() {
  if (composites_.size() > most_composites) composites_.clear();
}

}  // namespace readout::pdf
