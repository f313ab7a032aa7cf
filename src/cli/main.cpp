// The program: reads its arguments, meets the operating system, and leaves the rest to the rooms.
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <string_view>
#include <variant>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/heap_watch.hpp"
#include "cli/args.hpp"
#include "cli/commands.hpp"
#include "cli/heap.hpp"
#include "cli/report.hpp"
#include "cli/terminal.hpp"

namespace readout::cli {
namespace {

// A signal handler can reach nothing but a variable like this one.
volatile std::sig_atomic_t stopped_by = 0;

// The first signal lets the briefs in hand be finished, so that no half-made file stays behind; the second one ends
// the program at once. No restart: a read of standard input that waits is given up.
void on_stop(int number) {
  if (stopped_by != 0) ::_exit(128 + number);
  stopped_by = number;
}

// A file that is looked at where it lies (Files::lend) was cut short meanwhile: nothing can be given in its place.
void on_lost_file(int) {
  constexpr std::string_view told =
      "readout: error: a file became shorter while it was read, or its disk failed; run again when it is whole\n";
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, told.data(), told.size());
  ::_exit(3);
}

void handle_signals() {
  struct sigaction stop {};
  stop.sa_handler = on_stop;
  ::sigemptyset(&stop.sa_mask);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(number, &stop, nullptr);
  ::signal(SIGBUS, on_lost_file);
  ::signal(SIGPIPE, SIG_IGN);  // a reader that went away is an error of the write, and told as one
  ::signal(SIGXFSZ, SIG_IGN);  // so is a file larger than the user may write
}

std::string program_folder(const char* name) {
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::string folder = folder_of(error ? std::string(name) : path.string());
  // readout-archive lies beside readout in a build, and is installed where nobody calls it by hand.
  constexpr std::string_view apart = "libexec/readout";
  return folder.ends_with(apart) ? folder.substr(0, folder.size() - apart.size()) + "bin" : folder;
}

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

int start(int argc, const char* const* argv, const HeapStart& memory) {
  handle_signals();
  [[maybe_unused]] const HeapWatch heap;  // what HeapStart tried in vain is no fault
  Report report;
  Diagnostics diags;
  auto parsed = parse(argc, argv, diags);
  if (!parsed) {
    report.tell(diags);
    return report.finish();
  }
  DiskFiles disk;
  TerminalFiles files(disk);
  if (const Answer* answer = std::get_if<Answer>(&*parsed))
    return write_to(STDOUT_FILENO, answer->text).empty() ? 0 : static_cast<int>(Blame::system);
  memory.fill();
  World world{files,     program_folder(argv[0]), argv, environment("SOURCE_DATE_EPOCH"), ::isatty(STDOUT_FILENO) == 1,
              stopped_by};
  const int code = run(std::get<Arguments>(*parsed), world, report);
  return stopped_by != 0 ? 128 + stopped_by : code;
}

}  // namespace
}  // namespace readout::cli

int main(int argc, char** argv) {
  const readout::cli::HeapStart memory;
  try {
    return readout::cli::start(argc, argv, memory);
  } catch (const std::bad_alloc&) {  // telling it must not want memory itself
    static_cast<void>(readout::cli::write_to(STDERR_FILENO, "readout: error: there is not enough memory\n"));
    return static_cast<int>(readout::Blame::system);
  } catch (const std::exception& fault) {  // a thread could not be started
    static_cast<void>(readout::cli::write_to(STDERR_FILENO, std::string("readout: error: ") + fault.what() + "\n"));
    return static_cast<int>(readout::Blame::system);
  }
}
