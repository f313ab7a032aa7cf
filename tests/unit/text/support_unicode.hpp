// Reading Unicode's own test files, which Debian's package unicode-data brings.
#pragma once
#include <string>
#include <vector>

/// Data lines (no comments, no empty lines) of a file below /usr/share/unicode. Fails the test when it is missing.
std::vector<std::string> unicode_lines(const std::string& name);
/// What blanks part.
std::vector<std::string> words_of(const std::string& line);
/// What `separator` parts, blanks around the fields taken off.
std::vector<std::string> fields_of(const std::string& line, const std::string& separator);
