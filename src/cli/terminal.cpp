#include "cli/terminal.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "press/job.hpp"

namespace readout::cli {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

Read read_stream(int descriptor) {
  std::string bytes;
  std::array<char, 1 << 16> part{};
  for (;;) {
    const ssize_t n = ::read(descriptor, part.data(), part.size());
    if (n < 0) return {std::nullopt, reason(errno)};  // EINTR too: a signal asks to stop
    if (n == 0) return {std::move(bytes), ""};
    bytes.append(part.data(), static_cast<std::size_t>(n));
    if (bytes.size() > largest_file) return {std::nullopt, "it is larger than 512 MB"};
  }
}

}  // namespace

bool wants_colour(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  const char* term = std::getenv("TERM");
  if (term == nullptr || std::string_view(term) == "dumb") return false;
  return ::isatty(descriptor) == 1;
}

std::string write_to(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return reason(errno);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return {};
}

Read TerminalFiles::read(const std::string& path) {
  return path == press::standard_stream ? read_stream(STDIN_FILENO) : disk_.read(path);
}

Read TerminalFiles::read_within(const std::string& folder, const std::string& relative) {
  return disk_.read_within(folder, relative);
}

std::string TerminalFiles::write(const std::string& path, std::string_view bytes) {
  return path == press::standard_stream ? write_to(STDOUT_FILENO, bytes) : disk_.write(path, bytes);
}

std::string TerminalFiles::identity(const std::string& path) {
  return disk_.identity(path == press::standard_stream ? "/dev/stdin" : path);
}

}  // namespace readout::cli
