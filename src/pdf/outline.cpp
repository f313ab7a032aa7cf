#include "pdf/outline.hpp"

#include <hb.h>

#include <algorithm>
#include <cmath>

namespace readout::pdf {
namespace {

struct Pen {
  Outline outline;
  double scale = 1;
  int x = 0, y = 0;              // where the pen stands
  int start_x = 0, start_y = 0;  // where the contour began

  void step(Stroke& stroke, std::size_t at, float to_x, float to_y) {
    const auto new_x = static_cast<int>(std::lround(static_cast<double>(to_x) * scale));
    const auto new_y = static_cast<int>(std::lround(static_cast<double>(to_y) * scale));
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

}  // namespace

Outline outline_of(const text::Face& face, text::GlyphId glyph) {
  hb_draw_funcs_t* funcs = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(funcs, move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(funcs, line_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(funcs, close_path, nullptr, nullptr);
  Pen pen;
  pen.scale = 1000.0 / face.metrics().units_per_em;
  hb_font_get_glyph_shape(face.native_font(), glyph, funcs, &pen);
  hb_draw_funcs_destroy(funcs);
  pen.outline.advance = static_cast<int>(std::lround(face.advance(glyph) * pen.scale));
  return std::move(pen.outline);
}

}  // namespace readout::pdf
