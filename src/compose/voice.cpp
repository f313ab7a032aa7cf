#include "compose/voice.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.hpp"
#include "compose/dates.hpp"
#include "compose/figures.hpp"
#include "compose/quotes.hpp"
#include "compose/script.hpp"
#include "model/template_values.hpp"

namespace readout::compose {
namespace {

using layout::Role;

Script script_of_language(std::string_view lang) {
  return model::is_arabic_script(lang) ? Script::arabic : Script::latin;
}

/// The listed language of a script, else the script's default.
std::string language_of(const Desk& desk, Script script) {
  for (const std::string* tag : {&desk.tag, &desk.other})
    if (!tag->empty() && script_of_language(*tag) == script) return *tag;
  return script == Script::arabic ? "ar" : script == Script::latin ? "en" : "";
}

/// Whole values that may run against the paragraph are set apart for the bidirectional algorithm.
bool runs_against(const Desk& desk, std::string_view text) { return desk.rtl || has_script(text, Script::arabic); }

bool is_word_character(char32_t c) { return script_of(c) != Script::neutral || (c >= U'0' && c <= U'9'); }

/// The place of a whole word in a text, from `from` on.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
    std::size_t before = at;
    while (before > 0 && (static_cast<unsigned char>(text[before - 1]) & 0xC0) == 0x80) --before;
    const bool starts = at == 0 || !is_word_character(utf8::decode(text, before == 0 ? 0 : before - 1).value);
    const std::size_t end = at + word.size();
    const bool ends = end == text.size() || !is_word_character(utf8::decode(text, end).value);
    if (starts && ends) return at;
  }
  return std::string_view::npos;
}

struct TermPlace {
  std::size_t at = std::string_view::npos, size = 0;
  std::string means;
};

/// The first term of the brief in a text; the longest of several at one place.
TermPlace next_term(const Desk& desk, std::string_view text, std::size_t from) {
  TermPlace best;
  for (const model::Term& term : desk.brief.terms) {
    const auto* word = term.term.best(desk.lang);
    const auto* means = term.means.best(desk.lang);
    if (!word || !means) continue;
    const std::size_t at = find_word(text, word->value, from);
    const bool first = at < best.at || (at == best.at && word->value.size() > best.size);
    if (at != std::string_view::npos && first) best = {at, word->value.size(), means->value};
  }
  return best;
}

/// Cuts a fragment at the terms in it; those carry their expansion.
void add_with_terms(const Desk& desk, Fragments& out, Fragment whole) {
  const std::string& text = whole.run.text;
  std::size_t done = 0;
  for (TermPlace term = next_term(desk, text, 0); term.at != std::string_view::npos;
       term = next_term(desk, text, done)) {
    Fragment piece = whole;
    piece.run.text = text.substr(done, term.at - done);
    if (!piece.run.text.empty()) out.push_back(piece);
    piece.run.text = text.substr(term.at, term.size);
    piece.run.expansion = term.means;
    if (piece.run.role == Role::none) piece.run.role = Role::span;
    out.push_back(std::move(piece));
    done = term.at + term.size;
  }
  if (done == text.size()) return;
  whole.run.text.erase(0, done);
  out.push_back(std::move(whole));
}

/// A string in a language -> fragments: stretches of another script tagged, terms expanded.
Fragments tagged(const Desk& desk, std::string_view text, std::string_view lang, Span span) {
  Fragments out;
  const Script own = script_of_language(lang);
  for (const ScriptStretch& stretch : stretches_of(text, own)) {
    if (stretch.end == stretch.begin) continue;
    Fragment piece;
    piece.run.text = text.substr(stretch.begin, stretch.end - stretch.begin);
    piece.run.span = span;
    const std::string in = stretch.script == own || stretch.script == Script::other ? std::string(lang)
                                                                                    : language_of(desk, stretch.script);
    // What stands in a paragraph of the other language must name even the edition's own.
    if (in != desk.tag || lang != desk.tag) piece.run.lang = in;
    add_with_terms(desk, out, std::move(piece));
  }
  // A span of its own language is an element of its own, so that a voice can change there.
  for (Fragment& piece : out)
    if (!piece.run.lang.empty() && piece.run.role == Role::none) piece.run.role = Role::span;
  return out;
}

const model::Words& words_of(const Desk& desk, std::string_view lang) {
  const model::Words* words = model::words_for(desk.design, lang);
  return words ? *words : desk.words;
}

std::string tag_of(const Desk& desk, std::size_t index) { return index == desk.lang ? desk.tag : desk.other; }

/// Which language of a value is printed: the edition's, or the one that is there.
template <class T>
std::size_t chosen(const Desk& desk, const model::Localised<T>& value) {
  return value.in[desk.lang] ? desk.lang : 1 - desk.lang;
}

/// A number alone is at home in every language, and so is one with its unit.
bool is_at_home(std::string_view text) { return !has_letters(text) || on_units(text) == OnUnits::figure; }
bool has_words(const model::TextValue& text) {
  if (text.paragraphs.size() == 1 && text.paragraphs.front().size() == 1)
    return !is_at_home(text.paragraphs.front().front().text);
  for (const model::TextParagraph& paragraph : text.paragraphs)
    for (const model::Piece& piece : paragraph)
      if (has_letters(piece.text)) return true;
  return false;
}

/// What is printed in several places is told once.
bool was_told(const Desk& desk, std::string_view code, Span span) {
  const auto& told = desk.diags.all();
  return std::any_of(told.begin(), told.end(),
                     [&](const Diagnostic& one) { return one.code == code && one.span == span; });
}

void warn_untranslated(const Desk& desk, Span span) {
  if (was_told(desk, "compose.untranslated", span)) return;
  desk.diags
      .warning("compose.untranslated", span,
               "this has no text in “" + desk.tag + "”; it is printed in “" + desk.other + "”")
      .hint("give it as { " + desk.other + " = \"…\", " + desk.tag + " = \"…\" }");
}

/// A gap looks alike everywhere, also in headings and names.
constexpr std::string_view gap_style = "gap";
bool is_missing(const Fragment& piece) { return !piece.under.empty() && piece.under.front() == gap_style; }

/// What stands beside a text that this language lacks.
Fragments gap(const Desk& desk, Span span) {
  if (!was_told(desk, "compose.gap", span))
    desk.diags
        .warning("compose.gap", span, "this has no text in “" + desk.tag + "”; its place beside the other is marked")
        .hint("give it as { " + desk.other + " = \"…\", " + desk.tag + " = \"…\" }");
  return styled(tagged(desk, desk.word("edition.gap"), desk.tag, span), gap_style);
}

Fragments in_language(const Desk& desk, const model::LineText& text, std::string_view lang) {
  const std::string curled = curl(text.value, text.straight, words_of(desk, lang));
  Fragments out = tagged(desk, curled, lang, text.span);
  return runs_against(desk, curled) ? isolated(std::move(out), isolation_of(curled, lang)) : out;
}

/// `curled` is the piece's text as it is set.
Fragments piece_of(const Desk& desk, const model::Piece& piece, std::string_view curled, std::string_view lang) {
  Fragments out;
  if (piece.text.empty() && piece.ref) out = name_of(desk, *piece.ref, piece.span);
  else out = tagged(desk, curled, lang, piece.span);
  if (piece.emphasis) out = styled(std::move(out), "emphasis");
  if (piece.strong) out = styled(std::move(out), "strong");
  if (!piece.url.empty()) {
    out = styled(std::move(out), "link");
    for (Fragment& part : out) {
      part.run.role = Role::link;
      part.run.url = piece.url;
      part.run.contents = piece.text.empty() ? piece.url : piece.text;
    }
  }
  if (piece.ref)
    if (const auto anchor = anchor_of(desk, *piece.ref)) out = inner_link(desk, std::move(out), *anchor);
  return out;
}

Fragments paragraph_of(const Desk& desk, const model::TextParagraph& paragraph, std::string_view lang) {
  std::vector<QuotedPiece> pieces;
  for (const model::Piece& piece : paragraph) pieces.push_back({piece.text, &piece.straight});
  const std::vector<std::string> curled = curl(pieces, words_of(desk, lang));
  Fragments out;
  for (std::size_t i = 0; i < paragraph.size(); ++i) append(out, piece_of(desk, paragraph[i], curled[i], lang));
  return out;
}

}  // namespace

void append(Fragments& to, Fragments from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

Fragments styled(Fragments text, std::string_view inline_style) {
  for (Fragment& piece : text)
    if (!is_missing(piece)) piece.under.push_back(inline_style);
  return text;
}

bool is_missing(const Fragments& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](const Fragment& piece) { return is_missing(piece); });
}

Fragments isolated(Fragments text, Isolation how) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    text[i].run.isolate = how;
    text[i].run.same_isolate = i > 0;
  }
  return text;
}

Fragments in_one_direction(const Desk& desk, Fragments text) {
  const Isolation against = desk.rtl ? Isolation::ltr : Isolation::rtl;
  const auto runs_so = [&](const Fragment& piece) { return piece.run.isolate == against; };
  const auto is_mute = [](const Fragment& piece) {
    return piece.run.isolate == Isolation::none && piece.run.field == layout::Field::none &&
           !has_letters(piece.run.text);
  };
  if (!std::all_of(text.begin(), text.end(), [&](const Fragment& one) { return runs_so(one) || is_mute(one); }))
    return text;
  const auto first = std::find_if(text.begin(), text.end(), runs_so);
  const auto last = std::find_if(text.rbegin(), text.rend(), runs_so).base();
  for (auto piece = first; piece < last; ++piece) {
    piece->run.isolate = against;
    piece->run.same_isolate = piece != first;
  }
  return text;
}

Isolation isolation_of(std::string_view text, std::string_view lang) {
  if (!has_letters(text)) return Isolation::first_strong;
  return model::is_arabic_script(lang) ? Isolation::rtl : Isolation::ltr;
}

Fragments plain(const Desk& desk, std::string_view text, Span span) {
  if (text.empty()) return {};
  return tagged(desk, text, desk.tag, span);
}

Fragments version(const Desk& desk, const model::At<std::string>& text) {
  const bool number = text.value.find_first_not_of("0123456789") == std::string::npos;
  return number ? plain(desk, digits(text.value, desk.words), text.span) : code(desk, text);
}

Fragments code(const Desk& desk, const model::At<std::string>& text) {
  Fragment piece;
  piece.run.text = text.value;
  piece.run.span = text.span;
  // A number of several parts, as a telephone's, would stand in the other order in Arabic.
  const bool number = script_of_language(desk.tag) == Script::arabic && !has_letters(text.value);
  if (number || runs_against(desk, text.value)) piece.run.isolate = Isolation::first_strong;
  const bool western = text.value.find_first_of("0123456789") != std::string::npos;
  if (number && western) piece.run.lang = language_of(desk, Script::latin);  // its figures are those of other codes
  // Words of the other script are in that script's language: "June 2026, in Betania" in the Arabic edition.
  const Script own = script_of_language(desk.tag), other = own == Script::arabic ? Script::latin : Script::arabic;
  if (has_script(text.value, other)) {
    if (has_script(text.value, own))
      return isolated(tagged(desk, text.value, desk.tag, text.span), Isolation::first_strong);
    piece.run.lang = language_of(desk, other);
    piece.run.role = Role::span;
  }
  return {piece};
}

Fragments line(const Desk& desk, const model::Line& value) {
  const std::size_t index = chosen(desk, value);
  const model::LineText* text = value.get(index);
  if (!text) return {};
  if (index != desk.lang && is_at_home(text->value)) return in_language(desk, *text, desk.tag);
  if (index != desk.lang && desk.paired) return gap(desk, text->span);
  if (index != desk.lang && desk.lang != 0) warn_untranslated(desk, text->span);
  return in_language(desk, *text, tag_of(desk, index));
}

Fragments line_or_nothing(const Desk& desk, const std::optional<model::Line>& value) {
  return value ? line(desk, *value) : Fragments{};
}

std::string foreign(const Desk& desk, const model::Line& value) {
  const std::size_t index = chosen(desk, value);
  const model::LineText* text = value.get(index);
  return index != desk.lang && !desk.paired && text && has_letters(text->value) ? tag_of(desk, index) : "";
}

Fragments second(const Desk& desk, const model::Line& value) {
  if (desk.paired || desk.other.empty() || !value.in[0] || !value.in[1]) return {};
  const model::LineText& text = *value.get(1 - desk.lang);
  return isolated(in_language(desk, text, desk.other), isolation_of(text.value, desk.other));
}

namespace {

Fragments as_separator(Fragments between) {
  for (Fragment& piece : between) {
    const std::string& text = piece.run.text;
    if (text.size() > 2 && text.front() == ' ' && text.back() == ' ') piece.run.separators.add(0);
  }
  return between;
}

}  // namespace

Fragments separator(const Desk& desk, std::string_view between) { return as_separator(plain(desk, between)); }

Fragments second_joined(const Desk& desk, const std::vector<const model::Line*>& values, std::string_view between) {
  Fragments out;
  for (const model::Line* value : values) {
    const std::string text = bare(second(desk, *value));
    if (text.empty()) continue;
    if (!out.empty()) append(out, as_separator(tagged(desk, between, desk.other, value->span)));
    append(out, whole_name(tagged(desk, text, desk.other, value->span)));
  }
  const std::string all = bare(out);
  return isolated(std::move(out), isolation_of(all, desk.other));
}

std::string string_of(const Desk& desk, const model::Line& value) { return bare(line(desk, value)); }

Said text(Desk& desk, const model::Text& value) {
  Said said;
  said.span = value.span;
  const std::size_t index = chosen(desk, value);
  const model::TextValue* in = value.get(index);
  if (!in) return said;
  const bool foreign = index != desk.lang && has_words(*in);
  if (foreign && desk.paired) {
    said.paragraphs.push_back(gap(desk, value.span));
    return said;
  }
  const std::string lang = foreign ? tag_of(desk, index) : desk.tag;
  if (foreign) {
    said.lang = lang;
    if (desk.lang != 0) warn_untranslated(desk, value.span);
  }
  for (const model::TextParagraph& paragraph : in->paragraphs) {
    said.paragraphs.push_back(paragraph_of(desk, paragraph, lang));
  }
  return said;
}

Fragments flat(const Said& said) {
  Fragments out;
  for (const Fragments& paragraph : said.paragraphs) {
    if (!out.empty()) out.back().run.text += ' ';
    append(out, paragraph);
  }
  if (said.lang.empty()) return out;
  return isolated(std::move(out), model::is_arabic_script(said.lang) ? Isolation::rtl : Isolation::ltr);
}

Fragments begun(Fragments text) {
  if (!text.empty()) text.front().run.text = with_capital_start(text.front().run.text);
  return text;
}

Fragments in_mid_sentence(const Desk& desk, Fragments text) {
  const std::string* common = desk.words.find("prose.small");
  if (text.empty() || !common) return text;
  std::string small = with_small_start(text.front().run.text);
  const std::string word = small.substr(0, small.find_first_of(" ,;:"));
  if (!word.empty() && find_word(*common, word, 0) != std::string_view::npos) text.front().run.text = std::move(small);
  return text;
}

Fragments addressed_in_sentence(const Desk& desk, Fragments name) {
  static constexpr std::array<std::string_view, 7> forms = {"Rt Hon",   "Right Hon", "Hon", "Honourable",
                                                            "Most Rev", "Right Rev", "Rev"};
  if (name.empty() || !desk.tag.starts_with("en")) return name;
  std::string& text = name.front().run.text;
  std::string_view rest = text;
  if (!rest.starts_with("The ")) return name;
  rest.remove_prefix(4);
  const auto is_begun = [&](std::string_view form) { return rest.starts_with(form); };
  if (std::any_of(forms.begin(), forms.end(), is_begun)) text.front() = 't';
  return name;
}

Fragments labelled(const Desk& desk, std::string_view label, Fragments value) {
  Fragments out = plain(desk, curl(desk.word(label) + ":", {}, desk.words) + " ");
  append(out, std::move(value));
  return out;
}

Fragments filled(const Desk& desk, std::string_view word,
                 const std::vector<std::pair<std::string_view, Fragments>>& values) {
  Fragments out;
  for (const model::PatternPiece& piece : model::split_pattern(desk.word(word))) {
    append(out, plain(desk, piece.literal));
    for (const std::string& name : piece.names)
      for (const auto& [key, value] : values)
        if (key == name) append(out, value);
  }
  return in_one_direction(desk, std::move(out));
}

Fragments unbroken(Fragments text) {
  for (Fragment& piece : text) piece.run.unbroken = true;
  return text;
}

Fragments whole_name(Fragments name) {
  constexpr std::size_t half_a_line = 36;  // characters
  const bool whole = utf8::count(bare(name)) <= half_a_line;
  for (Fragment& piece : name) piece.run.together = whole || piece.run.together;
  return name;
}

Fragments day(const Desk& desk, const model::Day& value) {
  return plain(desk, day_in_words(value.value, desk.words), value.span);
}

Fragments day_or_line(const Desk& desk, const model::DayOrLine& value) {
  if (const auto* date = std::get_if<model::Day>(&value)) return day(desk, *date);
  return line(desk, std::get<model::Line>(value));
}

Fragments hour_or_line(const Desk& desk, const model::HourOrLine& value) {
  if (const auto* hour = std::get_if<model::Hour>(&value))
    return plain(desk, time_in_words(hour->value, desk.words), hour->span);
  return line(desk, std::get<model::Line>(value));
}

std::string bare(const Fragments& text) {
  std::string out;
  for (const Fragment& piece : text) out += piece.run.text;
  return out;
}

}  // namespace readout::compose
