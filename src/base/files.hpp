// The file system as an argument: tests and fuzzers run the whole program in memory. Memory that runs out is no fault
// of a file, and never told as one: std::bad_alloc.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace readout {

struct Read {
  std::optional<std::string> bytes;
  std::string why;  ///< "no such file", "is a folder", ...; empty when bytes are there
};

/// Bytes of a file, shared by all who hold them: read into memory, or lent by the system.
class SharedBytes {
 public:
  SharedBytes() = default;
  SharedBytes(std::string bytes)  // NOLINT(google-explicit-constructor): one that is shared
      : SharedBytes(std::make_shared<const std::string>(std::move(bytes))) {}
  SharedBytes(std::shared_ptr<const void> keeper, std::string_view view) : keeper_(std::move(keeper)), view_(view) {}

  [[nodiscard]] std::string_view view() const { return view_; }

 private:
  explicit SharedBytes(const std::shared_ptr<const std::string>& bytes) : keeper_(bytes), view_(*bytes) {}

  std::shared_ptr<const void> keeper_;
  std::string_view view_;
};

struct Lent {
  std::optional<SharedBytes> bytes;
  std::string why;  ///< as that of Read
};

/// The most that is read from one file or pipe: an endless one must not take the machine's memory.
inline constexpr std::size_t largest_file = std::size_t{512} << 20U;

class Files {
 public:
  virtual ~Files() = default;
  /// Errors: in `why`: none such, a folder, no permission, more than largest_file bytes, ...
  [[nodiscard]] virtual Read read(const std::string& path) = 0;
  /// As read(), for files that nobody writes over while they are in use, such as typefaces: a page of the file is read
  /// when it is looked at. Should someone cut it short all the same, the program ends with SIGBUS (cli/ says so).
  [[nodiscard]] virtual Lent lend(const std::string& path);
  /// Reads `relative` (with '/') below `folder`. Absolute paths, "..", addresses, and links or devices
  /// that lead out of `folder` are refused with the reason in `why`.
  [[nodiscard]] virtual Read read_within(const std::string& folder, const std::string& relative) = 0;
  /// Replaces `path` with `bytes` or leaves it as it was (temporary file, fsync, rename). Makes missing
  /// folders. Gives "" or the reason.
  [[nodiscard]] virtual std::string write(const std::string& path, std::string_view bytes) = 0;
  /// write() below `folder`, under the same rules as read_within().
  [[nodiscard]] virtual std::string write_within(const std::string& folder, const std::string& relative,
                                                 std::string_view bytes);
  /// Between the two, write() does not wait until a file has reached the disk; end_many() waits for all of them at
  /// once, and gives "" or the reason. Not to be nested.
  virtual void begin_many() {}
  [[nodiscard]] virtual std::string end_many() { return {}; }
  [[nodiscard]] virtual bool exists(const std::string& path) = 0;
  [[nodiscard]] virtual bool is_folder(const std::string& path) = 0;
  /// Which file lies there, whatever it is called: of two paths that lead to one file it is the same. "" when there is
  /// no ordinary file.
  [[nodiscard]] virtual std::string identity(const std::string& path) = 0;
  /// Names (not paths) of the entries of a folder, sorted by bytes; empty when there is none.
  [[nodiscard]] virtual std::vector<std::string> list(const std::string& folder) = 0;
};

class DiskFiles final : public Files {
 public:
  Read read(const std::string& path) override;
  Lent lend(const std::string& path) override;
  Read read_within(const std::string& folder, const std::string& relative) override;
  std::string write(const std::string& path, std::string_view bytes) override;
  std::string write_within(const std::string& folder, const std::string& relative, std::string_view bytes) override;
  void begin_many() override;
  std::string end_many() override;
  bool exists(const std::string& path) override;
  bool is_folder(const std::string& path) override;
  std::string identity(const std::string& path) override;
  std::vector<std::string> list(const std::string& folder) override;

 private:
  std::string replace(const std::string& target, unsigned mode, std::string_view bytes);
  /// The file system of this open file has to be waited for.
  int note(int file, const std::string& target);

  std::mutex mutex_;
  bool many_ = false;
  std::map<std::uint64_t, std::string> unsettled_;  ///< by device: a file on it
};

/// Files in a map, for tests and fuzzers. Reads fall through to `below` when it is given.
class MemoryFiles final : public Files {
 public:
  std::map<std::string, std::string> files;
  Files* below = nullptr;

  Read read(const std::string& path) override;
  Read read_within(const std::string& folder, const std::string& relative) override;
  std::string write(const std::string& path, std::string_view bytes) override;
  bool exists(const std::string& path) override;
  bool is_folder(const std::string& path) override;
  std::string identity(const std::string& path) override;
  std::vector<std::string> list(const std::string& folder) override;
};

/// Why `relative` may not be used as a path inside a folder; "" when it may.
[[nodiscard]] std::string path_fault(std::string_view relative);
/// "a/b" of "a/b/c.toml"; "" of "c.toml".
[[nodiscard]] std::string folder_of(std::string_view path);
/// "c.toml" of "a/b/c.toml".
[[nodiscard]] std::string file_name_of(std::string_view path);
/// "a/b" of "./a/../a/b": names of one file that are spelled in several ways, links aside.
[[nodiscard]] std::string plain_path(const std::string& path);
[[nodiscard]] std::string join_path(std::string_view folder, std::string_view relative);

}  // namespace readout
