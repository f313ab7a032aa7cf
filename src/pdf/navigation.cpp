#include "pdf/navigation.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "base/assert.hpp"
#include "pdf/syntax.hpp"

namespace readout::pdf {
namespace {

using layout::Destination;
using layout::LinkArea;

/// "/Dest[5 0 R/XYZ 72 700 null]": the place at the window's upper left corner, the zoom as it is. Where a profile
/// wants structure destinations, an action leads to both page and element, so that every viewer finds one it knows.
std::string way_to(const Destination& destination, const Places& places) {
  READOUT_ASSERT(destination.page < places.pages.size());
  const Pt height = places.document.pages[destination.page].size.height;
  std::string place = "/XYZ ";
  append_number(place, destination.x.points());
  place += ' ';
  append_number(place, (height - destination.y).points());
  place += " null]";
  const std::string on_page = "[" + places.pages[destination.page].ref() + place;
  if (!places.profile.structure_destinations) return "/Dest" + on_page;
  return "/A<</S/GoTo/D" + on_page + "/SD[" + places.structure.ref(destination.element) + place + ">>";
}

struct Corners {
  Pt left, bottom, right, top;  // y upward
};
Corners corners(const Rect& rect, Pt height) {
  return {rect.x, height - rect.y - rect.height, rect.x + rect.width, height - rect.y};
}

void append_points(std::string& out, std::initializer_list<Pt> values) {
  for (const Pt value : values) {
    if (out.back() != '[') out += ' ';
    append_number(out, value.points());
  }
}

std::string area_of(const LinkArea& link, Pt height) {
  Corners all = corners(link.rects.front(), height);
  std::string quads = "/QuadPoints[";
  for (const Rect& rect : link.rects) {
    const Corners c = corners(rect, height);
    all = {min(all.left, c.left), min(all.bottom, c.bottom), max(all.right, c.right), max(all.top, c.top)};
    // Upper left, upper right, lower left, lower right: not the order of the standard, but the one that viewers take.
    append_points(quads, {c.left, c.top, c.right, c.top, c.left, c.bottom, c.right, c.bottom});
  }
  std::string out = "/Rect[";
  append_points(out, {all.left, all.bottom, all.right, all.top});
  out += ']';
  return link.rects.size() > 1 ? out + quads + "]" : out;
}

std::string action_of(const LinkArea& link, const Places& places) {
  if (link.url.empty()) {
    return link.destination ? way_to(*link.destination, places) : std::string();
  }
  std::string out = "/A<</S/URI/URI";
  append_literal(out, uri_of(link.url));
  return out + ">>";
}

/// ISO 14289-1, 7.18.5: a link's annotation has Contents.
std::string contents_of(const LinkArea& link, const Places& places) {
  // ISO 14289-2, 8.9.4.2: what the element says instead, the annotation says, too.
  const auto& alt = places.document.structure[link.element.index].alt;
  if (!alt.empty()) return alt.str();
  if (!link.contents.empty()) return link.contents;
  return link.url.empty() ? "cross-reference" : link.url;
}

std::optional<std::int64_t> number_of(std::string_view label) {
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(label.data(), label.data() + label.size(), value);
  if (fault != std::errc() || end != label.data() + label.size() || value < 1 || label.front() == '0')
    return std::nullopt;
  return value;
}

struct OutlineNode {
  Dict object;
  std::vector<std::size_t> kids;
  std::size_t parent = 0;
  int level = 0;
  int descendants = 0;
};

/// Node 0 is the outline itself; node i the (i - 1)th entry. A level that skips one hangs under what there is.
std::vector<OutlineNode> outline_nodes(const layout::Document& document, Haru& haru) {
  std::vector<OutlineNode> nodes(1);
  nodes[0].object = haru.object();
  for (const auto& entry : document.outline) {
    std::size_t parent = nodes.size() - 1;
    while (nodes[parent].level >= entry.level && parent != 0) parent = nodes[parent].parent;
    nodes[parent].kids.push_back(nodes.size());
    nodes.push_back({haru.object(), {}, parent, entry.level, 0});
  }
  for (std::size_t i = nodes.size(); i-- > 1;) nodes[nodes[i].parent].descendants += nodes[i].descendants + 1;
  return nodes;
}

void write_outline_node(std::vector<OutlineNode>& nodes, std::size_t index) {
  OutlineNode& node = nodes[index];
  if (node.kids.empty()) return;
  node.object.refer("First", nodes[node.kids.front()].object);
  node.object.refer("Last", nodes[node.kids.back()].object);
  node.object.integer("Count", node.descendants);
  for (std::size_t i = 0; i < node.kids.size(); ++i) {
    Dict kid = nodes[node.kids[i]].object;
    kid.refer("Parent", node.object);
    if (i > 0) kid.refer("Prev", nodes[node.kids[i - 1]].object);
    if (i + 1 < node.kids.size()) kid.refer("Next", nodes[node.kids[i + 1]].object);
  }
}

}  // namespace

std::string uri_of(std::string_view url) {
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos) {
      out += fmt::format("%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

std::string write_links(std::uint32_t page, const Places& places, Haru& haru, Structure& structure) {
  const layout::Page& source = places.document.pages[page];
  std::string references;
  for (const LinkArea& link : source.links) {
    if (link.rects.empty()) continue;
    Dict annotation = haru.object();
    annotation.name("Type", "Annot");
    annotation.name("Subtype", "Link");
    annotation.integer("F", 4);  // printed; needed by ISO 19005-3, 6.3.2
    annotation.text("Contents", contents_of(link, places));
    annotation.integer("StructParent", structure.add_annotation(link.element, page, annotation));
    annotation.exact("/Border[0 0 0]" + area_of(link, source.size.height) + action_of(link, places) + "\n");
    references += annotation.ref() + " ";
  }
  if (references.empty()) return references;
  references.back() = ']';
  return "/Annots[" + references;
}

void write_outline(const Places& places, Haru& haru) {
  const auto& entries = places.document.outline;
  if (entries.empty()) return;
  std::vector<OutlineNode> nodes = outline_nodes(places.document, haru);
  nodes[0].object.name("Type", "Outlines");
  for (std::size_t i = 0; i < nodes.size(); ++i) write_outline_node(nodes, i);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Dict object = nodes[i + 1].object;
    object.text("Title", entries[i].title);
    object.exact(way_to(entries[i].destination, places) + "\n");
  }
  haru.catalog().refer("Outlines", nodes[0].object);
}

std::string page_label_ranges(const std::vector<std::string>& labels) {
  std::string out;
  std::optional<std::int64_t> expected;
  for (std::size_t page = 0; page < labels.size(); ++page) {
    const auto number = number_of(labels[page]);
    if (!number || number != expected) {
      append_integer(out, static_cast<std::int64_t>(page));
      out += "<<";
      if (number) {
        out += "/S/D";
        if (*number != 1) out += fmt::format("/St {}", *number);
      } else if (!labels[page].empty()) {
        out += "/P";
        append_text(out, labels[page]);
      }
      out += ">>";
    }
    expected = number ? std::optional(*number + 1) : std::nullopt;
  }
  return out;
}

void write_page_labels(const layout::Document& document, Haru& haru) {
  std::vector<std::string> labels;
  for (const auto& page : document.pages) labels.push_back(page.label);
  haru.catalog().dict("PageLabels").exact("/Nums[" + page_label_ranges(labels) + "]");
}

}  // namespace readout::pdf
