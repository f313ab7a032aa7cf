#include "unit/pdf/support_document.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "base/files.hpp"
#include "base/utf8.hpp"

using namespace readout;
using namespace readout::layout;
using readout::text::Direction;

namespace {

FontList list_of_files() {
  FontList list;
  DiskFiles files;
  for (const std::string& name : files.list(READOUT_ROOT "/fonts")) {
    if (!name.ends_with(".otf") && !name.ends_with(".ttf")) continue;
    FontFamily family;
    family.name = name;
    FontFace face;
    face.file = name;
    family.faces.push_back(face);
    list.families.push_back(family);
  }
  return list;
}

text::FaceId face_of(std::string_view file) {
  const auto id = fonts().find(file, false, false);
  REQUIRE_MESSAGE(id.has_value(), "fonts/ has no " << file << ": run scripts/fonts");
  Diagnostics diags;
  REQUIRE(fonts().face(*id, diags) != nullptr);
  return *id;
}

/// With READOUT_KEEP=FOLDER, every file written by a test stays there for a validator.
void keep(const std::string& bytes) {
  static int number = 0;
  const char* folder = std::getenv("READOUT_KEEP");
  if (!folder) return;
  DiskFiles files;
  CHECK(files.write(std::string(folder) + "/test-" + std::to_string(++number) + ".pdf", bytes).empty());
}

PlacedRun placed(const text::Run& run, std::string_view text, Pt word_space) {
  PlacedRun out;
  out.face = run.face;
  out.size = run.size;
  out.level = run.level;
  out.text = text.substr(run.begin, run.end - run.begin);
  Pt pen;
  std::vector<PlacedGlyph> glyphs;
  for (const text::Glyph& glyph : run.glyphs) {
    PlacedGlyph g{glyph.id, static_cast<std::uint32_t>(glyph.cluster - run.begin), pen + glyph.dx, glyph.dy,
                  glyph.advance};
    if (text[glyph.cluster] == ' ') g.advance += word_space;
    pen += g.advance;
    glyphs.push_back(g);
  }
  out.glyphs = glyphs;
  out.width = pen;
  return out;
}

}  // namespace

const text::FontBook& fonts() {
  static DiskFiles files;
  static const text::FontBook book(list_of_files(), READOUT_ROOT "/fonts", files);
  REQUIRE_MESSAGE(book.size() > 0, "no font file in fonts/: run scripts/fonts");
  return book;
}

Draft::Draft() {
  document.info.titles = {{"en", "A meeting"}};
  document.info.lang = "en";
  document.info.program = "Readout test";
  document.structure.emplace_back().role = Role::document;
  page();
}

StructId Draft::element(Role role, StructId parent) {
  const StructId id{static_cast<std::uint32_t>(document.structure.size())};
  StructElement& made = document.structure.emplace_back();
  made.role = role;
  made.parent = parent;
  document.structure[parent.index].children.push_back(id);
  return id;
}

void Draft::page() {
  Page& made = document.pages.emplace_back();
  made.size = {Pt::from_points(595.276), Pt::from_points(841.89)};
  made.label = std::to_string(document.pages.size());
  pen_ = {Pt::from_points(72), Pt::from_points(72)};
}

std::vector<PlacedRun> Draft::set(Tag tag, std::string_view text, Direction direction, Pt& width) {
  text::Style style;
  style.latin = {{face_of(latin_face), face_of(arabic_face), face_of("DejaVuSans.ttf")}, size, {}, {}};
  style.arabic = {{face_of(arabic_face), face_of("DejaVuSans.ttf")}, size, {}, {}};
  Diagnostics diags;
  const auto shaped = text::shape(text, {{0, text.size(), &style, direction == Direction::rtl ? "ar" : "en"}},
                                  direction, fonts(), diags);
  REQUIRE(shaped.missing.empty());
  std::vector<PlacedRun> runs;
  std::vector<std::uint8_t> levels;
  for (const text::Run& run : shaped.runs) {
    runs.push_back(placed(run, text, word_space));
    runs.back().tag = tag;
    runs.back().rtl_paragraph = direction == Direction::rtl;
    levels.push_back(run.level);
  }
  width = Pt();
  for (const std::size_t i : text::visual_order(levels)) {
    runs[i].origin.x = width;
    width += runs[i].width;
  }
  return runs;
}

void Draft::line(Tag tag, std::string_view text, Direction direction, std::string_view face) {
  latin_face = face;
  Pt width;
  const Pt left = Pt::from_points(72), right = Pt::from_points(523);
  pen_.y += leading;
  auto runs = set(tag, text, direction, width);
  const Pt start = direction == Direction::rtl ? right - width : left;
  for (PlacedRun& run : runs) {
    run.origin = {run.origin.x + start, pen_.y};
    put(std::move(run));
  }
  pen_.x = start + width;
}

void Draft::go_on(Tag tag, std::string_view text) {
  Pt width;
  for (PlacedRun& run : set(tag, text, Direction::ltr, width)) {
    run.origin = {run.origin.x + pen_.x, pen_.y};
    put(std::move(run));
  }
  pen_.x += width;
}

std::string written(const Document& document, const pdf::Options& options) {
  Diagnostics diags;
  const auto bytes = pdf::write(document, fonts(), options, diags);
  const std::string told = render_text(diags);
  REQUIRE_MESSAGE(bytes.has_value(), told);
  keep(*bytes);
  return *bytes;
}

TemporaryFile::TemporaryFile(std::string_view bytes) {
  char name[] = "/tmp/readout-test-XXXXXX.pdf";
  const int fd = mkstemps(name, 4);
  REQUIRE(fd >= 0);
  path_ = name;
  std::size_t done = 0;
  while (done < bytes.size()) {
    const auto step = ::write(fd, bytes.data() + done, bytes.size() - done);
    REQUIRE(step > 0);
    done += static_cast<std::size_t>(step);
  }
  close(fd);
}

TemporaryFile::~TemporaryFile() { std::remove(path_.c_str()); }

Outcome judged(std::string_view pdf, std::string command) {
  const TemporaryFile file(pdf);
  command = replaced(std::move(command), "@", file.path()) + " 2>&1";
  Outcome outcome;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) outcome.output.append(buffer, n);
  const int status = pclose(pipe);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return outcome;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}

std::string logical(std::string_view text) {
  std::string out;
  bool blank = false;
  for (const char32_t c : utf8::to_utf32(text)) {
    if (c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) continue;
    if (c == ' ' || c == '\n' || c == '\r' || c == '\f' || c == '\t') {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    utf8::append(out, c);
  }
  return out;
}

std::string unpacked(std::string_view pdf) {
  const TemporaryFile out("");
  const Outcome outcome = judged(pdf, "qpdf --qdf --object-streams=disable @ " + out.path());
  REQUIRE_MESSAGE(outcome.status == 0, outcome.output);
  DiskFiles files;
  return files.read(out.path()).bytes.value_or("");
}
