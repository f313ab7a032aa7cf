#include "press/language.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "model/languages.hpp"

namespace readout::press {

namespace {

/// Where the brief says what it is in: of many briefs that are set at once, it tells which one is meant.
Span languages_place(const model::Brief& brief) {
  const auto& tags = brief.document.lang;
  return tags.empty() ? brief.document.title.span : tags.front().span;
}

}  // namespace

std::vector<std::string> languages_of(const model::Brief& brief) {
  std::vector<std::string> tags;
  for (const auto& tag : brief.document.lang) tags.push_back(tag.value);
  if (tags.empty()) tags.emplace_back("en");
  return tags;
}

std::optional<std::size_t> choose_language(const model::Brief& brief, const std::optional<std::string>& asked,
                                           Diagnostics& diags) {
  if (!asked) return 0;
  model::Languages languages;
  if (!brief.document.lang.empty()) languages.tags.clear();
  for (const auto& tag : brief.document.lang) languages.tags.push_back(tag.value);
  const auto answer = languages.find(*asked);
  if (answer.match == model::Languages::Match::found) return answer.index;
  diags.failure(Blame::usage, "lang.none", fmt::format("the brief is not in the language \"{}\"", *asked))
      .hint(fmt::format("it is in {}{}", fmt::join(languages.tags, " and "),
                        *asked == "bilingual" ? "; --edition bilingual sets both side by side" : ""))
      .span = languages_place(brief);
  return std::nullopt;
}

namespace {

bool is_way(const std::string& edition) { return edition == "single" || edition == "bilingual"; }

/// "en and ar".
std::string told_languages(const model::Brief& brief) {
  return fmt::format("{}", fmt::join(languages_of(brief), " and "));
}

bool is_edition(const model::Brief& brief, const std::string& asked, Diagnostics& diags) {
  Diagnostics unheard;
  if (is_way(asked) || choose_language(brief, asked, unheard)) return true;
  diags.failure(Blame::usage, "edition.none", fmt::format("the brief has no edition \"{}\"", asked))
      .hint(fmt::format("editions are single, bilingual, and one language alone: {}", told_languages(brief)))
      .span = languages_place(brief);
  return false;
}

bool are_at_odds(const model::Brief& brief, const std::string& edition, std::size_t lang, Diagnostics& diags) {
  const auto named = choose_language(brief, edition, diags);
  if (!named || *named == lang) return !named;
  diags
      .failure(Blame::usage, "edition.which",
               fmt::format("--edition and --lang name two languages, \"{}\" and \"{}\"", edition,
                           brief.document.lang[lang].value))
      .hint("give one of them; --edition bilingual sets both, the language of --lang first");
  return true;
}

}  // namespace

std::optional<EditionChoice> choose_edition(const model::Brief& brief, const std::optional<std::string>& edition,
                                            const std::optional<std::string>& lang, Diagnostics& diags) {
  if (edition && !is_edition(brief, *edition, diags)) return std::nullopt;
  std::optional<std::string> way = edition;
  if (!way && !lang && brief.print.edition) way = brief.print.edition->value;
  const bool tagged = way && !is_way(*way);
  const auto first = choose_language(brief, tagged && !lang ? way : lang, diags);
  if (!first || (tagged && lang && are_at_odds(brief, *way, *first, diags))) return std::nullopt;
  const EditionChoice choice{*first, way == "bilingual"};
  if (!choice.bilingual || brief.document.lang.size() == 2) return choice;
  diags
      .failure(Blame::usage, "edition.two-languages",
               fmt::format("a bilingual edition needs two languages, and the brief is in {}", told_languages(brief)))
      .hint("document.lang = [\"en\", \"ar\"] lists two; a text in both is { en = \"...\", ar = \"...\" }");
  return std::nullopt;
}

}  // namespace readout::press
