#include <algorithm>
#include <utility>
#include "layout/galley.hpp"

namespace readout::layout {
namespace {

/// Resolution of pictures that do not tell theirs.
constexpr double usual_pixels_per_inch = 150;

Pt start_of(Align align, Pt measure, Pt width) {
  switch (align) {
    case Align::justify:
    case Align::start: return {};
    case Align::centre: return (measure - width) / 2;
    case Align::end: return measure - width;
  }
  return {};
}

}  // namespace

Size figure_size(const Figure& figure, Pt measure, const Workshop& shop) {
  const auto found = shop.pictures.find(figure.picture);
  if (found == shop.pictures.end() || found->second.width == 0 || found->second.height == 0) return {};
  const auto& picture = found->second;
  const double density = picture.pixels_per_inch > 0 ? picture.pixels_per_inch : usual_pixels_per_inch;
  const double width = picture.width * 72.0 / density, height = picture.height * 72.0 / density;
  const Pt most_width = figure.max_width > Pt{} ? min(figure.max_width, measure) : measure;
  const Pt most_height = figure.max_height > Pt{} ? min(figure.max_height, shop.page_height) : shop.page_height;
  const double scale = std::min({1.0, most_width.points() / width, most_height.points() / height});
  return {min(Pt::from_points(width * scale), most_width), min(Pt::from_points(height * scale), most_height)};
}

void GalleyBuilder::set_content(const Block& block, const Figure& figure, const Bed& bed, Pt) {
  Bed inner = bed;
  if (!block.lang.empty()) inner.lang = block.lang;
  Size size = figure_size(figure, inner.measure, shop_);
  const bool drawn = size.height > Pt{};
  const bool told = drawn && !figure.decorative;
  if (told) {
    const Role role = block.role == Role::none ? Role::figure : block.role;
    inner.parent = shop_.structure.add(bed.parent, role, inner.lang, block.span);
    shop_.structure[inner.parent].alt = figure.alt;
  }
  if (block.anchor != 0) landmarks_.push_back({LinkTarget::Kind::anchor, block.anchor, bed.x, Pt{}, inner.parent});
  auto caption = caption_strips(block, figure, inner, size, told);
  if (!drawn && caption.empty()) return;
  add_space(figure.space_before);
  if (drawn) push(picture_strip(figure, inner, size, height_of(caption)));
  const std::size_t first = drawn ? strips_.size() - 1 : strips_.size();
  if (!caption.empty()) add_space(shop_.story.paragraph_styles[figure.caption->style].space_before);
  for (auto& strip : caption) push(std::move(strip));
  keep_from(first);
  if (figure.floats && drawn && main_ && section_ < 0) strips_[first].floating = strips_.size() - first;
  if (!caption.empty()) add_space(shop_.story.paragraph_styles[figure.caption->style].space_after);
  add_space(figure.space_after);
}

/// In two languages it stands in two columns.
std::vector<Strip> GalleyBuilder::caption_strips(const Block& block, const Figure& figure, Bed bed, Size size,
                                                 bool told) {
  if (!figure.caption) return {};
  if (figure.align == Align::centre && size.width >= bed.measure / 2) {  // as wide as the picture
    bed.x += (bed.measure - size.width) / 2;
    bed.measure = size.width;
  }
  const Role role = told ? Role::caption : Role::none;
  if (!figure.caption_beside)
    return line_strips(*figure.caption, bed, paragraph_element(role, *figure.caption, bed, block.span));
  const Role each =
      told ? Role::span : Role::none;  // without a caption around them, below a decoration, they are texts
  const Pt second = pair_column(bed.measure, shop_.story.pair_design);
  Bed column = bed;
  if (role != Role::none) column.parent = shop_.structure.add(bed.parent, role, bed.lang, block.span);
  column.measure = second - shop_.story.pair_design.gap;
  auto first = line_strips(*figure.caption, column, paragraph_element(each, *figure.caption, column, block.span));
  column.x = bed.x + second;
  column.lang = figure.lang_beside;
  column.right_to_left = figure.caption_beside->direction == Direction::rtl;
  auto beside =
      line_strips(*figure.caption_beside, column, paragraph_element(each, *figure.caption_beside, column, block.span));
  if (column.right_to_left != bed.right_to_left)
    for (auto& strip : beside) mirror(strip, column.x * 2 + column.measure);
  return rows_in_step(std::move(first), std::move(beside));
}

Pt GalleyBuilder::tied_above() const {
  if (strips_.empty()) return tied_;
  Pt height;
  bool tied = cost_ >= cost::bad;
  for (std::size_t i = strips_.size(); tied && i-- > 0;) {
    height += strips_[i].height;
    tied = strips_[i].cost >= cost::bad;
    if (tied) height += strips_[i].space_before + (i == 0 ? tied_ : Pt{});
  }
  return height;
}

Strip GalleyBuilder::picture_strip(const Figure& figure, const Bed& bed, Size size, Pt caption_height) {
  // Heading, picture and caption stand on one page, so that a full-page picture gives way to these.
  const Pt tied = tied_above();
  const Pt around = caption_height * 3 / 2 + (tied > Pt{} ? tied + max(space_, figure.space_before) : Pt{});
  const Pt most = max(shop_.page_height - around, shop_.page_height / 2);
  if (around > Pt{} && size.height > most)
    size = {Pt::from_points(size.width.points() * most.points() / size.height.points()), most};
  Strip strip;
  strip.height = size.height;
  const Rect rect{bed.x + start_of(figure.align, bed.measure, size.width), Pt{}, size.width, size.height};
  Tag tag = Artifact{Artifact::Kind::layout};
  if (!figure.decorative) {
    tag = bed.parent;
    strip.areas.push_back({bed.parent, rect});
  }
  strip.pieces.push_back({PlacedImage{tag, rect, figure.picture}, ++shop_.order});
  return strip;
}

}  // namespace readout::layout
