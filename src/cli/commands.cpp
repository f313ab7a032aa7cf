#include "cli/commands.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "base/printable.hpp"
#include "base/timing.hpp"
#include "cli/archive_commands.hpp"
#include "cli/equipment.hpp"
#include "press/batch.hpp"
#include "press/catalogue.hpp"
#include "press/data.hpp"
#include "press/epoch.hpp"
#include "press/outputs.hpp"
#include "press/starter.hpp"

namespace readout::cli {
namespace {

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

/// "wrote a.pdf", or "wrote a.pdf, a.pdf.toml and a.pdf.toml.sha256".
std::string written_line(const std::vector<std::string>& paths) {
  std::string line = "wrote";
  for (std::size_t i = 0; i < paths.size(); ++i)
    line += (i == 0 ? " " : i + 1 < paths.size() ? ", " : " and ") + paths[i];
  return line;
}

void tell_result(const press::Result& result, const press::Job& job, Report& report) {
  const bool news = report.tell(result.diags);
  if (result.begun && !result.done && !news)
    report.say(fmt::format("not set, for what was told before: {}", job.brief));
  // A face that cannot be opened is told once for all the briefs that want it.
  if (result.begun && !result.done) report.raise(result.diags.has_errors() ? 0 : static_cast<int>(Blame::input));
  if (!result.done) return;
  if (job.out.empty()) report.say(fmt::format("{}: no errors", job.brief));
  if (!job.out.empty() && job.out != press::standard_stream) report.say(written_line(result.written));
}

/// What was written in one go is on the disk when the program ends.
void settle(World& world, Report& report) {
  const std::string why = world.files.end_many();
  if (why.empty()) return;
  Diagnostics diags;
  diags.failure(Blame::system, "file.unwritable",
                fmt::format("what was written may not have reached the disk: {}", why));
  report.tell(diags);
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
  const press::BatchOptions options{
      .threads = arguments.threads, .stop = [&world] { return world.stopped != 0; }, .time = arguments.timing};
  if (jobs->size() > 1) world.files.begin_many();
  press::build_all(*jobs, workshop, options, [&](const press::Result& result) {
    tell_result(result, (*jobs)[result.job], report);
    add(timings, result.timings);
    done += result.done ? 1 : 0;
    begun += result.begun ? 1 : 0;
  });
  if (jobs->size() > 1) settle(world, report);
  if (jobs->size() > 1) report.say(fmt::format("{} of {} briefs are done", done, jobs->size()));
  if (begun < jobs->size()) report.say(fmt::format("stopped before {} of them were begun", jobs->size() - begun));
  if (arguments.timing) report.say(render(timings));
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
  return print(printable_lines(list), world, report, diags);
}

int templates(const Arguments& arguments, World& world, Report& report) {
  Diagnostics diags;
  const auto data = press::find_data(arguments.data, world.program_folder, world.files, diags);
  const std::string list = data ? press::list_templates(*data, world.files, diags) : std::string();
  return print(printable_lines(list), world, report, diags);
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
    report.say(fmt::format("wrote {}; to set it: readout build {}", arguments.file, shell_word(arguments.file)));
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
