// A style in force: what it inherits, then its own rule, then its rule for the edition's language.
//
// One thing is worth knowing: the ratio of the two scripts' sizes is kept. When the Latin size changes, Arabic
// beside it changes by as much; when an Arabic edition sets the Arabic size, the Latin in it follows.
#include <algorithm>

#include "base/ascii.hpp"
#include "base/assert.hpp"
#include "model/template.hpp"

namespace readout::model {
namespace {

Pt times(Pt size, double factor) { return Pt::from_points(size.points() * factor); }

double arabic_ratio(const Style& style) {
  if (style.latin.size <= Pt{} || style.arabic.size <= Pt{}) return 1;
  return style.arabic.size.points() / style.latin.size.points();
}

void apply_latin(Style& style, const FaceRule& rule) {
  if (rule.font) style.latin.family = *rule.font;
  if (rule.size) {
    const double ratio = arabic_ratio(style);
    style.latin.size = rule.size->times > 0 ? times(style.latin.size, rule.size->times) : rule.size->absolute;
    style.arabic.size = times(style.latin.size, ratio);
  }
  if (rule.bold) style.latin.bold = *rule.bold;
  if (rule.italic) style.latin.italic = *rule.italic;
  // Arabic has no italic of its own: bold stands for it.
  if (rule.bold || rule.italic) style.arabic.bold = style.latin.bold || style.latin.italic;
}

/// The script that stands beside the edition's own, whose size is `size`.
void apply_beside(Face& face, Pt size, const FaceRule& rule) {
  if (rule.font) face.family = *rule.font;
  if (rule.size) face.size = rule.size->times > 0 ? times(size, rule.size->times) : rule.size->absolute;
  if (rule.bold) face.bold = *rule.bold;
  if (rule.italic) face.italic = *rule.italic;
}

void apply_arabic_edition(Style& style, const FaceRule& rule) {
  if (rule.font) style.arabic.family = *rule.font;
  if (rule.size) {
    const double ratio = arabic_ratio(style);
    style.arabic.size = rule.size->times > 0 ? times(style.arabic.size, rule.size->times) : rule.size->absolute;
    style.latin.size = times(style.arabic.size, 1 / ratio);
  }
  if (rule.bold) style.arabic.bold = *rule.bold;
  if (rule.italic) style.arabic.italic = *rule.italic;
}

template <class T>
void set(T& field, const std::optional<T>& rule) {
  if (rule) field = *rule;
}

void apply_lines(LineRules& lines, const StyleRule& rule) {
  const auto all = known_line_rules();
  for (const auto& [key, value] : rule.lines)
    if (const auto known = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.key == key; });
        known != all.end())
      set_rule(lines, *known, value);
}

void apply(Style& style, const StyleRule& rule, const Template& design, bool arabic_edition) {
  if (arabic_edition) {
    apply_arabic_edition(style, rule.latin);
    apply_beside(style.latin, style.arabic.size, rule.beside);
  } else {
    apply_latin(style, rule.latin);
    apply_beside(style.arabic, style.latin.size, rule.beside);
  }
  if (rule.colour)
    if (const auto found = design.palette.find(rule.colour->value); found != design.palette.end())
      style.colour = found->second.value;
  set(style.tracking, rule.tracking);
  set(style.rise, rule.rise);
  set(style.caps, rule.caps);
  set(style.figures, rule.figures);
  set(style.tabular, rule.tabular);
  set(style.ligatures, rule.ligatures);
  set(style.leading, rule.leading);
  set(style.arabic_leading, rule.arabic_leading);
  set(style.before, rule.before);
  set(style.after, rule.after);
  set(style.indent_start, rule.indent_start);
  set(style.indent_end, rule.indent_end);
  set(style.align, rule.align);
  set(style.widows, rule.widows);
  set(style.orphans, rule.orphans);
  set(style.max_lines, rule.max_lines);
  set(style.keep_with_next, rule.keep_with_next);
  set(style.keep_together, rule.keep_together);
  set(style.balance, rule.balance);
  if (!rule.lines.empty()) apply_lines(style.lines, rule);
  if (rule.smaller) {
    style.smaller.clear();
    for (const At<std::string>& name : *rule.smaller) style.smaller.push_back(name.value);
  }
}

void apply_entry(Style& style, const StyleEntry& entry, const Template& design, std::string_view lang) {
  apply(style, entry.rule, design, false);
  std::vector<const std::pair<const std::string, StyleRule>*> rules;
  for (const auto& row : entry.in)
    if (serves(row.first, lang)) rules.push_back(&row);
  std::stable_sort(rules.begin(), rules.end(), [](auto* a, auto* b) { return a->first.size() < b->first.size(); });
  for (const auto* row : rules) apply(style, row->second, design, is_arabic_script(lang));
}

}  // namespace

bool serves(std::string_view tag, std::string_view lang) {
  if (tag.size() > lang.size()) return false;
  for (std::size_t i = 0; i < tag.size(); ++i)
    if (ascii::small(tag[i]) != ascii::small(lang[i])) return false;
  return tag.size() == lang.size() || lang[tag.size()] == '-';
}

Style style_for(const Template& design, std::string_view name, std::string_view lang) {
  std::vector<const StyleEntry*> chain;
  std::string next(name);
  for (auto found = design.styles.find(next); found != design.styles.end(); found = design.styles.find(next)) {
    chain.push_back(&found->second);
    if (!found->second.inherits || chain.size() > design.styles.size()) break;
    next = found->second.inherits->value;
  }
  READOUT_ASSERT(!chain.empty());
  Style style;
  for (auto entry = chain.rbegin(); entry != chain.rend(); ++entry) {
    style.smaller.clear();  // a style that is stepped down to does not step down again by inheritance
    style.max_lines = (*entry)->rule.max_lines.value_or(0);
    apply_entry(style, **entry, design, lang);
  }
  style.name = name;
  style.span = chain.front()->span;
  return style;
}

Style restyle(Style style, const Template& design, std::string_view name, std::string_view lang) {
  const auto found = design.styles.find(std::string(name));
  READOUT_ASSERT(found != design.styles.end());
  const bool italic = style.latin.italic, bold_arabic = style.arabic.bold;
  apply_entry(style, found->second, design, lang);
  if (name != "emphasis") return style;
  // Emphasis inside what is set apart already stands upright; Arabic, which has no italic, turns from bold to plain.
  if (italic && style.latin.italic) style.latin.italic = false;
  if (bold_arabic && style.arabic.bold) style.arabic.bold = false;
  return style;
}

}  // namespace readout::model
