// Pages of placed things with their tags: what lay_out() gives and pdf/ writes. Nothing in here has to be
// decided any more; pdf/ only draws.
#pragma once
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>
#include "base/diagnostics.hpp"
#include "base/length.hpp"
#include "base/seldom.hpp"
#include "image/image.hpp"
#include "layout/info.hpp"
#include "layout/placed_glyphs.hpp"
#include "layout/roles.hpp"
#include "text/font_book.hpp"

namespace readout::layout {

/// Pictures by the key that Figures use.
using Pictures = std::map<std::string, image::Image>;

/// Glyphs of one face, size, colour and level on one line, left to right.
struct PlacedRun {
  Tag tag;
  Point origin;  ///< left end of the run on the baseline
  Pt width;
  text::FaceId face = 0;
  Pt size;
  Colour colour;
  int scale = 1000;        ///< thousandths by which glyphs are drawn wide; their places know it already
  std::uint8_t level = 0;  ///< bidi level; odd = right to left
  bool rtl_paragraph = false;
  bool ends_line = false;  ///< last run, in logical order, of a line that is not its paragraph's last
  std::string style;       ///< paragraph style, for the dump
  std::string text;        ///< what the run stands for, logical order
  PlacedGlyphs glyphs;
  friend bool operator==(const PlacedRun&, const PlacedRun&) = default;
};

struct PlacedRect {  ///< a filled rectangle: rules, shades
  Tag tag;
  Rect rect;
  Colour colour;
  friend bool operator==(const PlacedRect&, const PlacedRect&) = default;
};
struct PlacedRing {  ///< a stroked circle
  Tag tag;
  Point centre;
  Pt radius, stroke;
  Colour colour;
  friend bool operator==(const PlacedRing&, const PlacedRing&) = default;
};
struct PlacedImage {
  Tag tag;
  Rect rect;
  std::string picture;  ///< key into Document::pictures
  friend bool operator==(const PlacedImage&, const PlacedImage&) = default;
};
using Placed = std::variant<PlacedRun, PlacedRect, PlacedRing, PlacedImage>;

struct Destination {
  std::uint32_t page = 0;  ///< from 0
  Pt x, y;
  StructId element;  ///< for structure destinations
  friend bool operator==(const Destination&, const Destination&) = default;
};

/// One link over one or several rectangles of a page. A link over two pages is two of these.
struct LinkArea {
  StructId element;         ///< role Link
  std::vector<Rect> rects;  ///< one a line
  std::string url;          ///< empty: an inner link
  std::optional<Destination> destination;
  std::string contents;
  friend bool operator==(const LinkArea&, const LinkArea&) = default;
};

struct Page {
  Size size;
  std::string label;          ///< as printed
  std::vector<Placed> items;  ///< decorations first, then content in reading order, then running matter
  std::vector<LinkArea> links;
  std::string ends;  ///< why it ends where it does, and what that cost, for the dump
  friend bool operator==(const Page&, const Page&) = default;
};

struct StructElement {
  Role role = Role::none;
  std::optional<StructId> parent;  ///< none: the root
  std::vector<StructId> children;  ///< child elements in reading order
  SeldomText lang;                 ///< empty: as the parent
  SeldomText alt, actual_text, expansion;
  SeldomText id;                    ///< unique, for Note and TH; empty: none
  SeldomText scope;                 ///< TH: "Column", "Row", "Both"
  SeldomList<std::string> headers;  ///< TD: ids of its TH
  int col_span = 1, row_span = 1;
  SeldomText list_numbering;   ///< L
  bool right_to_left = false;  ///< Layout WritingMode RlTb
  Seldom<Rect> bbox;           ///< Figure, Table: on its first page
  Span span;
  friend bool operator==(const StructElement&, const StructElement&) = default;
};
// Where content lies inside an element with children of its own (a P with a Link in the middle), its place
// among them follows from the order of items on the pages.

struct DocumentOutlineEntry {
  int level = 1;
  std::string title;
  Destination destination;
  friend bool operator==(const DocumentOutlineEntry&, const DocumentOutlineEntry&) = default;
};

/// How one line came out, for `dump --stage lines`.
struct LineRecord {
  std::string style, text;
  Pt width, measure;
  double ratio = 0;
  bool overfull = false;
  friend bool operator==(const LineRecord&, const LineRecord&) = default;
};

struct Document {
  Info info;
  std::vector<Page> pages;
  std::deque<StructElement> structure;  ///< [0] is the Document element; parents stand before their children
  std::vector<DocumentOutlineEntry> outline;
  std::vector<LineRecord> lines;      ///< where they were asked for
  Pictures pictures;                  ///< those in use
  std::vector<std::string> patterns;  ///< files of the hyphenation patterns that were asked, sorted
};

[[nodiscard]] std::string dump_pages(const Document& document, const text::FontBook& fonts);
[[nodiscard]] std::string dump_tags(const Document& document);
[[nodiscard]] std::string dump_lines(const Document& document);

}  // namespace readout::layout
