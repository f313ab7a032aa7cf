// Dumps of a document for people and goldens: one item a line, points with two decimals, in reading order.
#include <fmt/format.h>

#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "layout/document.hpp"

namespace readout::layout {
namespace {

using Out = std::back_insert_iterator<std::string>;

std::string points(Pt length) {
  const std::string text = fmt::format("{:.2f}", length.points());
  return text == "-0.00" ? "0.00" : text;
}
std::string hex_of(Colour c) { return fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue); }

/// Quotes, backslashes and what has no width are told by name, so that a line stays one line.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (text.compare(i, 2, "\xC2\xAD") == 0) {
      out += "\\-";
      ++i;
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string_view name_of(Artifact::Kind kind) {
  switch (kind) {
    case Artifact::Kind::header: return "header";
    case Artifact::Kind::footer: return "footer";
    case Artifact::Kind::watermark: return "watermark";
    case Artifact::Kind::layout: return "layout";
    case Artifact::Kind::background: return "background";
  }
  return "";
}

/// "/Document/Sect[1]/P[2]", counted among the children of the same role.
std::vector<std::string> paths_of(const std::deque<StructElement>& structure) {
  std::vector<std::string> paths(structure.size());
  std::map<std::pair<std::uint32_t, Role>, int> counts;
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const auto& element = structure[i];
    paths[i] = element.parent ? paths[element.parent->index] : "";
    paths[i] += fmt::format("/{}", layout::name_of(element.role));
    if (element.parent) paths[i] += fmt::format("[{}]", ++counts[{element.parent->index, element.role}]);
  }
  return paths;
}

/// "Linux Libertine O bold italic", by place in the list; no file is opened for it.
std::vector<std::string> face_names(const text::FontBook& fonts) {
  std::vector<std::string> names;
  for (const auto& family : fonts.list().families)
    for (const auto& face : family.faces)
      names.push_back(family.name + (face.bold ? " bold" : "") + (face.italic ? " italic" : ""));
  return names;
}

class PageDump {
 public:
  PageDump(const Document& document, const text::FontBook& fonts)
      : document_(document), paths_(paths_of(document.structure)), faces_(face_names(fonts)) {}

  std::string write() {
    for (std::size_t p = 0; p < document_.pages.size(); ++p) {
      const auto& page = document_.pages[p];
      fmt::format_to(Out(out_), "page {}  {} x {}  label {}\n", p + 1, points(page.size.width),
                     points(page.size.height), quoted(page.label));
      for (const auto& item : page.items) std::visit(*this, item);
      for (const auto& link : page.links) write_link(link);
      if (!page.ends.empty()) fmt::format_to(Out(out_), "ends  {}\n", page.ends);
    }
    for (const auto& entry : document_.outline)
      fmt::format_to(Out(out_), "outline  {}  {}  -> {}\n", entry.level, quoted(entry.title), place(entry.destination));
    return std::move(out_);
  }

  void operator()(const PlacedRun& run) {
    fmt::format_to(Out(out_), "run   {} {}  {} {}  {}  w={}  {}  {}{}{}  {}\n", x(run.origin.x), x(run.origin.y),
                   run.style, points(run.size), quoted(run.text), points(run.width), hex_of(run.colour),
                   run.face < faces_.size() ? faces_[run.face] : fmt::format("face {}", run.face),
                   run.level % 2 == 1 ? "  rtl" : "", scale(run.scale), tag(run.tag));
  }
  static std::string scale(int scale) { return scale == 1000 ? "" : fmt::format("  scale={}/1000", scale); }
  void operator()(const PlacedRect& rect) {
    fmt::format_to(Out(out_), "rect  {}  {}  {}\n", box(rect.rect), hex_of(rect.colour), tag(rect.tag));
  }
  void operator()(const PlacedRing& ring) {
    fmt::format_to(Out(out_), "ring  {} {}  r={} stroke={}  {}  {}\n", x(ring.centre.x), x(ring.centre.y),
                   points(ring.radius), points(ring.stroke), hex_of(ring.colour), tag(ring.tag));
  }
  void operator()(const PlacedImage& image) {
    fmt::format_to(Out(out_), "image {}  {}  {}\n", box(image.rect), quoted(image.picture), tag(image.tag));
  }

 private:
  static std::string x(Pt length) { return fmt::format("{:>7}", points(length)); }
  static std::string box(const Rect& r) {
    return fmt::format("{} {}  {} x {}", x(r.x), x(r.y), points(r.width), points(r.height));
  }
  static std::string place(const Destination& to) { return fmt::format("page {} y={}", to.page + 1, points(to.y)); }
  std::string tag(const Tag& tag) const {
    if (const auto* artifact = std::get_if<Artifact>(&tag)) return fmt::format("artifact {}", name_of(artifact->kind));
    return paths_[std::get<StructId>(tag).index];
  }
  void write_link(const LinkArea& link) {
    for (const auto& rect : link.rects)
      fmt::format_to(Out(out_), "link  {}  -> {}  {}  {}\n", box(rect),
                     link.destination ? place(*link.destination) : link.url, quoted(link.contents),
                     paths_[link.element.index]);
  }

  const Document& document_;
  std::vector<std::string> paths_, faces_;
  std::string out_;
};

/// The structure tree with its text, as a reader that follows the tags meets it.
class TagDump {
 public:
  explicit TagDump(const Document& document)
      : document_(document), texts_(document.structure.size()), seen_(document.structure.size()) {
    for (const auto& page : document.pages)
      for (const auto& item : page.items) std::visit(*this, item);
  }

  std::string write() {
    if (!document_.structure.empty()) write_element(0, 0);
    return std::move(out_);
  }

  void operator()(const PlacedRun& run) { add(run.tag, run.text); }
  void operator()(const PlacedRect&) {}
  void operator()(const PlacedRing&) {}
  void operator()(const PlacedImage& image) { add(image.tag, "image " + image.picture); }

 private:
  /// Text stands before the first child of which nothing was met yet.
  void add(const Tag& tag, const std::string& text) {
    const auto* id = std::get_if<StructId>(&tag);
    if (id == nullptr) return;
    for (StructId at = *id; document_.structure[at.index].parent;) {
      const StructId parent = *document_.structure[at.index].parent;
      const auto& siblings = document_.structure[parent.index].children;
      for (std::size_t i = seen_[parent.index]; i < siblings.size(); ++i)
        if (siblings[i] == at) seen_[parent.index] = i + 1;
      at = parent;
    }
    texts_[id->index][seen_[id->index]] += text;
  }

  void write_element(std::uint32_t index, std::size_t depth) {
    const auto& element = document_.structure[index];
    out_.append(depth * 2, ' ');
    out_ += layout::name_of(element.role);
    write_attributes(element);
    out_ += '\n';
    for (std::size_t i = 0; i <= element.children.size(); ++i) {
      if (const auto text = texts_[index].find(i); text != texts_[index].end()) {
        out_.append(depth * 2 + 2, ' ');
        out_ += quoted(text->second) + '\n';
      }
      if (i < element.children.size()) write_element(element.children[i].index, depth + 1);
    }
  }

  void write_attributes(const StructElement& element) {
    const auto say = [this](std::string_view name, std::string_view value) {
      if (!value.empty()) fmt::format_to(Out(out_), "  {}={}", name, value);
    };
    const auto quote = [](std::string_view text) { return text.empty() ? std::string() : quoted(text); };
    say("lang", element.lang);
    say("id", element.id);
    say("scope", element.scope);
    for (const auto& header : element.headers) say("header", header);
    if (element.col_span != 1) say("colspan", std::to_string(element.col_span));
    if (element.row_span != 1) say("rowspan", std::to_string(element.row_span));
    say("numbering", element.list_numbering);
    if (element.right_to_left) out_ += "  rtl";
    say("alt", quote(element.alt));
    say("actual", quote(element.actual_text));
    say("expansion", quote(element.expansion));
    if (!element.bbox) return;
    const Rect& box = *element.bbox;
    fmt::format_to(Out(out_), "  bbox={},{} {} x {}", points(box.x), points(box.y), points(box.width),
                   points(box.height));
  }

  const Document& document_;
  std::vector<std::map<std::size_t, std::string>> texts_;  ///< by number of children that stand before the text
  std::vector<std::size_t> seen_;
  std::string out_;
};

}  // namespace

std::string dump_pages(const Document& document, const text::FontBook& fonts) {
  return PageDump(document, fonts).write();
}

std::string dump_tags(const Document& document) { return TagDump(document).write(); }

std::string dump_lines(const Document& document) {
  std::string out;
  for (const auto& line : document.lines)
    fmt::format_to(Out(out), "line  {:<12} {:>7} of {:>7}  {:+.3f}  {}{}\n", line.style, points(line.width),
                   points(line.measure), line.ratio == 0 ? 0.0 : line.ratio, quoted(line.text),
                   line.overfull ? "  overfull" : "");
  return out;
}

}  // namespace readout::layout
