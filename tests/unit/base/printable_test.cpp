#include "base/printable.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

using namespace readout;

TEST_CASE("a path is quoted for the shell when it needs it") {
  struct Row {
    const char* path;
    const char* typed;
  };
  const Row rows[] = {
      {"talks.toml", "talks.toml"},
      {"in/talks-2_a.toml", "in/talks-2_a.toml"},
      {"x y.toml", "'x y.toml'"},
      {"it's.toml", "'it'\\''s.toml'"},
      {"$HOME.toml", "'$HOME.toml'"},
      {"~x.toml", "'~x.toml'"},
      {"-x.toml", "./-x.toml"},
      {"- x.toml", "'./- x.toml'"},
      {"", "''"},
      {"محادثات.toml", "محادثات.toml"},
      {"a*.toml", "'a*.toml'"},
      {"a;b", "'a;b'"},
  };
  for (const Row& row : rows) CHECK(shell_word(row.path) == row.typed);
}

TEST_CASE("a shell gives a quoted path back") {
  for (const char* path : {"x y", "it's", "a\\b\"c", "$(id)`id`", "#a", "a=b", "!x", "(a)[b]{c}", "a\tb", "é ق"}) {
    std::string got;
    std::FILE* shell = ::popen(("printf %s " + shell_word(path)).c_str(), "r");
    REQUIRE(shell != nullptr);
    for (int c = std::fgetc(shell); c != EOF; c = std::fgetc(shell)) got += static_cast<char>(c);
    CHECK(::pclose(shell) == 0);
    CHECK(got == path);
  }
}
