// Standard input, output and error: who is at the other end, and what can go wrong there.
#pragma once
#include <string>
#include <string_view>
#include "base/files.hpp"

namespace readout::cli {

/// Colour for a stream: only on a terminal that is not "dumb", and not when NO_COLOR is set (no-color.org).
[[nodiscard]] bool wants_colour(int descriptor);

/// Writes all of `bytes`. Gives "" or the reason; a reader that went away ("broken pipe") is one, too.
[[nodiscard]] std::string write_to(int descriptor, std::string_view bytes);

/// The disk, and the two streams under the name "-".
class TerminalFiles final : public Files {
 public:
  explicit TerminalFiles(Files& disk) : disk_(disk) {}
  Read read(const std::string& path) override;
  Lent lend(const std::string& path) override { return disk_.lend(path); }
  Read read_within(const std::string& folder, const std::string& relative) override;
  std::string write(const std::string& path, std::string_view bytes) override;
  std::string write_within(const std::string& folder, const std::string& relative, std::string_view bytes) override {
    return disk_.write_within(folder, relative, bytes);
  }
  void begin_many() override { disk_.begin_many(); }
  std::string end_many() override { return disk_.end_many(); }
  bool exists(const std::string& path) override { return disk_.exists(path); }
  bool is_folder(const std::string& path) override { return disk_.is_folder(path); }
  std::string identity(const std::string& path) override;
  std::vector<std::string> list(const std::string& folder) override { return disk_.list(folder); }

 private:
  Files& disk_;
};

}  // namespace readout::cli
