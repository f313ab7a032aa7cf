#include "layout/setting_context.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <optional>
#include <utility>
#include "layout/known_paragraphs.hpp"

namespace readout::layout {
namespace {

std::string name_of_style(bool bold, bool italic) {
  if (bold) return italic ? "bold italic" : "bold";
  return italic ? "italic" : "regular";
}

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

std::string styles_of(const FontList& list, std::string_view family) {
  std::vector<std::string> names;
  for (const auto& candidate : list.families) {
    if (candidate.name != family) continue;
    for (const auto& face : candidate.faces) names.push_back(name_of_style(face.bold, face.italic));
  }
  return joined(names);
}

class Resolver {
 public:
  explicit Resolver(SettingContext& context) : context_(context), fonts_(*context.fonts) {}

  /// Gives false when a face that the style asks for is not there.
  bool resolve(const TextStyle& style, text::Style& out) {
    const bool latin = find_wanted(style.latin), arabic = find_wanted(style.arabic);
    out.latin = setting(style.latin, style.arabic);
    out.latin.tracking = style.latin.tracking.at(style.latin.size);
    out.arabic = setting(style.arabic, style.latin);
    return latin && arabic;
  }

 private:
  /// What faces depend on; `other` is the other script's family.
  struct Look {
    std::string_view family, other;
    bool bold, italic;
    friend bool operator==(const Look&, const Look&) = default;
  };

  bool find_wanted(const FaceStyle& wanted) {
    if (wanted.family.empty()) return true;
    if (fonts_.find(wanted.family, wanted.bold, wanted.italic)) return true;
    const bool known = fonts_.has_family(wanted.family);
    const std::string code = known ? "font.no-style" : "font.no-family";
    const std::string style = name_of_style(wanted.bold, wanted.italic);
    const std::string message = known ? fmt::format("the family \"{}\" has no {} face", wanted.family, style)
                                      : fmt::format("there is no family \"{}\" in the font list", wanted.family);
    if (was_told(context_, code, wanted.span, message)) return false;
    auto& told = context_.diags->error(code, wanted.span, message);
    if (known) {
      told.hint("it has: " + styles_of(fonts_.list(), wanted.family));
      return false;
    }
    const auto families = fonts_.families();
    const auto near = nearest(wanted.family, families);
    told.hint(near.empty() ? "the families in fonts/fonts.toml are: " + joined(families)
                           : fmt::format("did you mean \"{}\"?", near));
    return false;
  }

  /// The family's face of that style, or of the nearest one.
  std::optional<text::FaceId> face_of(std::string_view family, bool bold, bool italic) const {
    const std::pair<bool, bool> styles[] = {{bold, italic}, {bold, false}, {false, italic}, {false, false}};
    for (const auto& [b, i] : styles)
      if (const auto face = fonts_.find(family, b, i)) return face;
    return std::nullopt;
  }

  /// Wanted face first, then the story's fallbacks, the other script's family, the book's own fallbacks.
  text::Setting setting(const FaceStyle& wanted, const FaceStyle& other) {
    return {faces_of({wanted.family, other.family, wanted.bold, wanted.italic}), wanted.size, wanted.features, {}};
  }

  /// A story has some fifty styles of a few faces.
  const std::vector<text::FaceId>& faces_of(const Look& look) {
    const auto found = std::find_if(known_.begin(), known_.end(), [&](const auto& one) { return one.first == look; });
    return (found != known_.end() ? *found : known_.emplace_back(look, find_faces(look))).second;
  }
  std::vector<text::FaceId> find_faces(const Look& look) const {
    std::vector<text::FaceId> faces;
    const auto add = [&](std::optional<text::FaceId> face) {
      if (face && std::find(faces.begin(), faces.end(), *face) == faces.end()) faces.push_back(*face);
    };
    add(face_of(look.family, look.bold, look.italic));
    for (const auto& family : context_.story->fallback_families) add(face_of(family, look.bold, look.italic));
    add(face_of(look.other, look.bold, look.italic));
    for (const auto face : fonts_.fallbacks(look.bold, look.italic)) add(face);
    if (faces.empty() && fonts_.size() > 0) faces.push_back(0);  // a fault was told; go on with any
    return faces;
  }

  SettingContext& context_;
  const text::FontBook& fonts_;
  std::vector<std::pair<Look, std::vector<text::FaceId>>> known_;
};

bool overlap(Span a, Span b) {
  if (a.file != b.file) return false;
  return a == b || (a.begin < b.end && b.begin < a.end);
}

std::uint64_t place_of(Span span) { return std::uint64_t{span.file} << 32U | span.begin; }

}  // namespace

SettingContext make_context(const Story& story, const text::FontBook& fonts, Diagnostics& diags, Memory* memory) {
  SettingContext context{&story, &fonts, {}, {}, &diags, &diags.sources};
  if (memory != nullptr) {
    context.words = &memory->words;
    if (memory->paragraphs.begin(fonts)) context.known = &memory->paragraphs;
  }
  context.styles.resize(story.text_styles.size());
  context.style_known.assign(story.text_styles.size(), 0);
  Resolver resolver(context);
  for (std::size_t i = 0; i < story.text_styles.size(); ++i) {
    context.style_known[i] = resolver.resolve(story.text_styles[i], context.styles[i]) ? 1 : 0;
    context.failed = context.failed || context.style_known[i] == 0;
  }
  return context;
}

bool was_told(SettingContext& context, std::string_view code, Span span, std::string_view message) {
  const auto& all = context.diags->all();
  // What a trial is told is little and soon forgotten.
  if (&context.diags->sources != context.sources)
    return std::any_of(all.begin(), all.end(), [&](const Diagnostic& known) {
      return known.code == code && overlap(known.span, span) && known.message == message;
    });
  ToldIndex& index = context.told;
  for (; index.seen < all.size(); ++index.seen) {
    const Diagnostic& known = all[index.seen];
    index.spans[known.code + '\n' + known.message].insert_or_assign(place_of(known.span), known.span);
  }
  const auto found = index.spans.find(std::string(code) + '\n' + std::string(message));
  if (found == index.spans.end()) return false;
  // Spans of one message do not overlap, since this was asked before each: the neighbours are enough.
  const auto next = found->second.lower_bound(place_of(span));
  if (next != found->second.end() && overlap(next->second, span)) return true;
  return next != found->second.begin() && overlap(std::prev(next)->second, span);
}

}  // namespace readout::layout
