// A template as text: one thing a line, in a fixed order, styles as they stand in force.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/template.hpp"

namespace readout::model {
namespace {

std::string colour(Colour c) { return fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue); }

std::string face(const Face& f) {
  return fmt::format("{}{}{} {:.2f}", f.family.value, f.bold ? " bold" : "", f.italic ? " italic" : "",
                     f.size.points());
}

std::string_view align_name(TextAlign align) {
  switch (align) {
    case TextAlign::justify: return "justify";
    case TextAlign::start: return "start";
    case TextAlign::end: return "end";
    case TextAlign::centre: return "centre";
  }
  return "";
}

std::string_view caps_name(Caps caps) {
  switch (caps) {
    case Caps::none: return "";
    case Caps::upper: return " upper";
    case Caps::small: return " small-caps";
    case Caps::all_small: return " all-small-caps";
  }
  return "";
}

void add_style(std::string& out, const Template& design, const std::string& name, const std::string& lang) {
  const Style s = style_for(design, name, lang);
  out += fmt::format("style    {}{}{}  {}  |  {}  {}  lead={:.2f} {}", name, lang.empty() ? "" : ".", lang,
                     face(s.latin), face(s.arabic), colour(s.colour), s.leading.points(), align_name(s.align));
  out += fmt::format("{}{}{}{}", caps_name(s.caps), s.figures == Figures::old_style ? " old-style" : "",
                     s.tabular ? " tabular" : "", s.ligatures ? "" : " no-ligatures");
  out += fmt::format(" track={:.3f} rise={:.3f} before={:.2f} after={:.2f} in={:.2f},{:.2f} widows={} orphans={}",
                     s.tracking.ems(), s.rise.ems(), s.before.points(), s.after.points(), s.indent_start.points(),
                     s.indent_end.points(), s.widows, s.orphans);
  out += fmt::format("{}{}{}", s.keep_with_next ? " keep-next" : "", s.keep_together ? " keep" : "",
                     s.balance ? " balance" : "");
  for (const KnownLineRule& rule : known_line_rules())
    if (rule_of(s.lines, rule) != rule_of(LineRules{}, rule) || rule.key == "tolerance")
      out += fmt::format(" {}={:g}", rule.key, rule_of(s.lines, rule));
  if (s.arabic_leading > Pt{}) out += fmt::format(" arabic-lead={:.2f}", s.arabic_leading.points());
  if (!s.smaller.empty()) out += fmt::format(" lines<={} then {}", s.max_lines, fmt::join(s.smaller, ","));
  out += '\n';
}

void add_inline(std::string& out, const std::string& name, const StyleRule& rule, const std::string& lang) {
  out += fmt::format("inline   {}{}{}", name, lang.empty() ? "" : ".", lang);
  const auto face_rule = [&](const char* which, const FaceRule& f) {
    if (f.font) out += fmt::format(" {}font={}", which, f.font->value);
    if (f.size)
      out += f.size->times > 0 ? fmt::format(" {}size={:.3f}x", which, f.size->times)
                               : fmt::format(" {}size={:.2f}", which, f.size->absolute.points());
    if (f.bold) out += fmt::format(" {}bold={}", which, *f.bold);
    if (f.italic) out += fmt::format(" {}italic={}", which, *f.italic);
  };
  face_rule("", rule.latin);
  face_rule(is_arabic_script(lang) ? "latin." : "arabic.", rule.beside);
  if (rule.colour) out += fmt::format(" colour={}", rule.colour->value);
  if (rule.tracking) out += fmt::format(" track={:.3f}", rule.tracking->ems());
  if (rule.rise) out += fmt::format(" rise={:.3f}", rule.rise->ems());
  if (rule.caps) out += fmt::format(" caps={}", static_cast<int>(*rule.caps));
  if (rule.figures) out += fmt::format(" figures={}", static_cast<int>(*rule.figures));
  if (rule.tabular) out += fmt::format(" tabular={}", *rule.tabular);
  if (rule.ligatures) out += fmt::format(" ligatures={}", *rule.ligatures);
  out += '\n';
}

void add_styles(std::string& out, const Template& design) {
  for (const auto& [name, entry] : design.styles) {
    bool is_inline = false;
    for (const KnownStyle& known : known_styles()) is_inline = is_inline || (known.name == name && known.is_inline);
    if (is_inline) add_inline(out, name, entry.rule, "");
    else add_style(out, design, name, "");
    for (const auto& [lang, rule] : entry.in) {
      if (is_inline) add_inline(out, name, rule, lang);
      else add_style(out, design, name, lang);
    }
  }
}

std::string parts(const std::vector<Pattern>& patterns) {
  std::vector<std::string> texts;
  for (const Pattern& pattern : patterns) texts.push_back(fmt::format("“{}”", pattern.text));
  return fmt::format("[{}]", fmt::join(texts, " "));
}

void add_sections(std::string& out, const Template& design) {
  for (const SectionSpec& s : design.sections) {
    out += fmt::format("section  {}{}{}{}", name_of(s.from), s.has_heading ? " heading" : "",
                       s.numbered ? " numbered" : "", s.full ? " full" : "");
    if (!s.as.empty()) out += fmt::format(" as={}", s.as);
    if (!s.show.empty()) {
      out += " show=";
      for (std::size_t i = 0; i < s.show.size(); ++i) out += (i ? "," : "") + s.show[i].value;
    }
    if (!s.text.empty()) out += fmt::format(" text={} between=“{}”", parts(s.text), s.between);
    if (s.style) out += fmt::format(" style={}", s.style->value);
    if (s.heading)
      for (const auto& [lang, text] : *s.heading) out += fmt::format(" heading.{}=“{}”", lang, text.value);
    if (s.say_when_empty) out += " say-when-empty";
    for (const auto& [lang, text] : s.empty_words) out += fmt::format(" empty.{}=“{}”", lang, text.value);
    if (s.lines_to_take) out += " lines-to-take";
    out += '\n';
  }
}

void add_lengths(std::string& out, const Lengths& l) {
  const auto row = [&](const char* name, std::initializer_list<Pt> values) {
    out += fmt::format("lengths  {}", name);
    for (const Pt value : values) out += fmt::format(" {:.2f}", value.points());
    out += '\n';
  };
  row("facts", {l.facts_label, l.facts_label_gap, l.facts_gap, Pt::from_points(l.facts_columns)});
  row("list", {l.list_number, l.list_number_gap, l.list_letter, l.list_letter_gap});
  row("sides", {l.sides_gap, Pt::from_points(l.sides_table_from), Pt::from_points(l.sides_people)});
  row("tour", {l.tour_ring, l.tour_stroke});
  row("table", {l.table_pad_top, l.table_pad_bottom, l.table_pad_side, l.table_above, l.table_below});
  row("notes", {l.notes_rule, l.notes_above, l.notes_between});
  if (l.sources_at_foot) out += "notes    of sources, too\n";
  row("sign_off", {Pt::from_points(l.sign_off_columns), l.sign_off_gap});
  row("picture", {l.picture_gap, l.picture_height, l.letterhead_height, l.seal_height, l.flag_height, l.photo_height});
  out += fmt::format("colours  tour={} zebra={}\n", colour(l.tour_colour),
                     l.table_zebra ? colour(*l.table_zebra) : "none");
  out += fmt::format("small    table={:g}\n", l.table_small.value());
}

void add_page(std::string& out, const PageSpec& p) {
  out += fmt::format(
      "page     {:.2f} x {:.2f}  margin {:.2f} {:.2f} {:.2f} {:.2f}  first={:.2f} side={:.2f}+{:.2f} columns={} "
      "gap={:.2f}\n",
      p.paper.width.points(), p.paper.height.points(), p.margin.top.points(), p.margin.right.points(),
      p.margin.bottom.points(), p.margin.left.points(), p.first_top.points(), p.side_width.points(),
      p.side_gap.points(), p.columns, p.column_gap.points());
}

void add_words(std::string& out, const Words& words) {
  out += fmt::format("words    {} digits={}{}{}{} months={} hijri={}\n", words.lang,
                     words.arabic_digits ? "arabic-indic" : "latin", words.french_spacing ? " french-spacing" : "",
                     words.leading_zero ? "" : " no-leading-zero", words.marks_before_stop ? " marks-before-stop" : "",
                     fmt::join(words.months, "/"), fmt::join(words.hijri_months, "/"));
  for (const auto& [name, text] : words.text) out += fmt::format("word     {} {} “{}”\n", words.lang, name, text.value);
}

}  // namespace

std::string dump(const Template& design) {
  std::string out = fmt::format("template {}\n", design.name);
  for (const std::string& file : design.chain) out += fmt::format("file     {}\n", file_name_of(file));
  for (const std::string& file : design.parts) out += fmt::format("part     {}\n", file_name_of(file));
  if (!design.unread.empty()) out += fmt::format("unread   {}\n", fmt::join(design.unread, " "));
  if (design.needs_date) out += "needs    date\n";
  if (design.needs_people) out += "needs    people\n";
  for (const std::string& family : design.fallbacks) out += fmt::format("fallback {}\n", family);
  add_page(out, design.page);
  for (const auto& [name, value] : design.palette) out += fmt::format("colour   {} {}\n", name, colour(value.value));
  add_styles(out, design);
  for (const auto& [name, rule] : design.rules)
    out += fmt::format("rule     {} {:.2f} {} before={:.2f} after={:.2f}\n", name, rule.thickness.points(),
                       colour(rule.colour), rule.before.points(), rule.after.points());
  add_lengths(out, design.lengths);
  for (const FrameSpec& f : design.frames)
    out += fmt::format(
        "frame    {} {} at {:.2f} pages={} start={} centre={} end={} between=“{}” style={} rule={} offset={:.2f}\n",
        f.name, f.foot ? "foot" : "head", f.baseline.points(), static_cast<int>(f.pages), parts(f.start),
        parts(f.centre), parts(f.end), f.between, f.style.value, f.rule, f.rule_offset.points());
  add_sections(out, design);
  for (const Words& words : design.words) add_words(out, words);
  return out;
}

}  // namespace readout::model
