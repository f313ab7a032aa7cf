// A story as text: one block a line, indented by depth, in reading order.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "layout/story.hpp"

namespace readout::layout {
namespace {

std::string colour(Colour c) { return fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue); }

std::string_view align_name(Align align) {
  switch (align) {
    case Align::justify: return "justify";
    case Align::start: return "start";
    case Align::end: return "end";
    case Align::centre: return "centre";
  }
  return "";
}

std::string face(const FaceStyle& f) {
  const text::Features& x = f.features;
  return fmt::format("{}{}{} {:.2f}{}{}{}{}{}{}{}", f.family, f.bold ? " bold" : "", f.italic ? " italic" : "",
                     f.size.points(), x.small_caps ? " smcp" : "", x.all_small_caps ? " c2sc" : "",
                     x.old_style ? " onum" : "", x.tabular ? " tnum" : "", x.ligatures ? "" : " -liga",
                     f.upper_case ? " upper" : "",
                     f.tracking.ems() > 0 ? fmt::format(" track={:.3f}", f.tracking.ems()) : "");
}

/// Those that are not as they come.
std::string line_rules(const LineRules& rules) {
  std::string out;
  for (const KnownLineRule& rule : known_line_rules())
    if (rule_of(rules, rule) != rule_of(LineRules{}, rule) || rule.key == "tolerance")
      out += fmt::format(" {}={:g}", rule.key, rule_of(rules, rule));
  return out;
}

class Dump {
 public:
  explicit Dump(const Story& story) : story_(&story) {}

  std::string whole() {
    page();
    styles();
    for (const RunningLine& line : story_->running) running(line);
    for (const Block& b : story_->blocks) block(b, 0);
    for (std::size_t i = 0; i < story_->notes.size(); ++i) {
      out_ += fmt::format("note     {} “{}”\n", i, story_->notes[i].label);
      for (const Block& b : story_->notes[i].blocks) block(b, 1);
    }
    for (const OutlineEntry& entry : story_->outline)
      out_ += fmt::format("outline  {} “{}” @{}\n", entry.level, entry.title, entry.anchor);
    for (const HyphenExceptions& list : story_->hyphen_exceptions)
      out_ += fmt::format("hyphens  {} {}\n", list.lang, fmt::join(list.words, " "));
    if (!story_->whole_words.empty()) out_ += fmt::format("whole    {}\n", fmt::join(story_->whole_words, " "));
    info();
    return std::move(out_);
  }

 private:
  void page() {
    const PageDesign& p = story_->page;
    out_ += fmt::format("page     {:.2f} x {:.2f}  margin {:.2f} {:.2f} {:.2f} {:.2f}  first={:.2f}{}\n",
                        p.size.width.points(), p.size.height.points(), p.margin.top.points(), p.margin.right.points(),
                        p.margin.bottom.points(), p.margin.left.points(), p.first_top.points(),
                        p.right_to_left ? "  right-to-left" : "");
  }
  void styles() {
    for (std::size_t i = 0; i < story_->text_styles.size(); ++i) {
      const TextStyle& s = story_->text_styles[i];
      out_ += fmt::format("text     {} {} | {} {}{}\n", i, face(s.latin), face(s.arabic), colour(s.colour),
                          s.rise > Pt{} ? fmt::format(" rise={:.2f}", s.rise.points()) : "");
    }
    for (std::size_t i = 0; i < story_->paragraph_styles.size(); ++i) {
      const ParagraphStyle& s = story_->paragraph_styles[i];
      out_ += fmt::format(
          "style    {} {} lead={:.2f} {} before={:.2f} after={:.2f} in={:.2f},{:.2f} orphans={} widows={}{}{}{}"
          "{}{}\n",
          i, s.name, s.leading.points(), align_name(s.align), s.space_before.points(), s.space_after.points(),
          s.indent_start.points(), s.indent_end.points(), s.orphans, s.widows, s.keep_with_next ? " keep-next" : "",
          s.keep_together ? " keep" : "", s.balance ? " balance" : "",
          s.arabic_leading > Pt{} ? fmt::format(" arabic-lead={:.2f}", s.arabic_leading.points()) : "",
          line_rules(s.lines));
    }
  }
  void running(const RunningLine& line) {
    out_ += fmt::format("running  {} at {:.2f} pages={} start={} centre={} end={} rule={:.2f}\n",
                        line.foot ? "foot" : "head", line.baseline.points(), static_cast<int>(line.pages),
                        content(line.start), content(line.centre), content(line.end), line.rule.points());
  }
  std::string content(const InlineText& text) const {
    std::string out;
    for (const Inline& run : text) {
      out += fmt::format("[{}", run.style);
      if (run.role != Role::none) out += fmt::format(" {}", name_of(run.role));
      if (!run.lang.empty()) out += fmt::format(" lang={}", run.lang);
      if (!run.url.empty()) out += fmt::format(" url={}", run.url);
      if (run.target != 0) out += fmt::format(" to=@{}", run.target);
      if (run.anchor != 0) out += fmt::format(" @{}", run.anchor);
      if (!run.contents.empty()) out += fmt::format(" says=“{}”", run.contents);
      if (!run.expansion.empty()) out += fmt::format(" means=“{}”", run.expansion);
      if (run.note) out += fmt::format(" note={}", *run.note);
      if (run.isolate != text::Isolation::none) out += run.same_isolate ? " isolate+" : " isolate";
      if (run.isolate == text::Isolation::ltr || run.isolate == text::Isolation::rtl)
        out += run.isolate == text::Isolation::ltr ? "=ltr" : "=rtl";
      if (run.together) out += " together";
      if (run.unbroken) out += " unbroken";
      if (run.whole_words) out += " whole-words";
      for (const std::uint32_t at : run.separators) out += fmt::format(" separator@{}", at);
      if (run.stays_by) out += " stays-by";
      if (run.parts_lines) out += " parts-lines";
      if (run.field == Field::page) out += " page";
      if (run.field == Field::pages) out += " pages";
      if (run.field == Field::page_of) out += " page-of";
      out += fmt::format("]{}", run.text);
    }
    return "“" + out + "”";
  }
  std::string paragraph(const Paragraph& p) const {
    std::string out = fmt::format("{}{} {}", story_->paragraph_styles[p.style].name,
                                  p.direction == Direction::rtl ? " rtl" : "", content(p.content));
    if (p.stands_in) out += " stands-in";
    if (p.signs) out += " signs";
    if (!p.smaller.empty()) out += fmt::format(" smaller={} lines<={}", p.smaller.size(), p.max_lines);
    return out;
  }
  void row(int depth, const Block& b, const std::string& rest) {
    out_ += std::string(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += b.role == Role::none ? "-" : std::string(name_of(b.role));
    if (!b.lang.empty()) out_ += fmt::format(" lang={}", b.lang);
    if (b.anchor != 0) out_ += fmt::format(" @{}", b.anchor);
    if (b.keep_with_next) out_ += " keep-next";
    if (b.keep_with_previous) out_ += " keep-previous";
    constexpr std::string_view bonds[] = {"", "table", "points", "decision", "sum", "tail"};
    if (b.bond != Bond::none) out_ += fmt::format(" bond={}", bonds[static_cast<std::size_t>(b.bond)]);
    out_ += ' ' + rest + '\n';
  }
  void text_row(int depth, std::string_view what, const Paragraph& p) {
    out_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + fmt::format("{}: {}\n", what, paragraph(p));
  }
  void blocks(const std::vector<Block>& all, int depth) {
    for (const Block& b : all) block(b, depth);
  }
  void block(const Block& b, int depth) {
    std::visit([&](const auto& inside) { show(b, inside, depth); }, b.content);
  }
  void show(const Block& b, const Group& g, int depth) {
    std::string rest = "group";
    if (g.keep_together) rest += " keep";
    if (g.columns > 1) rest += fmt::format(" columns={} gap={:.2f}", g.columns, g.column_gap.points());
    if (g.inset_start > Pt{} || g.inset_end > Pt{})
      rest += fmt::format(" inset={:.2f},{:.2f}", g.inset_start.points(), g.inset_end.points());
    if (!g.numbering.empty()) rest += " numbering=" + g.numbering;
    if (g.from_pages > 0) rest += fmt::format(" from-pages={}", g.from_pages);
    row(depth, b, rest);
    blocks(g.blocks, depth + 1);
    again(g.again, depth + 1);
  }
  void show(const Block& b, const Paragraph& p, int depth) { row(depth, b, paragraph(p)); }
  void show(const Block& b, const Item& i, int depth) {
    std::string rest =
        fmt::format("item label={} width={:.2f}+{:.2f}", paragraph(i.label), i.label_width.points(), i.gap.points());
    if (i.widest_label) rest += i.widest_of_story ? " widest-of-story" : " widest";
    if (i.ring)
      rest += fmt::format(" ring={:.2f}/{:.2f} {}{}{}", i.ring_size.points(), i.ring_stroke.points(),
                          colour(i.ring_colour), i.line_before ? " from-before" : "", i.line_after ? " to-next" : "");
    row(depth, b, rest);
    if (i.aside)
      text_row(depth + 1, fmt::format("aside {:.2f}+{:.2f}", i.aside_gap.points(), i.aside_width.points()), *i.aside);
    blocks(i.body, depth + 1);
  }
  void show(const Block& b, const Columns& c, int depth) {
    row(depth, b,
        fmt::format("columns gap={:.2f}{}{}", c.gap.points(), c.by_rows ? " rows" : "",
                    c.align_bottoms     ? " bottoms"
                    : c.align_baselines ? ""
                                        : " tops"));
    for (const Columns::Cell& cell : c.cells) {
      out_ += std::string(static_cast<std::size_t>(depth + 1) * 2, ' ') +
              fmt::format("cell {}{:.2f}{}\n", cell.role == Role::none ? "" : std::string(name_of(cell.role)) + " ",
                          cell.width.points(), cell.fits ? " fits" : "");
      blocks(cell.blocks, depth + 2);
      again(cell.again, depth + 2);
    }
  }
  void again(const std::vector<Block>& all, int depth) {
    if (all.empty()) return;
    out_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "again\n";
    blocks(all, depth + 1);
  }
  void show(const Block& b, const Entry& e, int depth) {
    row(depth, b, fmt::format("entry gap={:.2f}+{:.2f}", e.gap.points(), e.page_width.points()));
    text_row(depth + 1, "title", e.title);
    text_row(depth + 1, "page", e.page);
  }
  void show(const Block& b, const Pair& p, int depth) {
    row(depth, b,
        fmt::format(
            "pair{}{}{}", p.ruled ? " ruled" : "", p.follows ? " follows" : "",
            p.stack ? fmt::format(" stack={:.2f}{}", p.stack->inset_end.points(), p.stack->together ? " together" : "")
                    : ""));
    for (const Pair::Side* side : {&p.first, &p.second}) {
      out_ += std::string(static_cast<std::size_t>(depth + 1) * 2, ' ') +
              fmt::format("side {}{}\n", side->lang, side->right_to_left ? " rtl" : "");
      blocks(side->blocks, depth + 2);
    }
    if (p.below.empty()) return;
    out_ += std::string(static_cast<std::size_t>(depth + 1) * 2, ' ') + "below\n";
    blocks(p.below, depth + 2);
  }
  void table_row(const TableRow& r, std::string_view what, int depth) {
    out_ +=
        std::string(static_cast<std::size_t>(depth) * 2, ' ') + std::string(what) + (r.group_head ? " group\n" : "\n");
    for (const TableCell& cell : r.cells) {
      out_ += std::string(static_cast<std::size_t>(depth + 1) * 2, ' ') +
              fmt::format("{} span={} scope={}\n", cell.head ? "th" : "td", cell.span, static_cast<int>(cell.scope));
      blocks(cell.blocks, depth + 2);
    }
    if (!r.again.empty()) again(r.again.front().blocks, depth + 1);
  }
  void show(const Block& b, const Table& t, int depth) {
    std::string rest = "table";
    for (const TableColumn& c : t.columns)
      rest += fmt::format(" {}{}({:.2f},{:.2f},{:.1f})", align_name(c.align), c.on_point ? "." : "",
                          c.min_width.points(), c.max_width.points(), c.stretch);
    const TableStyle& s = t.style;
    rest += fmt::format(" pad={:.2f},{:.2f},{:.2f} rules={:.2f},{:.2f},{:.2f}{}", s.pad_top.points(),
                        s.pad_bottom.points(), s.pad_side.points(), s.head_rule.points(), s.row_rule.points(),
                        s.end_rule.points(), s.zebra ? " zebra=" + colour(*s.zebra) : "");
    row(depth, b, rest);
    if (t.caption) text_row(depth + 1, "caption", *t.caption);
    if (t.continued) text_row(depth + 1, "continued", *t.continued);
    for (const TableRow& r : t.head) table_row(r, "head", depth + 1);
    for (const TableRow& r : t.body) table_row(r, "row", depth + 1);
  }
  void show(const Block& b, const Figure& f, int depth) {
    row(depth, b,
        fmt::format("figure {}{} alt=“{}” max={:.2f},{:.2f} {}{}", f.picture, f.decorative ? " decorative" : "", f.alt,
                    f.max_width.points(), f.max_height.points(), align_name(f.align), f.floats ? " floats" : ""));
    if (f.caption) text_row(depth + 1, "caption", *f.caption);
    if (f.caption_beside) text_row(depth + 1, "caption " + f.lang_beside, *f.caption_beside);
  }
  void show(const Block& b, const Rule& r, int depth) {
    row(depth, b,
        fmt::format("rule {:.2f} {} width={:.2f} before={:.2f} after={:.2f}{}", r.thickness.points(), colour(r.colour),
                    r.width.points(), r.space_before.points(), r.space_after.points(), r.level ? " level" : ""));
  }
  void show(const Block& b, const PageBreak&, int depth) { row(depth, b, "page-break"); }
  void info() {
    const Info& i = story_->info;
    for (const auto& [lang, title] : i.titles) out_ += fmt::format("title    {} “{}”\n", lang, title);
    out_ += fmt::format("lang     {}{}\n", i.lang, i.right_to_left ? " right-to-left" : "");
    const auto rows = [&](const char* name, const std::vector<std::string>& values) {
      for (const std::string& value : values) out_ += fmt::format("{:<8} “{}”\n", name, value);
    };
    rows("uses", i.languages);
    rows("creator", i.creators);
    if (!i.subject.empty()) rows("subject", {i.subject});
    for (const auto& [lang, text] : i.descriptions) out_ += fmt::format("about    {} “{}”\n", lang, text);
    rows("keyword", i.keywords);
    if (!i.rights.empty()) rows("rights", {i.rights});
    rows("ident", i.identifiers);
    for (const auto& [name, value] : i.properties) out_ += fmt::format("property {} “{}”\n", name, value);
    if (i.issued)
      out_ += fmt::format("issued   {:04}-{:02}-{:02}{}\n", i.issued->year, i.issued->month, i.issued->day,
                          i.issued->has_time ? fmt::format("T{:02}:{:02}:{:02} {:+}", i.issued->hour, i.issued->minute,
                                                           i.issued->second, i.issued->offset_minutes)
                                             : "");
  }

  const Story* story_;
  std::string out_;
};

}  // namespace

std::string dump(const Story& story) { return Dump(story).whole(); }

}  // namespace readout::layout
