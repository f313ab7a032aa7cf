#include "cli/report.hpp"

#include <unistd.h>

#include "base/printable.hpp"
#include "cli/terminal.hpp"

namespace readout::cli {

Diagnostics Report::news_of(const Diagnostics& diags) {
  Diagnostics news;
  news.sources = diags.sources;
  for (const Diagnostic& fault : diags.all()) {
    const bool is_machine = fault.blame == Blame::system && !fault.span.valid();
    if (!is_machine || told_.emplace(fault.code, fault.message).second)
      news.failure(fault.blame, fault.code, fault.message) = fault;
  }
  return news;
}

bool Report::tell(const Diagnostics& all) {
  raise(all.exit_code(strict_));
  const Diagnostics diags = news_of(all);
  if (diags.all().empty()) return false;
  if (!json_) {
    // When standard error itself is gone there is nobody left to tell.
    static_cast<void>(write_to(STDERR_FILENO, render_text(diags, wants_colour(STDERR_FILENO))));
    return true;
  }
  constexpr std::string_view opening = "[\n", closing = "\n]\n";
  const std::string array = render_json(diags);
  if (!rows_.empty()) rows_ += ",\n";
  rows_ += array.substr(opening.size(), array.size() - opening.size() - closing.size());
  return true;
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
