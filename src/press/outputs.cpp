#include "press/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "press/job.hpp"

namespace readout::press {
namespace {

std::string pdf_name(std::string_view brief) {
  std::string name = file_name_of(brief);
  if (name.ends_with(toml_extension)) name.resize(name.size() - toml_extension.size());
  return name + ".pdf";
}

bool names_folder(const std::string& path, Files& files) { return path.ends_with('/') || files.is_folder(path); }

void usage(Diagnostics& diags, std::string code, std::string message, std::string hint) {
  diags.failure(Blame::usage, std::move(code), std::move(message)).hint(std::move(hint));
}

std::string output_of(const std::string& brief, const std::optional<std::string>& asked, bool into_folder) {
  if (!asked) return brief == standard_stream ? std::string(standard_stream) : pdf_name(brief);
  return into_folder ? join_path(*asked, pdf_name(brief)) : *asked;
}

/// The file itself, however it is called; of one that is not there yet, its path.
std::string file_at(const std::string& path, Files& files) {
  std::string identity = files.identity(path);
  return identity.empty() ? plain_path(path) : identity;
}

void check_pairs(const std::vector<std::string>& briefs, const std::vector<std::string>& outputs, Files& files,
                 Diagnostics& diags) {
  std::set<std::string> inputs;
  for (const std::string& brief : briefs) inputs.insert(file_at(brief, files));
  std::map<std::string, std::string> taken;
  for (std::size_t i = 0; i < briefs.size(); ++i) {
    if (outputs[i] == standard_stream) continue;
    const std::string path = plain_path(outputs[i]), file = file_at(outputs[i], files);
    if (inputs.contains(file))
      usage(diags, "usage.overwrites-input", fmt::format("{} would be written over a brief", path), "say -o OUT.pdf");
    const auto [first, fresh] = taken.emplace(file, briefs[i]);
    if (!fresh)
      usage(diags, "usage.same-output", fmt::format("{} and {} would both become {}", first->second, briefs[i], path),
            "build them one by one, with -o for each");
  }
}

}  // namespace

std::optional<std::vector<std::string>> plan_outputs(const std::vector<std::string>& briefs,
                                                     const std::optional<std::string>& asked, Files& files,
                                                     Diagnostics& diags) {
  const std::size_t before = diags.error_count();
  const bool piped = std::find(briefs.begin(), briefs.end(), standard_stream) != briefs.end();
  const bool to_stream = asked == standard_stream;
  const bool into_folder = asked && !to_stream && (briefs.size() > 1 || names_folder(*asked, files));
  if (briefs.size() > 1 && (to_stream || piped))
    usage(diags, "usage.several-streams",
          fmt::format("several briefs cannot {} at once", to_stream ? "go to standard output" : "share a run with -"),
          "build them one by one");
  if (briefs.size() > 1 && asked && asked->ends_with(".pdf") && !files.is_folder(*asked))
    usage(diags, "usage.one-output", fmt::format("several briefs cannot all become {}", *asked), "say -o FOLDER/");
  if (piped && into_folder)
    usage(diags, "usage.no-name", "a brief from standard input has no name for a file in a folder", "say -o OUT.pdf");
  std::vector<std::string> outputs;
  for (const std::string& brief : briefs) outputs.push_back(output_of(brief, asked, into_folder));
  check_pairs(briefs, outputs, files, diags);
  if (diags.error_count() != before) return std::nullopt;
  return outputs;
}

}  // namespace readout::press
