#include "base/files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace readout;
namespace fs = std::filesystem;

namespace {

struct Scratch {
  fs::path path;
  Scratch() {
    std::string name = (fs::temp_directory_path() / "readout-files-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Scratch() { fs::remove_all(path); }
  [[nodiscard]] std::string at(const std::string& name) const { return (path / name).string(); }
};

}  // namespace

TEST_CASE("a file is replaced whole, links stay links, modes stay") {
  const Scratch scratch;
  DiskFiles files;
  CHECK(files.write(scratch.at("new/deep/a.pdf"), "one").empty());
  CHECK(files.read(scratch.at("new/deep/a.pdf")).bytes == "one");
  REQUIRE(::chmod(scratch.at("new/deep/a.pdf").c_str(), 0640) == 0);
  fs::create_symlink("new/deep/a.pdf", scratch.at("link.pdf"));
  CHECK(files.write(scratch.at("link.pdf"), "two").empty());
  CHECK(fs::is_symlink(scratch.at("link.pdf")));
  CHECK(files.read(scratch.at("new/deep/a.pdf")).bytes == "two");
  struct stat info {};
  REQUIRE(::stat(scratch.at("new/deep/a.pdf").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0640);
  CHECK(files.list(scratch.at("new/deep")) == std::vector<std::string>{"a.pdf"});  // no temporary left
  CHECK(files.write(scratch.at("missing/../link.pdf"), "three").empty());
  CHECK(fs::is_symlink(scratch.at("link.pdf")));
  CHECK(files.write(scratch.at("missing/../new/deep/a.pdf"), "four").empty());
  CHECK(files.read(scratch.at("link.pdf")).bytes == "four");
  REQUIRE(::stat(scratch.at("new/deep/a.pdf").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0640);
  CHECK(files.write(scratch.at("a..b/c.pdf"), "five").empty());
}

TEST_CASE("what cannot be written is told and nothing is lost") {
  const Scratch scratch;
  DiskFiles files;
  CHECK(files.write(scratch.path.string(), "x") == "it is a folder");
  REQUIRE(files.write(scratch.at("file"), "x").empty());
  CHECK_FALSE(files.write(scratch.at("file/below"), "x").empty());
  CHECK(files.read(scratch.at("file")).bytes == "x");
  CHECK(files.write("/dev/full", "x") == "the disk is full");
  CHECK(files.write("/dev/null", "x").empty());
}

TEST_CASE("what cannot be read is told") {
  const Scratch scratch;
  DiskFiles files;
  CHECK(files.read(scratch.at("none")).why == "no such file");
  CHECK(files.read(scratch.path.string()).why == "it is a folder");
}

TEST_CASE("reading stays within its folder") {
  const Scratch scratch;
  DiskFiles files;
  REQUIRE(files.write(scratch.at("in/seal.png"), "png").empty());
  REQUIRE(files.write(scratch.at("secret"), "s").empty());
  fs::create_symlink("../secret", scratch.at("in/out"));
  fs::create_symlink("seal.png", scratch.at("in/again.png"));
  fs::create_directory_symlink("..", scratch.at("in/up"));
  CHECK(files.read_within(scratch.at("in"), "seal.png").bytes == "png");
  CHECK(files.read_within(scratch.at("in"), "./again.png").bytes == "png");
  for (const char* path : {"out", "up/secret", "../secret", "/etc/passwd", "a/../../secret", "", "none.png"})
    CHECK_FALSE(files.read_within(scratch.at("in"), path).bytes.has_value());
  CHECK(files.read_within(scratch.at("in"), "out").why == "a link leads out of the folder");
  CHECK(files.write_within(scratch.at("in"), "new/a.txt", "x").empty());
  CHECK(files.read(scratch.at("in/new/a.txt")).bytes == "x");
  for (const char* path : {"out", "up/secret", "../secret", "/tmp/readout-never", ""})
    CHECK_FALSE(files.write_within(scratch.at("in"), path, "x").empty());
  CHECK(files.read(scratch.at("secret")).bytes == "s");
}

TEST_CASE("a file is known by what it is, not by what it is called") {
  const Scratch scratch;
  DiskFiles files;
  REQUIRE(files.write(scratch.at("a/talks.toml"), "x").empty());
  REQUIRE(files.write(scratch.at("a/same.toml"), "x").empty());
  fs::create_symlink("a/talks.toml", scratch.at("link"));
  fs::create_hard_link(scratch.at("a/talks.toml"), scratch.at("twin"));
  const std::string talks = files.identity(scratch.at("a/talks.toml"));
  CHECK_FALSE(talks.empty());
  for (const char* path : {"link", "twin", "a/../a/./talks.toml"}) CHECK(files.identity(scratch.at(path)) == talks);
  CHECK(files.identity(scratch.at("a/same.toml")) != talks);
  for (const char* path : {"a", "none"}) CHECK(files.identity(scratch.at(path)).empty());
  CHECK(files.identity("/dev/null").empty());
  MemoryFiles memory;
  memory.below = &files;
  memory.files["b/c"] = "x";
  CHECK(memory.identity("b/./c") == "b/c");
  CHECK(memory.identity(scratch.at("link")) == talks);
  CHECK(memory.identity("b/d").empty());
}

TEST_CASE("paths that may not be used are told why") {
  for (const char* path : {"", "/a", "~/a", "C:/a", "a\\b", "..", "a/..", "../a", "https://a/b", "data:image/png"})
    CHECK_FALSE(path_fault(path).empty());
  for (const char* path : {"a", "a/b.png", "..a", "a..b/c", "\u0635\u0648\u0631/a b.png"})
    CHECK(path_fault(path).empty());
}

TEST_CASE("parts of paths") {
  CHECK(folder_of("a/b/c.toml") == "a/b");
  CHECK(folder_of("c.toml").empty());
  CHECK(folder_of("/c.toml") == "/");
  CHECK(file_name_of("a/b/c.toml") == "c.toml");
  CHECK(join_path("", "x") == "x");
  CHECK(join_path("a/", "x") == "a/x");
  CHECK(join_path("a", "/x") == "/x");
}

TEST_CASE("files in memory behave alike") {
  MemoryFiles files;
  files.files["in/a.toml"] = "x";
  CHECK(files.read("in/a.toml").bytes == "x");
  CHECK(files.read("in").why == "it is a folder");
  CHECK(files.read_within("in", "../a").why == "\"..\" leads out of the folder");
  CHECK(files.list("in") == std::vector<std::string>{"a.toml"});
  CHECK(files.write("out/b.pdf", "y").empty());
  CHECK(files.exists("out/b.pdf"));
}
