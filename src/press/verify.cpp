#include "press/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "archive/pdf_file.hpp"
#include "base/hash.hpp"
#include "base/version.hpp"
#include "press/build.hpp"
#include "press/enclose.hpp"
#include "press/manifest.hpp"

namespace readout::press {
namespace {

using archive::Difference;
using archive::EmbeddedFile;
using archive::PdfFile;

const std::string rebuilt_name = "/rebuilt.pdf";  // no file inside is called so: path_fault

std::optional<PdfFile> open(const std::string& path, Files& files, Diagnostics& diags) {
  Read read = files.read(path);
  if (read.bytes) return PdfFile::open(std::move(*read.bytes), path, diags);
  diags.failure(Blame::system, "file.unreadable", fmt::format("cannot read {}: {}", path, read.why));
  return std::nullopt;
}

const EmbeddedFile* find(const std::vector<EmbeddedFile>& files, std::string_view name) {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const EmbeddedFile& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}

std::optional<Manifest> manifest_in(const std::vector<EmbeddedFile>& files, const std::string& path,
                                    Diagnostics& diags) {
  const EmbeddedFile* file = find(files, manifest_name);
  if (file == nullptr) {
    diags.failure(Blame::input, "archive.no-source", path + " does not carry its source, so it cannot be built again")
        .hint("only PDFs that readout built with their source inside can be verified");
    return std::nullopt;
  }
  return read_manifest(diags.sources.add(fmt::format("{} ({})", path, manifest_name), file->bytes), diags);
}

/// What does not agree with its own checksum, or with the sum in the manifest.
std::vector<Verification::Damaged> damaged_files(const std::vector<EmbeddedFile>& files, const Manifest& manifest) {
  std::vector<Verification::Damaged> damaged;
  for (const EmbeddedFile& file : files) {
    const auto entry = std::find_if(manifest.files.begin(), manifest.files.end(),
                                    [&](const Manifest::File& f) { return f.name == file.name; });
    const bool named = entry != manifest.files.end();
    const bool holds = file.checksum_holds && (!named || entry->sha256 == hex(sha256(file.bytes)));
    if (!named && file.name != manifest_name) damaged.push_back({file.name, "was put in later"});
    else if (!holds) damaged.push_back({file.name, "is not what was put in"});
  }
  for (const Manifest::File& entry : manifest.files)
    if (find(files, entry.name) == nullptr) damaged.push_back({entry.name, "is gone"});
  return damaged;
}

/// The PDF that the files inside give here and now; empty after telling why not.
std::string rebuild(const std::vector<EmbeddedFile>& embedded, const Manifest& manifest, const Workshop& workshop,
                    Diagnostics& diags) {
  MemoryFiles files;
  for (const EmbeddedFile& file : embedded)
    if (path_fault(file.name).empty()) files.files[file.name] = file.bytes;
  Job job;
  job.brief = manifest.brief;
  job.out = rebuilt_name;
  job.design = manifest.design;
  job.lang = manifest.lang;
  job.edition = manifest.edition;
  job.paper = manifest.paper;
  job.pdf = manifest.pdf;
  job.stamp = manifest.stamp;
  job.as_version = manifest.program;
  const Workshop inside{files, workshop.fonts, std::string(embedded_templates)};
  return build(job, inside, diags) ? files.files[rebuilt_name] : std::string();
}

/// What the difference of versions and fonts explains: the manifest that names them, the fonts' programs, and strokes
/// of a page that says the same. Words, tags, dates and files are never explained by it.
bool is_explained(const Difference& difference) {
  return difference.where == Difference::Where::font || difference.file == manifest_name || difference.drawing;
}

/// Why bytes differ though nothing that they say does.
std::string packing_of(std::string_view given, std::string_view rebuilt) {
  if (given.starts_with(rebuilt))
    return fmt::format("{} bytes stand after its end, which change nothing of it", given.size() - rebuilt.size());
  return "its objects are packed in another way: some other program wrote the file anew";
}

void judge(Verification& result, std::vector<std::string> reasons, std::string packing, std::vector<Difference> found) {
  if (!reasons.empty()) std::erase_if(found, is_explained);
  result.verdict = found.empty() ? Verdict::same_content : Verdict::altered;
  if (reasons.empty() && found.empty()) reasons.push_back(std::move(packing));
  result.reasons = std::move(reasons);
  result.differences = std::move(found);
}

/// The bytes are not those that the source gives here: in what they differ, and whether versions explain it.
void weigh(Verification& result, const PdfFile& given, const Manifest& there, std::string rebuilt, Diagnostics& diags) {
  std::string packing = packing_of(given.bytes(), rebuilt);
  const auto expected = PdfFile::open(std::move(rebuilt), rebuilt_name, diags);
  if (!expected) return;
  const auto embedded = archive::embedded_files(*expected, diags);
  const auto here = embedded ? manifest_in(*embedded, rebuilt_name, diags) : std::nullopt;
  if (!here) return;
  auto found = archive::compare(given, *expected, diags);
  if (!found) return;
  std::vector<std::string> reasons = differences(there, *here);
  // The rebuilt file says what it was told to say (as_version), so its manifest cannot tell.
  if (there.program != version)
    reasons.insert(reasons.begin(), fmt::format("Readout {} there, {} here", there.program, version));
  judge(result, std::move(reasons), std::move(packing), std::move(*found));
}

/// Tells when a file inside may not be written where its name says.
void check_target(const EmbeddedFile& file, const std::string& path, const std::string& folder, Files& files,
                  Diagnostics& diags) {
  const std::string target = join_path(folder, file.name);
  if (const std::string fault = path_fault(file.name); !fault.empty())
    diags.failure(Blame::input, "extract.bad-name",
                  fmt::format("{} holds a file named \"{}\", which is not written: {}", path, file.name, fault));
  else if (files.exists(target) && files.read_within(folder, file.name).bytes != file.bytes)
    diags
        .failure(Blame::system, "extract.exists",
                 fmt::format("{} is there already with other content, and is left as it is", target))
        .hint("name an empty folder with -C");
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::identical: return "identical";
    case Verdict::same_content: return "same content, other bytes";
    case Verdict::altered: return "altered";
    case Verdict::unknown: return "unknown";
  }
  return "";
}

Verification verify(const std::string& path, const Workshop& workshop, Diagnostics& diags) {
  Verification result;
  const auto given = open(path, workshop.files, diags);
  const auto embedded = given ? archive::embedded_files(*given, diags) : std::nullopt;
  const auto manifest = embedded ? manifest_in(*embedded, path, diags) : std::nullopt;
  if (!manifest) return result;
  result.damaged = damaged_files(*embedded, *manifest);
  if (!result.damaged.empty()) {
    result.verdict = Verdict::altered;
    return result;
  }
  Diagnostics building;
  std::string bytes = rebuild(*embedded, *manifest, workshop, building);
  if (bytes.empty())
    diags.failure(Blame::input, "archive.no-rebuild",
                  path + ": the files inside no longer make a PDF: " +
                      (building.has_errors() ? building.sorted().back().message : "no reason was given"));
  else if (bytes == given->bytes()) result.verdict = Verdict::identical;
  else weigh(result, *given, *manifest, std::move(bytes), diags);
  return result;
}

std::string describe(const Difference& d) {
  std::string out = d.page > 0 ? fmt::format("page {}", d.page) : std::string();
  const auto join = [&out](std::string_view part) { out += (out.empty() ? "" : ", ") + std::string(part); };
  // An element is known by its place in the tree, a file by its name; all else by its way from the trailer.
  const std::string& holder = d.element.empty() ? d.file : d.element;
  join(holder.empty() ? d.object : holder);
  if (!holder.empty() && d.page == 0) join(std::string_view(d.object).substr(d.object.rfind('/') + 1));
  return fmt::format("{}: \"{}\" where the source gives \"{}\"", out, d.given, d.expected);
}

std::vector<std::string> extract(const std::string& path, const std::string& folder, Files& files, Diagnostics& diags) {
  const auto pdf = open(path, files, diags);
  const auto embedded = pdf ? archive::embedded_files(*pdf, diags) : std::nullopt;
  if (!embedded) return {};
  const std::size_t before = diags.error_count();
  if (embedded->empty()) diags.failure(Blame::input, "archive.no-source", path + " carries no files");
  for (const EmbeddedFile& file : *embedded) {
    check_target(file, path, folder, files, diags);
    if (find(*embedded, file.name) != &file)
      diags.failure(Blame::input, "extract.bad-name",
                    fmt::format("{} holds two files named \"{}\", and neither is written", path, file.name));
  }
  std::vector<std::string> written;
  if (diags.error_count() != before) return written;
  for (const EmbeddedFile& file : *embedded) {
    const std::string target = join_path(folder, file.name);
    const std::string why = files.write_within(folder, file.name, file.bytes);
    if (!why.empty()) diags.failure(Blame::system, "file.unwritable", fmt::format("cannot write {}: {}", target, why));
    else written.push_back(target);
  }
  return written;
}

}  // namespace readout::press
