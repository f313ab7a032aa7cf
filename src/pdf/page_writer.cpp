#include "pdf/page_writer.hpp"

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

#include "pdf/content.hpp"
#include "pdf/rtl_text.hpp"

namespace readout::pdf {
namespace {

using layout::Artifact;
using layout::Placed;
using layout::PlacedImage;
using layout::PlacedRect;
using layout::PlacedRing;
using layout::PlacedRun;
using layout::Tag;

Tag tag_of(const Placed& item) {
  return std::visit([](const auto& placed) { return placed.tag; }, item);
}

std::optional<Rect> box_of(const Placed& item) {
  if (const auto* rect = std::get_if<PlacedRect>(&item)) return rect->rect;
  if (const auto* image = std::get_if<PlacedImage>(&item)) return image->rect;
  return std::nullopt;
}

Rect around(const Rect& a, const Rect& b) {
  const Pt left = min(a.x, b.x), top = min(a.y, b.y);
  return {left, top, max(a.x + a.width, b.x + b.width) - left, max(a.y + a.height, b.y + b.height) - top};
}

/// Where a run stands: line and place in it.
struct Standing {
  std::size_t line = 0, index = 0;
};

class PageWriter {
 public:
  PageWriter(const layout::Page& page, std::uint32_t number, const Shared& shared)
      : page_(page), number_(number), shared_(shared), content_(page.size.height) {
    find_lines();
  }

  std::string run() {
    for (std::size_t first = 0; first < page_.items.size();) {
      const std::size_t last = end_of_sequence(first);
      write_sequence(first, last);
      first = last;
    }
    return content_.take();
  }

 private:
  /// The tag with transparent elements resolved.
  [[nodiscard]] Tag real_tag(std::size_t index) const {
    const Tag tag = tag_of(page_.items[index]);
    if (const auto* id = std::get_if<layout::StructId>(&tag)) return shared_.structure.real(*id);
    return tag;
  }
  [[nodiscard]] std::size_t end_of_sequence(std::size_t first) const {
    std::size_t last = first + 1;
    while (last < page_.items.size() && real_tag(last) == real_tag(first)) ++last;
    return last;
  }
  void find_lines();
  [[nodiscard]] bool continues_line(const PlacedRun& before, const PlacedRun& run) const;
  [[nodiscard]] Content::Open open(std::size_t first, std::size_t last);
  void write_sequence(std::size_t first, std::size_t last);
  std::size_t write_text(std::size_t first, std::size_t last);
  void draw(const Placed& item);

  const layout::Page& page_;
  std::uint32_t number_;
  const Shared& shared_;
  Content content_;
  std::vector<TextLine> lines_;
  std::vector<Standing> standings_;  ///< by item
};

bool PageWriter::continues_line(const PlacedRun& before, const PlacedRun& run) const {
  if (before.ends_line || before.rtl_paragraph != run.rtl_paragraph) return false;
  const Pt rise = before.origin.y < run.origin.y ? run.origin.y - before.origin.y : before.origin.y - run.origin.y;
  if (rise > max(before.size, run.size) / 2) return false;  // small rises are superscripts
  const auto* one = std::get_if<layout::StructId>(&before.tag);
  const auto* other = std::get_if<layout::StructId>(&run.tag);
  if (one && other) return shared_.structure.block(*one) == shared_.structure.block(*other);
  return before.tag == run.tag;
}

void PageWriter::find_lines() {
  const PlacedRun* before = nullptr;
  for (const Placed& item : page_.items) {
    Standing& standing = standings_.emplace_back();
    const auto* run = std::get_if<PlacedRun>(&item);
    if (!run) continue;
    if (!before || !continues_line(*before, *run)) lines_.emplace_back();
    standing = {lines_.size() - 1, lines_.back().size()};
    lines_.back().push_back(run);
    before = run;
  }
}

Content::Open PageWriter::open(std::size_t first, std::size_t last) {
  const Tag tag = real_tag(first);
  if (const auto* id = std::get_if<layout::StructId>(&tag)) {
    return content_.marked(shared_.structure.role(*id), shared_.structure.add_content(*id, number_));
  }
  std::optional<Rect> box;
  for (std::size_t i = first; i < last; ++i) {
    const auto part = box_of(page_.items[i]);
    if (part) box = box ? around(*box, *part) : *part;
  }
  return content_.artifact(std::get<Artifact>(tag), box);
}

void PageWriter::write_sequence(std::size_t first, std::size_t last) {
  const auto mark = open(first, last);
  while (first < last) {
    if (std::holds_alternative<PlacedRun>(page_.items[first])) {
      first = write_text(first, last);
    } else {
      draw(page_.items[first++]);
    }
  }
}

/// Consecutive runs share one text object.
std::size_t PageWriter::write_text(std::size_t first, std::size_t last) {
  const auto object = content_.text();
  for (; first < last; ++first) {
    const auto* run = std::get_if<PlacedRun>(&page_.items[first]);
    if (!run) break;
    const Standing standing = standings_[first];
    show_run(lines_[standing.line], standing.index, content_, shared_.fonts);
    const Tag tag = real_tag(first);
    if (const auto* id = std::get_if<layout::StructId>(&tag)) {
      shared_.structure.add_text(*id, run->text);
    }
  }
  return first;
}

void PageWriter::draw(const Placed& item) {
  if (const auto* rect = std::get_if<PlacedRect>(&item)) {
    content_.fill(rect->colour);
    content_.rectangle(rect->rect);
  } else if (const auto* ring = std::get_if<PlacedRing>(&item)) {
    content_.stroke(ring->colour);
    content_.ring(ring->centre, ring->radius, ring->stroke);
  } else if (const auto* image = std::get_if<PlacedImage>(&item)) {
    content_.image(shared_.pictures.resource_name(image->picture), image->rect);
  }
}

}  // namespace

std::string write_page(const layout::Page& page, std::uint32_t number, const Shared& shared) {
  return PageWriter(page, number, shared).run();
}

}  // namespace readout::pdf
