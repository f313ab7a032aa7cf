#include "cli/commands.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "base/timing.hpp"
#include "press/batch.hpp"
#include "press/catalogue.hpp"
#include "press/data.hpp"
#include "press/epoch.hpp"
#include "press/outputs.hpp"
#include "press/starter.hpp"
#include "press/verify.hpp"

namespace readout::cli {
namespace {

/// The data folder and the faces in it; told and empty when they cannot be had.
struct Equipment {
  press::DataFolder data;
  text::FontBook fonts;
};
std::optional<Equipment> equip(const Arguments& arguments, World& world, Diagnostics& diags) {
  const auto data = press::find_data(arguments.data, world.program_folder, world.files, diags);
  if (!data) return std::nullopt;
  auto fonts = press::open_fonts(*data, world.files, diags);
  if (!fonts) return std::nullopt;
  return Equipment{*data, std::move(*fonts)};
}

press::Job job_for(const Arguments& arguments, const std::string& brief, std::string out,
                   const std::optional<press::Stamp>& stamp) {
  press::Job job;
  job.brief = brief;
  job.out = std::move(out);
  job.design = arguments.design;
  job.lang = arguments.lang;
  job.edition = arguments.edition;
  job.paper = arguments.paper;
  job.pdf = arguments.pdf;
  job.stamp = stamp;
  job.no_source = arguments.no_source;
  job.strict = arguments.strict;
  return job;
}

/// Every job of a build or check; nothing when the command line does not hold together.
std::optional<std::vector<press::Job>> jobs_for(const Arguments& arguments, World& world, Diagnostics& diags) {
  std::optional<press::Stamp> stamp;
  if (world.date_epoch) {
    stamp = press::read_epoch(*world.date_epoch, diags);
    if (!stamp) return std::nullopt;
  }
  std::vector<std::string> outputs(arguments.briefs.size());
  if (arguments.verb == Verb::build) {
    auto planned = press::plan_outputs(arguments.briefs, arguments.out, world.files, diags);
    if (!planned) return std::nullopt;
    outputs = std::move(*planned);
  }
  if (world.shows_output && !outputs.empty() && outputs.front() == press::standard_stream) {
    diags.failure(Blame::usage, "usage.terminal", "a PDF is nothing for a terminal to show").hint("say -o OUT.pdf");
    return std::nullopt;
  }
  std::vector<press::Job> jobs;
  for (std::size_t i = 0; i < outputs.size(); ++i)
    jobs.push_back(job_for(arguments, arguments.briefs[i], outputs[i], stamp));
  return jobs;
}

void tell_result(const press::Result& result, const press::Job& job, Report& report) {
  report.tell(result.diags);
  // A face that cannot be opened is told once for all the briefs that want it.
  if (result.begun && !result.done) report.raise(result.diags.has_errors() ? 0 : static_cast<int>(Blame::input));
  if (!result.done) return;
  if (job.out.empty()) report.say(fmt::format("{}: no errors", job.brief));
  if (!job.out.empty() && job.out != press::standard_stream) report.say(fmt::format("wrote {}", job.out));
}

int build(const Arguments& arguments, World& world, Report& report) {
  Diagnostics diags;
  const auto equipment = equip(arguments, world, diags);
  const auto jobs = jobs_for(arguments, world, diags);
  report.tell(diags);
  if (!equipment || !jobs) return report.finish();
  const press::Workshop workshop{world.files, equipment->fonts, equipment->data.templates()};
  Timings timings;
  std::size_t done = 0, begun = 0;
  const press::BatchOptions options{arguments.threads, [&world] { return world.stopped != 0; }};
  press::build_all(*jobs, workshop, options, [&](const press::Result& result) {
    tell_result(result, (*jobs)[result.job], report);
    add(timings, result.timings);
    done += result.done ? 1 : 0;
    begun += result.begun ? 1 : 0;
  });
  if (jobs->size() > 1) report.say(fmt::format("{} of {} briefs are done", done, jobs->size()));
  if (begun < jobs->size()) report.say(fmt::format("stopped before {} of them were begun", jobs->size() - begun));
  if (arguments.timing) report.say(render(timings));
  return report.finish();
}

/// False after telling that nobody reads on.
bool put(std::string_view text, World& world, Diagnostics& diags) {
  const std::string why = world.files.write(std::string(press::standard_stream), text);
  if (!why.empty()) diags.failure(Blame::system, "file.unwritable", "cannot write standard output: " + why);
  return why.empty();
}

/// What a command prints on standard output.
int print(std::string_view text, World& world, Report& report, Diagnostics& diags) {
  put(text, world, diags);
  report.tell(diags);
  return report.finish();
}

int dump(const Arguments& arguments, World& world, Report& report) {
  Diagnostics diags;
  const auto equipment = equip(arguments, world, diags);
  if (!equipment) return print("", world, report, diags);
  const press::Workshop workshop{world.files, equipment->fonts, equipment->data.templates()};
  const press::Job job = job_for(arguments, arguments.briefs.front(), "", std::nullopt);
  const auto text = press::dump(job, arguments.stage, workshop, diags);
  return print(text.value_or(""), world, report, diags);
}

int fonts(const Arguments& arguments, World& world, Report& report) {
  Diagnostics diags;
  const auto equipment = equip(arguments, world, diags);
  if (!equipment) return print("", world, report, diags);
  const std::string list = press::list_fonts(equipment->fonts, equipment->data, arguments.text, world.files, diags);
  return print(list, world, report, diags);
}

int templates(const Arguments& arguments, World& world, Report& report) {
  Diagnostics diags;
  const auto data = press::find_data(arguments.data, world.program_folder, world.files, diags);
  const std::string list = data ? press::list_templates(*data, world.files, diags) : std::string();
  return print(list, world, report, diags);
}

int extract(const Arguments& arguments, World& world, Report& report) {
  Diagnostics diags;
  for (const std::string& path : press::extract(arguments.briefs.front(), arguments.folder, world.files, diags))
    report.say(fmt::format("wrote {}", path));
  report.tell(diags);
  return report.finish();
}

/// The answer for one PDF: a line, and one for each reason or difference.
std::string answer(const std::string& path, const press::Verification& found) {
  std::string out = fmt::format("{}: {}\n", path, name_of(found.verdict));
  for (const std::string& file : found.damaged)
    out += fmt::format("  the file {} inside is not what was put in\n", file);
  for (const archive::Difference& difference : found.differences)
    out += fmt::format("  {}\n", press::describe(difference));
  if (found.verdict == press::Verdict::same_content || !found.differences.empty())
    for (const std::string& reason : found.reasons) out += fmt::format("  {}\n", reason);
  return out;
}

int verify(const Arguments& arguments, World& world, Report& report) {
  Diagnostics diags;
  const auto equipment = equip(arguments, world, diags);
  if (!equipment) return print("", world, report, diags);
  const press::Workshop workshop{world.files, equipment->fonts, equipment->data.templates()};
  for (const std::string& path : arguments.briefs) {
    Diagnostics faults;
    const press::Verification found = press::verify(path, workshop, faults);
    if (found.verdict == press::Verdict::altered) report.raise(static_cast<int>(Blame::difference));
    const bool told =
        found.verdict != press::Verdict::unknown && !(arguments.quiet && found.verdict == press::Verdict::identical);
    report.tell(faults);
    if (told && !put(answer(path, found), world, diags)) break;
    if (world.stopped != 0) break;
  }
  report.tell(diags);
  return report.finish();
}

int start(const Arguments& arguments, World& world, Report& report) {
  Diagnostics diags;
  const std::string_view text = arguments.full ? press::full_starter() : press::starter();
  if (arguments.file == press::standard_stream) return print(text, world, report, diags);
  if (world.files.exists(arguments.file)) {
    diags
        .failure(Blame::usage, "usage.exists", fmt::format("{} is there already, and is left as it is", arguments.file))
        .hint("name another file");
  } else if (const std::string why = world.files.write(arguments.file, text); !why.empty()) {
    diags.failure(Blame::system, "file.unwritable", fmt::format("cannot write {}: {}", arguments.file, why));
  } else {
    report.say(fmt::format("wrote {}; to set it: readout build {}", arguments.file, arguments.file));
  }
  report.tell(diags);
  return report.finish();
}

}  // namespace

int run(const Arguments& arguments, World& world, Report& report) {
  if (arguments.json) report.as_json();
  if (arguments.strict) report.strictly();
  if (arguments.quiet) report.quietly();
  switch (arguments.verb) {
    case Verb::build:
    case Verb::check: return build(arguments, world, report);
    case Verb::start: return start(arguments, world, report);
    case Verb::dump: return dump(arguments, world, report);
    case Verb::fonts: return fonts(arguments, world, report);
    case Verb::templates: return templates(arguments, world, report);
    case Verb::extract: return extract(arguments, world, report);
    case Verb::verify: return verify(arguments, world, report);
  }
  return static_cast<int>(Blame::usage);
}

}  // namespace readout::cli
