#include "press/pictures.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <variant>

#include "base/timing.hpp"
#include "image/image.hpp"
#include "press/media_types.hpp"
#include "press/profile.hpp"

namespace readout::press {
namespace {

using Path = model::At<std::string>;

/// Reads what a brief names by a path beside itself. That it has the form of one is checked already; where links lead
/// to is not.
std::optional<std::string> read_named(const Path& path, const model::Brief& brief, std::string_view missing_code,
                                      Files& files, Diagnostics& diags) {
  Read read = files.read_within(brief.folder, path.value);
  if (!read.bytes) {
    const std::string folder = brief.folder.empty() ? "the current folder" : brief.folder;
    diags.error(std::string(missing_code), path.span, fmt::format("cannot read \"{}\": {}", path.value, read.why))
        .hint(fmt::format("it is looked for in {}", folder));
  }
  return std::move(read.bytes);
}

void add(std::vector<const model::Picture*>& pictures, const std::optional<model::Picture>& picture) {
  if (picture) pictures.push_back(&*picture);
}

void warn_of_unprinted(const model::Brief& brief, Diagnostics& diags) {
  if (brief.unprinted.empty()) return;
  constexpr std::size_t most_names = 12;
  std::string names;
  std::size_t comments = 0, named = 0;
  for (const auto& thing : brief.unprinted) {
    if (thing.value == "comment") ++comments;
    else if (++named <= most_names) names += (names.empty() ? "" : ", ") + thing.value;
  }
  if (named > most_names) names += fmt::format(", {} more of such", named - most_names);
  if (comments != 0)
    names += fmt::format("{}{} comment{}", names.empty() ? "" : ", ", comments, comments == 1 ? "" : "s");
  diags
      .warning("archive.unprinted", brief.unprinted.front().span,
               fmt::format("the PDF carries its source, and in it what no page prints: {}", names))
      .hint("to leave the source out: [archive] embed_source = false");
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

std::optional<std::vector<pdf::Attachment>> load_attachments(const Job& job, const model::Brief& brief, Files& files,
                                                             Diagnostics& diags) {
  std::vector<pdf::Attachment> attachments;
  if (embeds_source(job, brief)) warn_of_unprinted(brief, diags);
  bool whole = true;
  for (const auto& annex : brief.annexes) {
    const auto* path = std::get_if<Path>(&annex.content);
    if (path == nullptr) continue;
    auto bytes = read_named(*path, brief, "attachment.missing", files, diags);
    if (bytes)
      attachments.push_back({path->value, std::make_shared<const std::string>(std::move(*bytes)),
                             std::string(media_type(path->value)), annex.title.best(0)->value, "Supplement"});
    else whole = false;
  }
  if (!whole) return std::nullopt;
  return attachments;
}

std::string source_name(std::string_view brief) {
  const std::string name = file_name_of(brief);
  return name.ends_with(".toml") ? name : "brief.toml";
}

}  // namespace readout::press
