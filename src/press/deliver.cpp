#include "press/deliver.hpp"

#include <fmt/format.h>

#include <optional>

#include "base/hash.hpp"
#include "base/timing.hpp"
#include "press/inputs.hpp"
#include "press/profile.hpp"

namespace readout::press {
namespace {

std::string source_beside(const std::string& pdf) { return pdf + ".toml"; }
std::string sum_beside(const std::string& pdf) { return pdf + ".toml.sha256"; }

std::string sum_line(std::string_view sum, const std::string& source) {
  return fmt::format("{}  {}\n", sum, file_name_of(source));
}

/// True of a file that readout wrote there: a sum, two blanks, the name of the source.
bool is_sum_line(const std::string& text, const std::string& source) {
  const std::string ending = sum_line("", source);
  const std::string_view sum = std::string_view(text).substr(0, text.find(' '));
  return text.size() == sum.size() + ending.size() && text.ends_with(ending) && is_hex_sum(sum);
}

void tell_kept(const std::string& path, std::string_view why, Diagnostics& diags) {
  diags.failure(Blame::system, "file.exists", fmt::format("{} is there already, {}; it is left as it is", path, why))
      .hint("this profile puts the source there: move the file away, or give the PDF another name with -o");
}

/// What lies there: nullopt for nothing, or for a pipe or a device, which loses nothing; otherwise as far as it can be
/// read.
std::optional<std::string> old_text(const std::string& path, Files& files) {
  if (files.identity(path).empty()) return std::nullopt;
  return files.read(path).bytes.value_or("");
}

/// What lies beside the PDF may be replaced when an earlier build put it there and nobody has changed it since.
bool is_ours(const std::string& pdf, std::string_view text, Files& files, Diagnostics& diags) {
  const std::string source = source_beside(pdf), sum = sum_beside(pdf);
  const auto old = old_text(source, files), old_sum = old_text(sum, files);
  if (old && *old != text && (!old_sum || *old_sum != sum_line(hex(sha256(*old)), source))) {
    tell_kept(source, "and is no source that a build put there, or has been changed since", diags);
    return false;
  }
  if (old_sum && !is_sum_line(*old_sum, source)) {
    tell_kept(sum, "and is not the sum of a source", diags);
    return false;
  }
  return true;
}

bool put(const std::string& out, std::string_view bytes, Files& files, Diagnostics& diags) {
  TIMED("write.file");
  const std::string why = files.write(out, bytes);
  if (why.empty()) return true;
  const std::string_view name = out == standard_stream ? std::string_view("standard output") : std::string_view(out);
  diags.failure(Blame::system, "file.unwritable", fmt::format("cannot write {}: {}", name, why));
  return false;
}

/// A pipe has no place beside it. Pre: the profile that was asked for keeps the source out.
void warn_of_lost_source(const Job& job, const model::Brief& brief, Diagnostics& diags) {
  if (!loses_source(job, brief)) return;
  diags
      .warning("archive.source-lost", brief.archive.profile->span,
               "the source goes beside a PDF of this profile, and standard output has no place for it")
      .hint("-o OUT.pdf puts it into OUT.pdf.toml; --no-source says that it is not wanted");
}

}  // namespace

bool may_deliver(const Job& job, const model::Brief& brief, const model::Template& design, const Workshop& workshop,
                 Diagnostics& diags) {
  warn_of_lost_source(job, brief, diags);
  if (job.out.empty() || job.out == standard_stream) return true;
  const std::vector<Input> inputs = inputs_of(job, brief, design, workshop);
  const auto spares = [&](const std::string& path, std::string_view hint) {
    return spares_inputs(path, inputs, hint, workshop, diags);
  };
  if (!spares(job.out, "say -o OUT.pdf")) return false;
  if (!puts_source_beside(job, brief)) return true;
  constexpr std::string_view hint = "this profile puts the source there: give the PDF another name with -o";
  return spares(source_beside(job.out), hint) && spares(sum_beside(job.out), hint) &&
         is_ours(job.out, diags.sources[brief.file].text(), workshop.files, diags);
}

bool deliver(const Job& job, const model::Brief& brief, std::string_view pdf, Files& files,
             std::vector<std::string>& written, Diagnostics& diags) {
  if (job.out.empty()) return true;
  std::vector<std::string> beside;
  if (puts_source_beside(job, brief)) {
    const std::string& text = diags.sources[brief.file].text();
    beside = {source_beside(job.out), sum_beside(job.out)};
    if (!put(beside[0], text, files, diags) || !put(beside[1], sum_line(hex(sha256(text)), beside[0]), files, diags))
      return false;
  }
  if (!put(job.out, pdf, files, diags)) return false;
  written = {job.out};
  written.insert(written.end(), beside.begin(), beside.end());
  return true;
}

}  // namespace readout::press
