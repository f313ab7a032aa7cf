#include "model/toml_literal.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/char_set.hpp"
#include "base/utf8.hpp"

namespace readout::model {
namespace {

/// What says something else than itself, in double quotes and in single ones.
constexpr CharSet basic_signs("\\\r"), literal_signs("\r");

class Decoder {
 public:
  Decoder(std::string_view text, std::size_t begin, std::size_t end) : text_(text), at_(begin), end_(end) {}

  TomlString run() {
    const char quote = text_[at_];
    const bool many = end_ - at_ >= 6 && text_[at_ + 1] == quote && text_[at_ + 2] == quote;
    basic_ = quote == '"';
    at_ += many ? 3 : 1;
    end_ -= many ? 3 : 1;
    if (many) skip_line_end();  // a line end just after the opening quotes is trimmed
    TomlString out;
    out.first = static_cast<std::uint32_t>(at_);
    const std::string_view body = text_.substr(at_, end_ - at_);
    if (next_sign(body) == body.size()) {
      out.text = body;
      return out;
    }
    while (at_ < end_) step();
    map_.begins.push_back(static_cast<std::uint32_t>(end_));
    out.text = std::move(decoded_);
    out.map = std::move(map_);
    return out;
  }

 private:
  [[nodiscard]] std::size_t next_sign(std::string_view text) const {
    return (basic_ ? basic_signs : literal_signs).find_in(text);
  }

  void step() {
    const char c = text_[at_];
    if (c == '\\' && basic_) return escape();
    if (c == '\r') {  // CR LF is read as LF
      ++at_;
      return;
    }
    plain();
  }

  /// All up to the next character that says something else than itself.
  void plain() {
    const std::string_view rest = text_.substr(at_, end_ - at_);
    const std::size_t size = next_sign(rest);
    const std::size_t stop = at_ + size, before = decoded_.size();
    decoded_ += rest.substr(0, size);
    map_.begins.resize(decoded_.size());
    map_.ends.resize(decoded_.size());
    for (std::size_t i = before; at_ < stop; ++i) {
      map_.begins[i] = static_cast<std::uint32_t>(at_++);
      map_.ends[i] = static_cast<std::uint32_t>(at_);
    }
  }

  void escape() {
    const std::size_t begin = at_;
    const char c = at_ + 1 < end_ ? text_[at_ + 1] : '\\';
    at_ += 2;
    switch (c) {
      case 'b': return put("\b", begin, at_);
      case 't': return put("\t", begin, at_);
      case 'n': return put("\n", begin, at_);
      case 'f': return put("\f", begin, at_);
      case 'r': return put("\r", begin, at_);
      case 'u': return code_point(begin, 4);
      case 'U': return code_point(begin, 8);
      case ' ':
      case '\t':
      case '\r':
      case '\n': return join_lines();
      default: return put(std::string_view(&c, 1), begin, at_);
    }
  }
  void code_point(std::size_t begin, std::size_t digits) {
    char32_t value = 0;
    for (std::size_t i = 0; i < digits && at_ < end_; ++i, ++at_) {
      value = value * 16 + static_cast<char32_t>(std::max(ascii::hex_digit(text_[at_]), 0));
    }
    put(utf8::encode(value), begin, at_);
  }
  // A backslash at the end of a line swallows everything up to the next character that is no blank.
  void join_lines() {
    while (at_ < end_ && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  void skip_line_end() {
    if (at_ < end_ && text_[at_] == '\r') ++at_;
    if (at_ < end_ && text_[at_] == '\n') ++at_;
  }

  void put(std::string_view bytes, std::size_t begin, std::size_t end) {
    const bool escaped = end - begin > 1;
    for (const char b : bytes) {
      decoded_.push_back(b);
      map_.begins.push_back(static_cast<std::uint32_t>(begin));
      map_.ends.push_back(static_cast<std::uint32_t>(escaped ? end : begin + 1));
    }
  }

  std::string_view text_;
  std::size_t at_, end_;
  bool basic_ = false;
  std::string decoded_;
  TomlString::Map map_;
};

}  // namespace

TomlString decode_literal(std::string_view file_text, std::size_t begin, std::size_t end) {
  return Decoder(file_text, begin, end).run();
}

}  // namespace readout::model
