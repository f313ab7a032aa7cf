#include "press/pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "base/timing.hpp"
#include "compose/tell.hpp"
#include "image/image.hpp"
#include "model/ids.hpp"
#include "press/media_types.hpp"
#include "press/profile.hpp"

namespace readout::press {
namespace {

using Path = model::At<std::string>;

/// The file beside one that is not there which has nearly its name, in whatever letter case; "" if none has. One that
/// may not be read is not named either.
std::string file_near(const std::string& path, const std::string& folder, Files& files) {
  const std::string below = folder_of(path), whole = below.empty() ? folder : join_path(folder, below);
  const std::vector<std::string> names = files.list(whole.empty() ? "." : whole);
  std::vector<std::string> small;
  for (const std::string& name : names) small.push_back(model::in_small_letters(name));
  const std::string near = nearest(model::in_small_letters(file_name_of(path)), small);
  if (near.empty()) return "";
  const auto found = std::find(small.begin(), small.end(), near);
  const std::string there = join_path(below, names[static_cast<std::size_t>(found - small.begin())]);
  return there != path && files.read_within(folder, there).bytes ? there : "";
}

/// Reads what a brief names by a path beside itself. That it has the form of one is checked already; where links lead
/// to is not.
std::optional<std::string> read_named(const Path& path, const model::Brief& brief, std::string_view missing_code,
                                      Files& files, Diagnostics& diags) {
  Read read = files.read_within(brief.folder, path.value);
  if (!read.bytes) {
    const std::string folder = brief.folder.empty() ? "the current folder" : brief.folder;
    const bool enough = diags.has_enough_of(missing_code);
    auto& told =
        diags.error(std::string(missing_code), path.span, fmt::format("cannot read \"{}\": {}", path.value, read.why));
    told.hint(fmt::format("it is looked for in {}", folder));
    const std::string near = enough ? "" : file_near(path.value, brief.folder, files);
    if (!near.empty()) told.hint(fmt::format("“{}” is near", near));
  }
  return std::move(read.bytes);
}

void add(std::vector<const model::Picture*>& pictures, const std::optional<model::Picture>& picture) {
  if (picture) pictures.push_back(&*picture);
}

/// Keys by name, each once, and how many comments there are.
std::string names_of(const std::vector<Path>& things) {
  constexpr std::size_t most_names = 12;
  std::vector<std::string> names;
  std::set<std::string_view> met;  // a file may have a million keys of its own
  std::size_t comments = 0;
  for (const Path& thing : things) {
    if (thing.value == "comment") ++comments;
    else if (met.insert(thing.value).second) names.push_back(thing.value);
  }
  if (names.size() > most_names) {
    const std::size_t more = names.size() - most_names;
    names.resize(most_names);
    names.push_back(fmt::format("{} more of such", more));
  }
  if (comments != 0) names.push_back(fmt::format("{} comment{}", comments, comments == 1 ? "" : "s"));
  return fmt::format("{}", fmt::join(names, ", "));
}

/// Keys that the template does not print have warnings of their own, and are not named again.
void warn_of_unprinted(const model::Brief& brief, const model::Template* design, Diagnostics& diags) {
  std::vector<Path> things = brief.unprinted, others;
  if (design != nullptr) others = compose::unprinted(brief, *design);
  if (things.empty() && others.empty()) return;
  const auto by_place = [](const Path& a, const Path& b) { return a.span.begin < b.span.begin; };
  std::stable_sort(things.begin(), things.end(), by_place);
  std::stable_sort(others.begin(), others.end(), by_place);
  const bool from_others = things.empty() || (!others.empty() && by_place(others.front(), things.front()));
  std::string told = "the PDF carries its source, and in it what ";
  if (!others.empty()) told += "other warnings say is not printed";
  if (!things.empty()) told += (others.empty() ? "no page prints: " : ", and: ") + names_of(things);
  diags.warning("archive.unprinted", (from_others ? others : things).front().span, told)
      .hint("to leave the source out: --no-source, or [archive] embed_source = false");
}

/// Nobody who reads such a PDF would know of the file.
bool leaves_out(const Path& path, const Job& job, const model::Brief& brief, const model::Template* design,
                Diagnostics& diags) {
  if (design == nullptr || embeds_source(job, brief) || compose::prints_annexes(*design)) return false;
  diags
      .warning("attachment.left-out", path.span,
               fmt::format("“{}” is not attached: the source is left out, and the template “{}” prints no annexes",
                           path.value, design->name))
      .hint("take a template with annexes, or leave the source in");
  return true;
}

}  // namespace

std::vector<const model::Picture*> pictures_of(const model::Brief& brief) {
  std::vector<const model::Picture*> pictures;
  add(pictures, brief.document.letterhead);
  add(pictures, brief.document.seal);
  for (const auto& side : brief.sides) add(pictures, side.flag);
  for (const auto& person : brief.people) add(pictures, person.photo);
  for (const auto& discussion : brief.discussions) add(pictures, discussion.picture);
  if (brief.tour)
    for (const auto& stop : brief.tour->stops) add(pictures, stop.photo);
  for (const auto& annex : brief.annexes)
    if (const auto* picture = std::get_if<model::Picture>(&annex.content)) pictures.push_back(picture);
  return pictures;
}

std::optional<layout::Pictures> load_pictures(const model::Brief& brief, Files& files, Diagnostics& diags) {
  TIMED("read.pictures");
  layout::Pictures loaded;
  bool whole = true;
  for (const model::Picture* picture : pictures_of(brief)) {
    const Path& path = picture->file;
    if (loaded.contains(path.value)) continue;
    const auto bytes = read_named(path, brief, "image.missing", files, diags);
    auto image = bytes ? image::read_image(*bytes, path.value, path.span, diags) : std::nullopt;
    if (image) loaded.emplace(path.value, std::move(*image));
    else whole = false;
  }
  if (!whole) return std::nullopt;
  return loaded;
}

std::optional<std::vector<pdf::Attachment>> load_attachments(const Job& job, const model::Brief& brief,
                                                             const model::Template* design, Files& files,
                                                             Diagnostics& diags) {
  std::vector<pdf::Attachment> attachments;
  if (embeds_source(job, brief)) warn_of_unprinted(brief, design, diags);
  bool whole = true;
  for (const auto& annex : brief.annexes) {
    const auto* path = std::get_if<Path>(&annex.content);
    if (path == nullptr) continue;
    auto bytes = read_named(*path, brief, "attachment.missing", files, diags);
    if (bytes && leaves_out(*path, job, brief, design, diags)) continue;
    if (bytes)
      attachments.push_back({path->value, std::make_shared<const std::string>(std::move(*bytes)),
                             std::string(media_type(path->value)), annex.title.best(0)->value, "Supplement"});
    else whole = false;
  }
  if (!whole) return std::nullopt;
  return attachments;
}

}  // namespace readout::press
