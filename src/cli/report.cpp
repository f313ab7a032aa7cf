#include "cli/report.hpp"

#include <unistd.h>

#include "base/printable.hpp"
#include "cli/terminal.hpp"

namespace readout::cli {

void Report::tell(const Diagnostics& diags) {
  raise(diags.exit_code(strict_));
  if (diags.all().empty()) return;
  if (!json_) {
    // When standard error itself is gone there is nobody left to tell.
    static_cast<void>(write_to(STDERR_FILENO, render_text(diags, wants_colour(STDERR_FILENO))));
    return;
  }
  constexpr std::string_view opening = "[\n", closing = "\n]\n";
  const std::string array = render_json(diags);
  if (!rows_.empty()) rows_ += ",\n";
  rows_ += array.substr(opening.size(), array.size() - opening.size() - closing.size());
}

void Report::say(std::string_view line) const {
  if (json_ || quiet_) return;
  static_cast<void>(write_to(STDERR_FILENO, printable_lines(line) + "\n"));
}

int Report::finish() {
  if (json_) {
    const std::string array = rows_.empty() ? "[]\n" : "[\n" + rows_ + "\n]\n";
    static_cast<void>(write_to(STDERR_FILENO, array));
  }
  return exit_code_;
}

}  // namespace readout::cli
