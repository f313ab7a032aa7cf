#include "press/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "press/memory.hpp"
#include "press/pictures.hpp"

namespace readout::press {
namespace {

void add_named(std::vector<Input>& inputs, const model::Brief& brief) {
  for (const model::Picture* picture : pictures_of(brief))
    inputs.push_back({join_path(brief.folder, picture->file.value), "a picture of the brief", picture->file.span});
  for (const model::Annex& annex : brief.annexes)
    if (const auto* file = std::get_if<model::At<std::string>>(&annex.content))
      inputs.push_back({join_path(brief.folder, file->value), "a file that the brief attaches", file->span});
}

void add_fonts(std::vector<Input>& inputs, const text::FontBook& fonts) {
  const std::string& folder = fonts.folder();
  inputs.push_back({join_path(folder, "fonts.toml"), "the list of fonts", {}, true});
  for (const FontFamily& family : fonts.list().families)
    for (const FontFace& face : family.faces) inputs.push_back({join_path(folder, face.file), "a typeface", {}, true});
  for (const HyphenPatterns& patterns : fonts.list().hyphenation)
    inputs.push_back({join_path(folder, patterns.file), "hyphenation patterns", {}, true});
}

/// As Files::identity. No brief of the run may replace such a file, so what all have is asked for once.
std::string identity_of(const Input& input, const Workshop& workshop) {
  if (!input.of_all || workshop.memory == nullptr) return workshop.files.identity(input.path);
  auto& known = workshop.memory->identities;
  const auto found = known.find(input.path);
  if (found != known.end()) return found->second;
  return known.emplace(input.path, workshop.files.identity(input.path)).first->second;
}

}  // namespace

std::vector<Input> inputs_of(const Job& job, const model::Brief& brief, const model::Template& design,
                             const Workshop& workshop) {
  std::vector<Input> inputs{{job.brief, "the brief", {}}};
  for (const std::string& path : design.chain) inputs.push_back({path, "a template that it is set by", {}, true});
  for (const std::string& path : design.parts) inputs.push_back({path, "the words of a language", {}, true});
  add_named(inputs, brief);
  add_fonts(inputs, workshop.fonts);
  return inputs;
}

bool spares_inputs(const std::string& out, const std::vector<Input>& inputs, std::string_view hint,
                   const Workshop& workshop, Diagnostics& diags) {
  const std::string target = workshop.files.identity(out);
  if (target.empty()) return true;
  const auto found = std::find_if(inputs.begin(), inputs.end(),
                                  [&](const Input& input) { return identity_of(input, workshop) == target; });
  const bool other = workshop.briefs != nullptr && workshop.briefs->contains(target);
  if (found == inputs.end() && !other) return true;
  const std::string_view what = found != inputs.end() ? found->what : std::string_view("another brief");
  Diagnostic& fault =
      diags.failure(Blame::usage, "usage.overwrites-input", fmt::format("{} would be written over {}", out, what));
  if (found != inputs.end() && found->span.valid()) fault.note(found->span, "it is named here");
  fault.hint(std::string(hint));
  return false;
}

}  // namespace readout::press
