#include "model/toml_scan.hpp"

#include <utility>

#include "base/char_set.hpp"
#include "base/utf8.hpp"

namespace readout::model {
namespace {

/// What ends a string, or wants a closer look inside one.
constexpr CharSet string_marks("\"'\\\r\n");

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  TomlScan run() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;  // a byte-order mark
    while (at_ < text_.size()) step();
    return std::move(scan_);
  }

 private:
  void step() {
    switch (text_[at_]) {
      case '#': comment(); break;
      case '"':
      case '\'': string(text_[at_]); break;
      case '[':
      case '{': open(); break;
      case ']':
      case '}': close(); break;
      case '.': dot(); break;
      case '\r': carriage_return(); break;
      case '\n': line_end(); break;
      case '=':
      case ',': value_sign(); break;
      default: other();
    }
  }

  void comment() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    scan_.comments.push_back(stretch(begin, at_));
  }

  // A string that is not closed ends at its line's end (one line) or at the file's end (several lines):
  // the parser tells the fault.
  void string(char quote) {
    const bool many = text_.substr(at_).starts_with(quote == '"' ? R"(""")" : "'''");
    const std::size_t begin = at_;
    at_ += many ? 3U : 1U;
    const TomlStretch opening = stretch(begin, at_);
    while ((at_ = string_marks.find_in(text_, at_)) < text_.size()) {
      const char c = text_[at_];
      if (c == '\n' && !many) break;
      if (c == '\r') {
        carriage_return();
        continue;
      }
      if (c == '\\' && quote == '"') {
        const bool taken = at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\');
        at_ += taken ? 2U : 1U;
        continue;
      }
      if (c == quote && (!many || ends_many(quote))) return close_string(quote, many);
      ++at_;
    }
    if (!scan_.unclosed) scan_.unclosed = opening;
  }
  [[nodiscard]] bool ends_many(char quote) const {
    return at_ + 2 < text_.size() && text_[at_ + 1] == quote && text_[at_ + 2] == quote;
  }
  // Up to two quotes may stand before the closing three: TOML 1.0, "String".
  void close_string(char quote, bool many) {
    std::size_t length = 1;
    if (many)
      while (length < 5 && at_ + length < text_.size() && text_[at_ + length] == quote) ++length;
    at_ += length;
  }

  void open() {
    dots_ = 0;
    if (++depth_ > max_toml_nesting && !scan_.too_deep) scan_.too_deep = stretch(at_, at_ + 1);
    ++at_;
  }
  void close() {
    if (depth_ > 0) --depth_;
    ++at_;
  }
  void dot() {
    if (++dots_ >= max_toml_key_parts && !scan_.too_dotted) scan_.too_dotted = stretch(at_, at_ + 1);
    ++at_;
  }
  void value_sign() {
    dots_ = 0;
    if (++values_ > max_toml_values && !scan_.too_many) scan_.too_many = stretch(at_, at_ + 1);
    ++at_;
  }
  void line_end() {
    dots_ = 0;
    ++at_;
  }
  void carriage_return() {
    if ((at_ + 1 == text_.size() || text_[at_ + 1] != '\n') && !scan_.stray_return) {
      scan_.stray_return = stretch(at_, at_ + 1);
    }
    ++at_;
  }

  void other() {
    const std::size_t begin = at_++;
    if (static_cast<unsigned char>(text_[begin]) < 0x80) return;
    at_ = begin + utf8::decode(text_, begin).length;
    scan_.strays.push_back(stretch(begin, at_));
  }

  static TomlStretch stretch(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view text_;
  std::size_t at_ = 0, depth_ = 0, dots_ = 0, values_ = 0;
  TomlScan scan_;
};

}  // namespace

TomlScan scan_toml(std::string_view text) { return Scanner(text).run(); }

}  // namespace readout::model
