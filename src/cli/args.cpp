#include "cli/args.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>
#include <utility>

#include "base/printable.hpp"
#include "base/version.hpp"

namespace readout::cli {
namespace {

constexpr const char* examples = R"(Readout sets a meeting, written in TOML, as a tagged PDF.

Examples:
  readout new talks.toml                     write a starter to fill in
  readout build talks.toml                   talks.pdf, in the current folder
  readout build talks.toml -o out/           out/talks.pdf
  readout build *.toml -o out/ -j 4          many at once; a bad one does not stop the others
  readout build --template minutes --lang ar talks.toml
  cat talks.toml | readout build - > talks.pdf
  readout check talks.toml                   tell every fault, write nothing
  readout dump --stage pages talks.toml      what stands where, as text
  readout verify archive/*.pdf               is each still what its source says?
  readout extract talks.pdf -C talks         the files inside a PDF
)";

constexpr const char* exit_codes = R"(Exit codes: 0 done, 1 faults in the input, 2 wrong usage, 3 cannot read or write,
4 the output would not conform, 5 verify found a difference; of several the largest.)";

// Everything that CLI11 writes into, and which stage and format words it was given.
struct Parsed {
  Arguments arguments;
  std::string stage, format = "text";
};

/// An empty path comes from a variable that is not set: it must not pass for an option that was not given.
const CLI::Validator& not_empty() {
  static const CLI::Validator check([](const std::string& path) { return path.empty() ? "an empty path" : ""; }, "");
  return check;
}

void add_common(CLI::App& command, Parsed& into) {
  command.add_option("--data", into.arguments.data, "folder with templates/ and fonts/ (default: beside the program)")
      ->check(not_empty());
  command.add_option("--format", into.format, "how faults are told")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

void add_design(CLI::App& command, Arguments& into) {
  command.add_option("--template", into.design, "a template's name or path (default: the brief's kind)")
      ->check(not_empty());
  command.add_option("--lang", into.lang, "edition in this language of the brief (default: its first)");
  command.add_option("--edition", into.edition,
                     "single, bilingual, or a language of the brief (default: the brief's, else single)");
  command.add_option("--paper", into.paper, "a4 or letter (default: the brief's, then the template's)")
      ->check(CLI::IsMember({"a4", "letter"}));
  command.add_option("--pdf", into.pdf, "1.7, or 2.0 for PDF/A-4f with PDF/UA-2 (default: the brief's profile)")
      ->check(CLI::IsMember({"1.7", "2.0"}));
}

void add_run(CLI::App& command, Arguments& into) {
  command.add_option("FILE", into.briefs, "briefs; - is standard input")->required()->check(not_empty());
  command.add_option("-j,--jobs", into.threads, "how many at once (default: one a core)")->check(CLI::Range(1U, 1024U));
  command.add_flag("--strict", into.strict, "a warning counts as an error");
  command.add_flag("--timing", into.timing, "tell where the time went");
  command.add_flag("-q,--quiet", into.quiet, "tell faults only");
}

void add_build(CLI::App& app, Parsed& into) {
  CLI::App* build = app.add_subcommand("build", "set briefs as PDF");
  add_run(*build, into.arguments);
  build
      ->add_option("-o,--output", into.arguments.out,
                   "a file, a folder (ends in / or is one), or - for standard output\n"
                   "(default: FILE's name with .pdf, in the current folder)")
      ->check(not_empty());
  build->add_flag("--no-source", into.arguments.no_source, "leave the source out of the PDF");
  add_design(*build, into.arguments);
  add_common(*build, into);
  build->callback([&into] { into.arguments.verb = Verb::build; });
}

void add_check(CLI::App& app, Parsed& into) {
  CLI::App* check = app.add_subcommand("check", "do all but write, and tell every fault");
  add_run(*check, into.arguments);
  add_design(*check, into.arguments);
  add_common(*check, into);
  check->callback([&into] { into.arguments.verb = Verb::check; });
}

void add_new(CLI::App& app, Parsed& into) {
  CLI::App* start = app.add_subcommand("new", "write a starter brief; never over a file that is there");
  start->add_option("FILE", into.arguments.file, "the file to write; - is standard output")
      ->required()
      ->check(not_empty());
  start->add_flag("--full", into.arguments.full, "show every key there is");
  start->callback([&into] { into.arguments.verb = Verb::start; });
}

void add_dump(CLI::App& app, Parsed& into) {
  CLI::App* dump = app.add_subcommand("dump", "print what a stage made, as text");
  dump->add_option("FILE", into.arguments.briefs, "a brief; - is standard input")
      ->required()
      ->expected(1)
      ->check(not_empty());
  dump->add_option("--stage", into.stage, "brief, template, story, lines, pages or tags")
      ->required()
      ->check(CLI::IsMember({"brief", "template", "story", "lines", "pages", "tags"}));
  add_design(*dump, into.arguments);
  add_common(*dump, into);
  dump->callback([&into] { into.arguments.verb = Verb::dump; });
}

void add_lists(CLI::App& app, Parsed& into) {
  CLI::App* fonts = app.add_subcommand("fonts", "list the typefaces, and what they lack of a text");
  fonts->add_option("TEXT", into.arguments.text, "tell which of its characters each face lacks");
  add_common(*fonts, into);
  fonts->callback([&into] { into.arguments.verb = Verb::fonts; });
  CLI::App* templates = app.add_subcommand("templates", "list the templates and what they extend");
  add_common(*templates, into);
  templates->callback([&into] { into.arguments.verb = Verb::templates; });
}

void add_archive(CLI::App& app, Parsed& into) {
  CLI::App* verify = app.add_subcommand("verify", "build PDFs again from the source inside, and tell what differs");
  verify->add_option("FILE", into.arguments.briefs, "PDFs")->required()->check(not_empty());
  verify->add_flag("-q,--quiet", into.arguments.quiet, "tell only what is not identical");
  add_common(*verify, into);
  verify->callback([&into] { into.arguments.verb = Verb::verify; });
  CLI::App* extract = app.add_subcommand("extract", "write the files inside a PDF, byte for byte");
  extract->add_option("FILE", into.arguments.briefs, "a PDF")->required()->expected(1)->check(not_empty());
  extract->add_option("-C,--directory", into.arguments.folder, "where to (default: the current folder)")
      ->check(not_empty());
  add_common(*extract, into);
  extract->callback([&into] { into.arguments.verb = Verb::extract; });
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

// A command nobody knows is told by name; CLI11 would only say that an argument was not expected.
bool knows_command(const CLI::App& app, int argc, const char* const* argv, Diagnostics& diags) {
  if (argc < 2 || argv[1][0] == '-') return true;
  const std::string asked = argv[1];
  const std::vector<std::string> names = commands_of(app);
  if (std::find(names.begin(), names.end(), asked) != names.end()) return true;
  Diagnostic& fault = diags.failure(Blame::usage, "usage.command", fmt::format("there is no command \"{}\"", asked));
  const std::string near = nearest(asked, names);
  if (!near.empty()) fault.hint(fmt::format("did you mean \"{}\"?", near));
  if (asked.ends_with(".toml")) fault.hint(fmt::format("to set a brief: readout build {}", shell_word(asked)));
  fault.hint("commands are " + fmt::format("{}", fmt::join(names, ", ")));
  return false;
}

void tell(const CLI::ParseError& error, Diagnostics& diags) {
  std::string message = error.what();
  if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z' && !message.starts_with("FILE"))
    message[0] = static_cast<char>(message[0] - 'A' + 'a');
  diags.failure(Blame::usage, "usage.arguments", message).hint("readout --help shows what there is");
}

unsigned cores() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace

std::optional<std::variant<Arguments, Answer>> parse(int argc, const char* const* argv, Diagnostics& diags) {
  CLI::App app(examples, "readout");
  Parsed parsed;
  parsed.arguments.threads = cores();
  app.set_version_flag("--version", fmt::format("readout {}", version));
  app.require_subcommand(1);
  app.footer(exit_codes);
  add_build(app, parsed);
  add_check(app, parsed);
  add_new(app, parsed);
  add_dump(app, parsed);
  add_lists(app, parsed);
  add_archive(app, parsed);
  if (!knows_command(app, argc, argv, diags)) return std::nullopt;
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Answer{app.help()};
  } catch (const CLI::CallForVersion& asked) {
    return Answer{std::string(asked.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    tell(error, diags);
    return std::nullopt;
  }
  parsed.arguments.json = parsed.format == "json";
  if (const auto stage = press::stage_named(parsed.stage)) parsed.arguments.stage = *stage;
  return std::move(parsed.arguments);
}

}  // namespace readout::cli
