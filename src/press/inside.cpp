#include "press/inside.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <variant>

#include "base/files.hpp"
#include "base/utf8.hpp"
#include "press/job.hpp"
#include "press/pictures.hpp"

namespace readout::press {
namespace {

/// One of them would keep the other from being extracted: a file cannot be a folder at the same time, either.
bool collide(const std::string& a, const std::string& b) {
  return a == b || a.starts_with(b + '/') || b.starts_with(a + '/');
}

bool collides(const std::string& name, const std::set<std::string>& taken) {
  return std::any_of(taken.begin(), taken.end(), [&](const std::string& other) { return collide(name, other); });
}

/// A name that stands in a PDF, in a manifest and below any folder.
bool is_fit(const std::string& name) { return path_fault(name).empty() && !utf8::first_fault(name); }

/// "brief.toml", "brief-2.toml": the first that is free.
std::string free_name(std::string_view stem, const std::set<std::string>& taken) {
  std::string name = fmt::format("{}{}", stem, toml_extension);
  for (int number = 2; collides(name, taken); ++number) name = fmt::format("{}-{}{}", stem, number, toml_extension);
  return name;
}

std::string design_name(const std::string& path, const std::string& first, const std::string& shipped) {
  for (const std::string& folder : {folder_of(first), shipped}) {
    const std::string prefix = folder.empty() ? std::string() : folder + '/';
    if (path.starts_with(prefix) && is_fit(path.substr(prefix.size())))
      return join_path(embedded_templates, path.substr(prefix.size()));
  }
  return {};
}

/// The templates. Nothing names the first of the chain but the manifest, so that it may have any name.
bool name_designs(const model::Template& design, const std::string& shipped, InsideNames& names,
                  std::set<std::string>& taken, Diagnostics& diags) {
  const std::string& first = design.chain.front();
  const auto add = [&](const std::string& path, std::vector<std::string>& to) {
    to.push_back(design_name(path, first, shipped));
    return !to.back().empty() && taken.insert(to.back()).second;
  };
  bool good = true;
  names.chain.emplace_back();
  for (std::size_t i = 1; i < design.chain.size(); ++i) good &= add(design.chain[i], names.chain);
  for (const std::string& path : design.parts) good &= add(path, names.parts);
  if (!good) {
    diags
        .failure(
            Blame::input, "template.same-names",
            fmt::format("two files that the template “{}” stands on would have one name inside the PDF", design.name))
        .hint("give a template of yours that is called like a shipped one another name");
    return false;
  }
  names.chain.front() = design_name(first, first, shipped);
  if (names.chain.front().empty() || collides(names.chain.front(), taken))
    names.chain.front() = free_name(join_path(embedded_templates, "template"), taken);
  taken.insert(names.chain.front());
  return true;
}

/// A template would be looked for there, whichever they are.
bool is_kept(const std::string& name) {
  return name == embedded_templates ||
         (name.starts_with(fmt::format("{}/", embedded_templates)) && name.ends_with(toml_extension));
}

std::vector<const model::At<std::string>*> named_by(const model::Brief& brief, bool with_pictures) {
  std::vector<const model::At<std::string>*> paths;
  if (with_pictures)
    for (const model::Picture* picture : pictures_of(brief)) paths.push_back(&picture->file);
  for (const model::Annex& annex : brief.annexes)
    if (const auto* file = std::get_if<model::At<std::string>>(&annex.content)) paths.push_back(file);
  return paths;
}

/// A name for the brief beside all others. What the brief names by the brief's own name is itself.
std::string brief_name(const std::string& path, std::set<std::string> taken,
                       const std::vector<const model::At<std::string>*>& named) {
  std::string own = file_name_of(path);
  if (own.ends_with(toml_extension) && is_fit(own) && !collides(own, taken)) return own;
  for (const auto* name : named) taken.insert(plain_path(name->value));
  return free_name("brief", taken);
}

}  // namespace

std::optional<InsideNames> name_inside(const model::Brief& brief, const model::Template& design,
                                       const std::string& shipped, bool with_source, Diagnostics& diags) {
  InsideNames names;
  std::set<std::string> taken{std::string(manifest_name)};
  if (with_source && !name_designs(design, shipped, names, taken, diags)) return std::nullopt;
  const auto named = named_by(brief, with_source);
  bool good = true;
  for (const auto* name : named) {
    if (!(with_source && is_kept(plain_path(name->value))) && !collides(plain_path(name->value), taken)) continue;
    diags
        .error("attachment.name-taken", name->span,
               fmt::format("“{}” is a name that the PDF keeps for a file of its own", name->value))
        .hint("give this file another name, or put it into a folder, but not into templates/");
    good = false;
  }
  if (!good) return std::nullopt;
  if (with_source) names.brief = brief_name(diags.sources[brief.file].name(), std::move(taken), named);
  return names;
}

}  // namespace readout::press
