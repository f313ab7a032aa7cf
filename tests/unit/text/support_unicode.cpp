#include "unit/text/support_unicode.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

std::vector<std::string> unicode_lines(const std::string& name) {
  const std::string path = "/usr/share/unicode/" + name;
  std::ifstream in(path);
  REQUIRE_MESSAGE(in.good(), path << " is missing: install the Debian package unicode-data");
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  return lines;
}

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::vector<std::string> fields_of(const std::string& line, const std::string& separator) {
  std::vector<std::string> fields;
  for (std::size_t at = 0;;) {
    const std::size_t end = line.find(separator, at);
    std::string field = line.substr(at, end == std::string::npos ? end : end - at);
    field.erase(0, field.find_first_not_of(' '));
    field.erase(field.find_last_not_of(' ') + 1);
    fields.push_back(field);
    if (end == std::string::npos) return fields;
    at = end + separator.size();
  }
}
