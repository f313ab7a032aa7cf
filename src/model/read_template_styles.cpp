// [style.*]: what each says, whether all that is named is there, whether what carries text can be read.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "model/read_template.hpp"

namespace readout::model {
namespace {

const KnownStyle* find_known(std::string_view name) {
  const auto& styles = known_styles();
  const auto found = std::find_if(styles.begin(), styles.end(), [&](const KnownStyle& s) { return s.name == name; });
  return found == styles.end() ? nullptr : &*found;
}

template <class Enum>
std::optional<Enum> read_choice(TableReader& table, std::string_view key,
                                const std::vector<std::pair<std::string, Enum>>& values) {
  std::vector<std::string> names;
  for (const auto& [name, value] : values) names.push_back(name);
  const auto word = table.choice(key, names);
  if (!word) return std::nullopt;
  for (const auto& [name, value] : values)
    if (name == *word) return value;
  return std::nullopt;
}

std::optional<At<std::string>> read_name(TableReader& table, std::string_view key) {
  auto text = table.string(key);
  if (!text) return std::nullopt;
  return At<std::string>{std::move(*text), table.span_of(key)};
}

void read_face(TableReader& table, FaceRule& face) {
  face.font = read_name(table, "font");
  face.size = read_size(table, "size");
  face.bold = table.boolean("bold");
  face.italic = table.boolean("italic");
}

std::optional<double> read_rule_value(TableReader& table, const KnownLineRule& known) {
  if (std::holds_alternative<bool LineRules::*>(known.field)) {
    const auto on = table.boolean(known.key);
    return on ? std::optional(*on ? 1.0 : 0.0) : std::nullopt;
  }
  if (std::holds_alternative<Em LineRules::*>(known.field)) {
    const auto em = read_em(table, known.key, known.most);
    return em ? std::optional(em->ems()) : std::nullopt;
  }
  return table.number(known.key);
}

void read_line_rule(TableReader& table, const KnownLineRule& known, StyleRule& rule) {
  const auto value = read_rule_value(table, known);
  if (!value) return;
  const bool whole = !known.whole || *value == static_cast<double>(static_cast<int>(*value));
  if (*value >= known.least && *value <= known.most && whole) rule.lines[known.key] = *value;
  else
    table.fault("range", table.span_of(known.key),
                fmt::format("{} may be {:g} to {:g}{}", known.key, known.least, known.most,
                            known.whole ? ", a whole number" : ""));
}

/// Keys that only whole paragraphs have. In an inline style they could do nothing, so they are refused.
void read_paragraph_keys(TableReader& table, StyleRule& rule) {
  rule.leading = read_length(table, "leading");
  rule.arabic_leading = read_length(table, "arabic_leading");
  rule.before = read_length(table, "before");
  rule.after = read_length(table, "after");
  rule.indent_start = read_length(table, "indent_start");
  rule.indent_end = read_length(table, "indent_end");
  rule.align = read_choice<TextAlign>(table, "align",
                                      {{"justify", TextAlign::justify},
                                       {"start", TextAlign::start},
                                       {"end", TextAlign::end},
                                       {"centre", TextAlign::centre}});
  rule.widows = read_count(table, "widows", 1, 9);
  rule.orphans = read_count(table, "orphans", 1, 9);
  rule.max_lines = read_count(table, "max_lines", 0, 99);
  rule.keep_with_next = table.boolean("keep_with_next");
  rule.keep_together = table.boolean("keep_together");
  rule.balance = table.boolean("balance");
  for (const KnownLineRule& known : known_line_rules()) read_line_rule(table, known, rule);
  const TomlValue* smaller = table.find("smaller");
  if (!smaller) return;
  rule.smaller.emplace();
  if (smaller->kind == TomlValue::Kind::array && smaller->array.empty()) return;  // takes an inherited one away
  for (const TomlValue* value : table.list_of(*smaller, "smaller"))
    if (auto name = table.string_of(*value, "smaller")) rule.smaller->push_back({std::move(*name), value->span});
}

/// The styles that a rule steps down to; none when it says nothing of them, or [].
const std::vector<At<std::string>>& smaller_of(const StyleRule& rule) {
  static const std::vector<At<std::string>> none;
  return rule.smaller ? *rule.smaller : none;
}

/// The key for the other script beside the table's own; "" where there is none: Arabic beside German in German.
std::string_view key_of_beside(std::string_view lang) {
  if (lang.empty()) return "arabic";
  return is_arabic_script(lang) ? "latin" : "";
}

/// `lang`: of a language's table; "" in the style's own.
StyleRule read_rule(TemplateReading& reading, TableReader& table, bool is_inline, std::string_view lang) {
  StyleRule rule;
  read_face(table, rule.latin);
  if (const std::string_view key = key_of_beside(lang); !key.empty()) {
    if (const TomlValue* beside = table.table(key)) {
      TableReader inner = reading.reader(*beside, fmt::format("{}.{}", table.path(), key));
      read_face(inner, rule.beside);
      inner.finish();
    }
  }
  rule.colour = read_name(table, "colour");
  rule.tracking = read_em(table, "tracking");
  rule.rise = read_em(table, "rise");
  rule.caps = read_choice<Caps>(
      table, "caps",
      {{"none", Caps::none}, {"upper", Caps::upper}, {"small", Caps::small}, {"all-small", Caps::all_small}});
  rule.figures =
      read_choice<Figures>(table, "figures", {{"lining", Figures::lining}, {"old-style", Figures::old_style}});
  rule.tabular = table.boolean("tabular");
  rule.ligatures = table.boolean("ligatures");
  if (!is_inline) read_paragraph_keys(table, rule);
  return rule;
}

void read_style(TemplateReading& reading, const std::string& name, const TomlValue& value) {
  const KnownStyle* known = find_known(name);
  const bool is_inline = known && known->is_inline;
  TableReader table = reading.reader(value, fmt::format("style.{}", name));
  StyleEntry entry;
  entry.span = value.span;
  if (!is_inline) entry.inherits = read_name(table, "inherits");
  if (entry.inherits) reading.styles_in_use.insert(entry.inherits->value);
  entry.rule = read_rule(reading, table, is_inline, "");
  for (const At<std::string>& smaller : smaller_of(entry.rule)) reading.styles_in_use.insert(smaller.value);
  for (const TomlEntry& inner : value.table) {
    // A table whose name is a language that has words holds in editions of that language.
    if (inner.value->kind != TomlValue::Kind::table || inner.key == "arabic" || !has_words(reading.out, inner.key))
      continue;
    const TomlValue* rule = table.table(inner.key);
    if (!rule) continue;
    TableReader language = reading.reader(*rule, fmt::format("style.{}.{}", name, inner.key));
    entry.in[inner.key] = read_rule(reading, language, is_inline, inner.key);
    language.finish();
  }
  table.finish();
  reading.out.styles[name] = std::move(entry);
}

std::vector<std::string> names_of(const TemplateReading& reading) {
  std::vector<std::string> names;
  for (const auto& [name, entry] : reading.out.styles) names.push_back(name);
  return names;
}

void tell_unknown(const TemplateReading& reading, const At<std::string>& name) {
  Diagnostic& told =
      reading.diags->error("template.unknown-style", name.span, fmt::format("there is no style “{}”", name.value));
  if (const std::string near = nearest(name.value, names_of(reading)); !near.empty())
    told.hint(fmt::format("“{}” is near", near));
  else told.hint(fmt::format("give it a table, [style.{}]", name.value));
}

void check_colour(TemplateReading& reading, const std::optional<At<std::string>>& name) {
  if (!name || reading.out.palette.contains(name->value)) return;
  std::vector<std::string> names;
  for (const auto& [known, colour] : reading.out.palette) names.push_back(known);
  Diagnostic& told = reading.diags->error("template.unknown-colour", name->span,
                                          fmt::format("the palette has no colour “{}”", name->value));
  if (const std::string near = nearest(name->value, names); !near.empty()) told.hint(fmt::format("“{}” is near", near));
  else told.hint(fmt::format("it has {}", fmt::join(names, ", ")));
}

/// Every name in a style leads somewhere. False when the style cannot be resolved.
bool check_names(TemplateReading& reading, const StyleEntry& entry) {
  bool good = true;
  const auto& styles = reading.out.styles;
  const auto check = [&](const At<std::string>& name) {
    const KnownStyle* known = find_known(name.value);
    if (!styles.contains(name.value)) {
      tell_unknown(reading, name);
      good = false;
    } else if (known && known->is_inline) {
      reading.diags
          ->error("template.inline-style", name.span,
                  fmt::format("“{}” changes the text around it and cannot stand alone", name.value))
          .hint("name a style of paragraphs");
      good = false;
    }
  };
  if (entry.inherits) check(*entry.inherits);
  for (const At<std::string>& name : smaller_of(entry.rule)) check(name);
  check_colour(reading, entry.rule.colour);
  for (const auto& [lang, rule] : entry.in) {
    check_colour(reading, rule.colour);
    for (const At<std::string>& name : smaller_of(rule)) check(name);
  }
  return good;
}

/// False after telling that a style stands, over others, on itself; `told` are the styles of circles already told.
bool check_circle(TemplateReading& reading, const std::string& name, std::set<std::string>& told) {
  const auto& styles = reading.out.styles;
  std::set<std::string> seen{name};
  std::string next = name;
  for (auto found = styles.find(next); found != styles.end() && found->second.inherits; found = styles.find(next)) {
    next = found->second.inherits->value;
    if (next == name) {
      if (told.contains(name)) return false;
      told.insert(seen.begin(), seen.end());
      reading.diags
          ->error("template.style-circle", styles.at(name).inherits->span,
                  fmt::format("style “{}” inherits from itself", name))
          .hint("let one of the styles stand on its own");
      return false;
    }
    if (!seen.insert(next).second) return false;  // it leads into a circle, which is told at one of its own styles
  }
  return true;
}

/// `style` is that of every language that says nothing else.
void check_whole(TemplateReading& reading, const std::string& name, const StyleEntry& entry, const Style& style) {
  std::vector<std::string> missing;
  if (style.latin.family.value.empty()) missing.emplace_back("font");
  if (style.latin.size <= Pt{}) missing.emplace_back("size");
  if (style.leading <= Pt{}) missing.emplace_back("leading");
  if (style.arabic.family.value.empty()) missing.emplace_back("arabic.font");
  if (!missing.empty()) {
    reading.diags
        ->error("template.style-incomplete", entry.span,
                fmt::format("style “{}” has no {}", name, fmt::join(missing, ", ")))
        .hint("say it here or in the style that it inherits");
    return;
  }
  for (const Words& words : reading.out.words) {
    const Style in = style_for(reading.out, name, words.lang);
    const Pt size = is_arabic_script(words.lang) ? in.arabic.size : in.latin.size;
    if (in.leading >= size) continue;
    reading.diags
        ->error("template.leading", entry.span,
                fmt::format("style “{}” sets {:.1f} pt on {:.1f} pt of leading: lines would touch", name, size.points(),
                            in.leading.points()))
        .hint("leading is the distance from baseline to baseline");
    return;
  }
}

/// The least contrast that a style's text may have: WCAG 2.2, 1.4.3: 4.5 : 1, or 3 : 1 for text of 18 pt, or of
/// 14 pt in bold.
double needed_contrast(const Style& style) {
  const bool large =
      style.latin.size >= Pt::from_points(18) || (style.latin.bold && style.latin.size >= Pt::from_points(14));
  return large ? 3.0 : 4.5;
}

/// What a colour of the palette must reach, and the first style that asks for it.
struct Demand {
  double contrast = 0;
  Span style;
};
using Demands = std::map<std::string, Demand>;

void demand(Demands& demands, const std::optional<At<std::string>>& colour, const Style& style) {
  if (!colour) return;
  Demand& known = demands[colour->value];
  const double need = needed_contrast(style);
  if (need > known.contrast) known = {need, colour->span};
}

/// The colour that a style names, or the nearest that it inherits from.
std::optional<At<std::string>> named_colour(const TemplateReading& reading, const StyleEntry& entry) {
  for (const StyleEntry* at = &entry; at != nullptr;) {
    if (at->rule.colour) return at->rule.colour;
    const auto base = at->inherits ? reading.out.styles.find(at->inherits->value) : reading.out.styles.end();
    at = base == reading.out.styles.end() ? nullptr : &base->second;
  }
  return std::nullopt;
}

Style in_force(const Template& design, const KnownStyle& known, const std::string& name, std::string_view lang) {
  return known.is_inline ? restyle(style_for(design, "body", lang), design, name, lang) : style_for(design, name, lang);
}

/// Told at the palette, once a colour, whoever uses it.
void check_contrast(const TemplateReading& reading, const Demands& demands) {
  for (const auto& [name, need] : demands) {
    const auto colour = reading.out.palette.find(name);
    if (colour == reading.out.palette.end() || !colour->second.span.valid()) continue;
    const double got = contrast_on_white(colour->second.value);
    if (got >= need.contrast) continue;
    reading.diags
        ->error("template.contrast", colour->second.span,
                fmt::format("“{}” has a contrast of {:.1f} : 1 on white; text in it needs {:.1f} : 1", name, got,
                            need.contrast))
        .note(need.style, "text is set in it here")
        .hint("WCAG AA: take a darker colour");
  }
}

void check_known_are_there(TemplateReading& reading) {
  std::vector<std::string> missing;
  for (const KnownStyle& known : known_styles())
    if (!reading.out.styles.contains(std::string(known.name))) missing.emplace_back(known.name);
  if (missing.empty()) return;
  constexpr std::size_t shown = 6;
  const std::string rest = missing.size() > shown ? fmt::format(" and {} more", missing.size() - shown) : "";
  missing.resize(std::min(missing.size(), shown));
  reading.diags
      ->error("template.missing-style", reading.out.span,
              fmt::format("there is no style {}{}", fmt::join(missing, ", "), rest))
      .hint("a template that extends house has them from there");
}

}  // namespace

void read_styles(TemplateReading& reading, const TomlValue& value) {
  TableReader table = reading.reader(value, "style");
  for (const TomlEntry& entry : value.table) {
    if (const TomlValue* style = table.table(entry.key)) read_style(reading, entry.key, *style);
  }
  table.finish();
}

std::optional<At<std::string>> read_style_name(TemplateReading& reading, TableReader& table, std::string_view key) {
  auto name = read_name(table, key);
  if (!name) return std::nullopt;
  reading.styles_in_use.insert(name->value);
  const KnownStyle* known = find_known(name->value);
  if (!reading.out.styles.contains(name->value)) {
    tell_unknown(reading, *name);
  } else if (known && known->is_inline) {
    table
        .fault("inline-style", name->span,
               fmt::format("“{}” changes the text around it and cannot stand alone", name->value))
        .hint("name a style of paragraphs");
  }
  return name;
}

void check_styles(TemplateReading& reading) {
  if (reading.out.styles.empty()) return;  // told already
  check_known_are_there(reading);
  for (const auto& [name, entry] : reading.out.styles) {
    const KnownStyle* known = find_known(name);
    // Only in the template's own file: what a file below it has made may be left over by a change up here.
    if (!known && entry.span.file == reading.file && !reading.styles_in_use.contains(name)) {
      std::vector<std::string> names;
      for (const KnownStyle& style : known_styles()) names.emplace_back(style.name);
      Diagnostic& told =
          reading.diags->error("template.unused-style", entry.span, fmt::format("nothing is set in style “{}”", name));
      if (const std::string near = nearest(name, names); !near.empty()) told.hint(fmt::format("“{}” is near", near));
      else told.hint("inherit from it, or leave it out");
    }
  }
  bool good = reading.out.styles.contains("body");
  std::set<std::string> circles;
  for (const auto& [name, entry] : reading.out.styles) {
    good = check_names(reading, entry) && good;
    good = check_circle(reading, name, circles) && good;
  }
  if (!good) return;
  Demands demands;
  for (const auto& [name, entry] : reading.out.styles) {
    const KnownStyle* known = find_known(name);
    if (!known) continue;
    const Style style = in_force(reading.out, *known, name, "");
    if (!known->is_inline) check_whole(reading, name, entry, style);
    demand(demands, named_colour(reading, entry), style);
    for (const auto& [lang, rule] : entry.in) demand(demands, rule.colour, in_force(reading.out, *known, name, lang));
  }
  check_contrast(reading, demands);
}

}  // namespace readout::model
