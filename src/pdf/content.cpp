#include "pdf/content.hpp"

#include <cmath>
#include <new>

#include "base/assert.hpp"
#include "pdf/syntax.hpp"

namespace readout::pdf {

std::string resource_name_of_font(std::uint32_t font) { return "F" + std::to_string(font); }

namespace {

constexpr double steps_of_a_point = 10'000;  // for text
constexpr int decimals_of_step = 4;
constexpr double quarter_arc = 0.5522847498;  // control points of a quarter circle: 4/3 (sqrt 2 - 1)

void append_colour(std::string& out, Colour colour, std::string_view grey, std::string_view rgb) {
  if (colour.red == colour.green && colour.green == colour.blue) {
    append_number(out, colour.red / 255.0);
    out += grey;
    return;
  }
  for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) {
    append_number(out, channel / 255.0);
    out += ' ';
  }
  out += rgb;
}

std::string_view properties_of(layout::Artifact::Kind kind) {
  using Kind = layout::Artifact::Kind;
  switch (kind) {
    case Kind::header: return "/Type/Pagination/Subtype/Header";
    case Kind::footer: return "/Type/Pagination/Subtype/Footer";
    case Kind::watermark: return "/Type/Pagination/Subtype/Watermark";
    case Kind::layout: return "/Type/Layout";
    case Kind::background: return "/Type/Background";
  }
  return {};
}

}  // namespace

Content::Open::~Open() {
  if (!content_) return;
  try {
    content_->bytes_ += closing_;
  } catch (const std::bad_alloc&) {
    content_->cut_short_ = true;
  }
  if (closing_ == "EMC\n") content_->marked_ = false;
  if (closing_ == "Q\n") {
    content_->fill_.reset();
    content_->stroke_.reset();
    content_->font_.reset();
  }
}

std::string Content::take() {
  if (cut_short_) throw std::bad_alloc();
  return std::move(bytes_);
}

Content::Open Content::marked(std::string_view role, int mcid) {
  READOUT_ASSERT(!marked_);
  marked_ = true;
  append_name(bytes_, role);
  bytes_ += "<</MCID ";
  append_integer(bytes_, mcid);
  bytes_ += ">>BDC\n";
  return Open(this, "EMC\n");
}

Content::Open Content::artifact(layout::Artifact kind, std::optional<Rect> area) {
  READOUT_ASSERT(!marked_);
  marked_ = true;
  bytes_ += "/Artifact<<";
  bytes_ += properties_of(kind.kind);
  if (area && kind.kind == layout::Artifact::Kind::background) {
    bytes_ += "/BBox[";
    box(*area);
    bytes_ += ']';
  }
  bytes_ += ">>BDC\n";
  return Open(this, "EMC\n");
}

Content::Open Content::saved() {
  bytes_ += "q\n";
  return Open(this, "Q\n");
}

Content::Open Content::text() {
  bytes_ += "BT\n";
  line_x_ = line_y_ = 0;
  return Open(this, "ET\n");
}

void Content::number(double value) {
  append_number(bytes_, value);
  bytes_ += ' ';
}

void Content::point(Point p) {
  number(p.x.points());
  number((height_ - p.y).points());
}

void Content::box(const Rect& rect) {
  point({rect.x, rect.y + rect.height});
  point({rect.x + rect.width, rect.y});
  bytes_.pop_back();
}

void Content::fill(Colour colour) {
  if (fill_ == colour) return;
  append_colour(bytes_, colour, " g\n", "rg\n");
  fill_ = colour;
}

void Content::stroke(Colour colour) {
  if (stroke_ == colour) return;
  append_colour(bytes_, colour, " G\n", "RG\n");
  stroke_ = colour;
}

void Content::rectangle(const Rect& rect) {
  point({rect.x, rect.y + rect.height});
  number(rect.width.points());
  number(rect.height.points());
  bytes_ += "re f\n";
}

void Content::ring(Point centre, Pt radius, Pt width) {
  number(width.points());
  bytes_ += "w\n";
  const Pt arm = Pt::from_points(radius.points() * quarter_arc);
  const auto at = [&](Pt dx, Pt dy) { point({centre.x + dx, centre.y + dy}); };
  at(radius, Pt());
  bytes_ += "m\n";
  at(radius, arm), at(arm, radius), at(Pt(), radius);
  bytes_ += "c\n";
  at(-arm, radius), at(-radius, arm), at(-radius, Pt());
  bytes_ += "c\n";
  at(-radius, -arm), at(-arm, -radius), at(Pt(), -radius);
  bytes_ += "c\n";
  at(arm, -radius), at(radius, -arm), at(radius, Pt());
  bytes_ += "c s\n";
}

void Content::image(std::string_view name, const Rect& rect) {
  const Open state = saved();
  number(rect.width.points());
  bytes_ += "0 0 ";
  number(rect.height.points());
  point({rect.x, rect.y + rect.height});
  bytes_ += "cm\n";
  append_name(bytes_, name);
  bytes_ += " Do\n";
}

void Content::font(std::uint32_t font, Pt size, int step) {
  const std::tuple wanted{font, size, step};
  if (font_ == wanted) return;
  font_ = wanted;
  append_name(bytes_, resource_name_of_font(font));
  bytes_ += ' ';
  append_number(bytes_, size.points() + step / 1000.0);
  bytes_ += " Tf\n";
}

void Content::place(double x, double y) {
  const std::int64_t new_x = std::llround(x * steps_of_a_point);
  const std::int64_t new_y = std::llround((height_.points() - y) * steps_of_a_point);
  append_decimal(bytes_, new_x - line_x_, decimals_of_step);
  bytes_ += ' ';
  append_decimal(bytes_, new_y - line_y_, decimals_of_step);
  bytes_ += " Td\n";
  line_x_ = new_x;
  line_y_ = new_y;
}

void Content::stretch(double percent) {
  if (stretch_ == percent) return;
  append_number(bytes_, percent, 2);
  bytes_ += " Tz\n";
  stretch_ = percent;
}

void Content::show(std::string_view codes) {
  append_literal(bytes_, codes);
  bytes_ += "Tj\n";
}

void Content::show_array(std::string_view array) {
  bytes_ += '[';
  bytes_ += array;
  bytes_ += "]TJ\n";
}

}  // namespace readout::pdf
