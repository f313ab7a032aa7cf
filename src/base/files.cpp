#include "base/files.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <new>
#include <string_view>
#include <system_error>
#include <utility>

namespace readout {
namespace fs = std::filesystem;
namespace {

// Throws std::bad_alloc where memory ran out: that is no fault of the file.
std::string reason(int error) {
  switch (error) {
    case ENOMEM: throw std::bad_alloc();
    case ENOENT: return "no such file";
    case EACCES: return "no permission";
    case EISDIR: return "it is a folder";
    case ENOSPC: return "the disk is full";
    case EROFS: return "the file system is read-only";
    case ENOTDIR: return "a part of the path is no folder";
    case EFBIG: return "the file would be too large";
    case EDQUOT: return "the disk quota is used up";
    default: return std::generic_category().message(error);
  }
}

constexpr std::string_view too_much = "it is larger than 512 MB";

// A descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  /// 0, or errno of the close: a full disk may show only here.
  int close() {
    const int fd = std::exchange(fd_, -1);
    return fd >= 0 && ::close(fd) != 0 ? errno : 0;
  }

 private:
  int fd_;
};

Read read_all(int fd, std::size_t expected) {
  if (expected > largest_file) return {std::nullopt, std::string(too_much)};
  std::string bytes;
  bytes.resize(expected + 1);  // one more, so that the end is seen without growing
  std::size_t used = 0;
  for (;;) {
    if (used > largest_file) return {std::nullopt, std::string(too_much)};
    if (used == bytes.size()) bytes.resize(std::min(bytes.size() * 2, largest_file + 1));
    const ssize_t n = ::read(fd, bytes.data() + used, bytes.size() - used);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return {std::nullopt, reason(errno)};
    if (n == 0) break;
    used += static_cast<std::size_t>(n);
  }
  bytes.resize(used);
  return {std::move(bytes), ""};
}

enum class Kinds { any, ordinary };

// What is opened is asked what it is: between a look at the path and its opening it may have become something else.
Read read_file(const std::string& path, Kinds kinds) {
  const int guard = kinds == Kinds::ordinary ? O_NOFOLLOW | O_NONBLOCK : 0;
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | guard));
  if (file.get() < 0) return {std::nullopt, reason(errno)};
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return {std::nullopt, reason(errno)};
  if (S_ISDIR(info.st_mode)) return {std::nullopt, reason(EISDIR)};
  if (kinds == Kinds::ordinary && !S_ISREG(info.st_mode)) return {std::nullopt, "it is no ordinary file"};
  return read_all(file.get(), S_ISREG(info.st_mode) ? static_cast<std::size_t>(info.st_size) : 0);
}

/// The file as the system has it in memory; nothing when that cannot be.
std::optional<SharedBytes> mapped(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  struct stat info {};
  if (file.get() < 0 || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size == 0 || size > largest_file) return std::nullopt;
  const int before = errno;
  void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (begin == MAP_FAILED) return errno = before, std::nullopt;  // it is read instead: memory has not run out
  std::shared_ptr<const void> keeper(begin, [size](const void* at) { ::munmap(const_cast<void*>(at), size); });
  return SharedBytes(std::move(keeper), {static_cast<const char*>(begin), size});
}

int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

// Where the bytes must really go, and what is there: a link is followed, so that it stays a link.
struct Target {
  std::string path;
  fs::file_status status;
};
Target resolved(const std::string& path) {
  constexpr int most_links = 40;  // as the kernel does
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  // A folder that is still missing may be stepped over: "new/../brief.pdf" may well be there.
  if (!fs::exists(status) && path.find("..") != std::string::npos)
    if (const fs::path plain = fs::weakly_canonical(path, error); !error && plain != path)
      return resolved(plain.string());
  if (error == std::errc::not_enough_memory) throw std::bad_alloc();  // or a link would be replaced by a file
  if (!fs::is_symlink(status)) return {path, status};
  fs::path target = path;
  for (int i = 0; i < most_links && fs::is_symlink(fs::symlink_status(target, error)); ++i)
    target = target.parent_path() / fs::read_symlink(target, error);  // one that leads to nothing yet, too
  target = fs::weakly_canonical(target, error);
  if (error == std::errc::not_enough_memory) throw std::bad_alloc();
  if (error) target = path;
  return {target.string(), fs::status(target, error)};
}

// The mode that the new file gets: the old one's, else what the umask leaves of rw-rw-rw-.
mode_t mode_for(const fs::file_status& old) {
  if (fs::exists(old)) return static_cast<mode_t>(old.permissions()) & 07777;
  // Asked once: the mask can only be read by setting it, and other threads may be making files.
  static const mode_t mask = [] {
    const mode_t value = ::umask(0);
    ::umask(value);
    return value;
  }();
  return 0666 & ~mask;
}

bool lies_within(const fs::path& folder, const fs::path& file) {
  const auto [rest, _] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return rest == folder.end();
}

}  // namespace

std::string path_fault(std::string_view relative) {
  if (relative.empty()) return "the path is empty";
  if (relative.find("://") != std::string_view::npos || relative.starts_with("data:"))
    return "addresses are not read; save the file beside the brief";
  if (relative.front() == '/' || relative.front() == '~') return "absolute paths are not allowed";
  if (relative.size() > 1 && relative[1] == ':') return "absolute paths are not allowed";
  if (relative.find('\\') != std::string_view::npos) return "write paths with / instead of \\";
  if (relative.find('\0') != std::string_view::npos) return "the path holds a zero byte";
  for (std::size_t begin = 0; begin <= relative.size();) {
    const std::size_t end = std::min(relative.find('/', begin), relative.size());
    if (relative.substr(begin, end - begin) == "..") return "\"..\" leads out of the folder";
    begin = end + 1;
  }
  return {};
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string file_name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string plain_path(const std::string& path) { return fs::path(path).lexically_normal().string(); }

std::string join_path(std::string_view folder, std::string_view relative) {
  if (folder.empty() || relative.starts_with('/')) return std::string(relative);
  std::string out(folder);
  if (out.back() != '/') out += '/';
  return out += relative;
}

// Writes to a fresh file beside `target` and moves it there: the old file or the whole new one.
std::string DiskFiles::replace(const std::string& target, unsigned mode, std::string_view bytes) {
  std::string temporary = target + ".XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.get() < 0) return reason(errno);
  int error = write_all(file.get(), bytes);
  if (error == 0 && ::fchmod(file.get(), static_cast<mode_t>(mode)) != 0) error = errno;
  if (error == 0) error = many_ ? note(file.get(), target) : ::fsync(file.get()) != 0 ? errno : 0;
  const int close_error = file.close();
  if (error == 0) error = close_error;
  if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
  if (error == 0) return {};
  ::unlink(temporary.c_str());
  return reason(error);
}

int DiskFiles::note(int file, const std::string& target) {
  struct stat info {};
  if (::fstat(file, &info) != 0) return errno;
  const std::lock_guard lock(mutex_);
  unsettled_.emplace(info.st_dev, target);
  return 0;
}

void DiskFiles::begin_many() { many_ = true; }

// Waiting for each file by itself takes a tenth of a batch's work and a third of its time.
std::string DiskFiles::end_many() {
  many_ = false;
  int error = 0;
  for (const auto& [device, path] : std::exchange(unsettled_, {})) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.get() < 0) continue;  // somebody has taken it away again
    if (::syncfs(file.get()) != 0) error = errno;
  }
  return error == 0 ? std::string() : reason(error);
}

Read DiskFiles::read(const std::string& path) { return read_file(path, Kinds::any); }

Lent DiskFiles::lend(const std::string& path) {
  if (auto bytes = mapped(path)) return {std::move(bytes), ""};
  return Files::lend(path);
}

Read DiskFiles::read_within(const std::string& folder, const std::string& relative) {
  if (std::string fault = path_fault(relative); !fault.empty()) return {std::nullopt, std::move(fault)};
  const std::string path = join_path(folder, relative);
  std::error_code error;
  const fs::path base = fs::canonical(folder.empty() ? "." : folder, error);
  if (error) return {std::nullopt, reason(error.value())};
  const fs::path target = fs::canonical(path, error);
  if (error) return {std::nullopt, reason(error.value())};
  if (!lies_within(base, target)) return {std::nullopt, "a link leads out of the folder"};
  if (!fs::is_regular_file(target, error))
    return {std::nullopt, fs::is_directory(target, error) ? reason(EISDIR) : "it is no ordinary file"};
  return read_file(target.string(), Kinds::ordinary);
}

std::string DiskFiles::write(const std::string& path, std::string_view bytes) {
  const auto [target, status] = resolved(path);
  std::error_code error;
  const fs::path folder = fs::path(target).parent_path();
  if (!folder.empty()) fs::create_directories(folder, error);
  if (error && !fs::is_directory(folder)) return reason(error.value());
  if (fs::is_directory(status)) return reason(EISDIR);
  // A device or pipe (/dev/null, /dev/stdout) cannot be replaced; it is written to.
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    Descriptor file(::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (file.get() < 0) return reason(errno);
    const int written = write_all(file.get(), bytes);
    const int closed = file.close();
    return written != 0 ? reason(written) : closed != 0 ? reason(closed) : std::string();
  }
  return replace(target, mode_for(status), bytes);
}

std::string DiskFiles::write_within(const std::string& folder, const std::string& relative, std::string_view bytes) {
  if (std::string fault = path_fault(relative); !fault.empty()) return fault;
  std::error_code error;
  fs::create_directories(folder.empty() ? "." : folder, error);
  const fs::path base = fs::canonical(folder.empty() ? "." : folder, error);
  if (error) return reason(error.value());
  const fs::path target = fs::weakly_canonical(base / relative, error);
  if (error) return reason(error.value());
  if (!lies_within(base, target)) return "a link leads out of the folder";
  return write(target.string(), bytes);
}

bool DiskFiles::exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

bool DiskFiles::is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::string DiskFiles::identity(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return {};
  return std::to_string(info.st_dev) + ':' + std::to_string(info.st_ino);
}

std::vector<std::string> DiskFiles::list(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    names.push_back(it->path().filename().string());
  if (error == std::errc::not_enough_memory) throw std::bad_alloc();
  std::sort(names.begin(), names.end());
  return names;
}

Read MemoryFiles::read(const std::string& path) {
  if (const auto found = files.find(path); found != files.end()) return {found->second, ""};
  if (below != nullptr) return below->read(path);
  return {std::nullopt, is_folder(path) ? "it is a folder" : "no such file"};
}

Read MemoryFiles::read_within(const std::string& folder, const std::string& relative) {
  if (std::string fault = path_fault(relative); !fault.empty()) return {std::nullopt, std::move(fault)};
  const std::string path = join_path(folder, relative);
  if (const auto found = files.find(path); found != files.end()) return {found->second, ""};
  if (below != nullptr) return below->read_within(folder, relative);
  return {std::nullopt, "no such file"};
}

std::string MemoryFiles::write(const std::string& path, std::string_view bytes) {
  files[path] = std::string(bytes);
  return {};
}

Lent Files::lend(const std::string& path) {
  Read got = read(path);
  if (!got.bytes) return {std::nullopt, std::move(got.why)};
  return {SharedBytes(std::move(*got.bytes)), ""};
}

std::string Files::write_within(const std::string& folder, const std::string& relative, std::string_view bytes) {
  if (std::string fault = path_fault(relative); !fault.empty()) return fault;
  return write(join_path(folder, relative), bytes);
}

bool MemoryFiles::exists(const std::string& path) {
  return files.contains(path) || is_folder(path) || (below != nullptr && below->exists(path));
}

bool MemoryFiles::is_folder(const std::string& path) {
  const std::string prefix = path + '/';
  const auto first = files.lower_bound(prefix);
  if (first != files.end() && first->first.starts_with(prefix)) return true;
  return below != nullptr && below->is_folder(path);
}

std::string MemoryFiles::identity(const std::string& path) {
  const std::string plain = fs::path(path).lexically_normal().string();
  if (files.contains(path) || files.contains(plain)) return plain;
  return below != nullptr ? below->identity(path) : std::string();
}

std::vector<std::string> MemoryFiles::list(const std::string& folder) {
  std::vector<std::string> names = below != nullptr ? below->list(folder) : std::vector<std::string>{};
  const std::string prefix = folder + '/';
  for (auto it = files.lower_bound(prefix); it != files.end() && it->first.starts_with(prefix); ++it) {
    const std::string_view rest = std::string_view(it->first).substr(prefix.size());
    names.emplace_back(rest.substr(0, rest.find('/')));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace readout
