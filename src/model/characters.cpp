#include "model/characters.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace readout::model {
namespace {

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}
/// Of ASCII, as nearly all is.
bool is_printable(char c) { return c >= 0x20 && c < 0x7F; }
bool opens_isolate(char32_t c) { return c >= 0x2066 && c <= 0x2068; }
bool closes_isolate(char32_t c) { return c == 0x2069; }
bool is_embedding(char32_t c) { return c >= 0x202A && c <= 0x202E; }

class Checker {
 public:
  Checker(const TomlString& text, FileId file, Lines lines, Diagnostics& diags)
      : text_(text.text), string_(text), file_(file), lines_(lines), diags_(diags) {}

  bool run() {
    for (at_ = 0; at_ < text_.size(); at_ += length_) {
      if (is_printable(text_[at_])) {
        length_ = 1;
        continue;
      }
      const auto [c, length] = utf8::decode(text_, at_);
      length_ = length;
      look(c);
    }
    end_paragraph();
    return good_;
  }

 private:
  void look(char32_t c) {
    if (c == U'\n') return line_feed();
    if (c == U'\t' && lines_ == Lines::many && is_indentation()) return;
    if (is_control(c)) {
      const std::string name = c == U'\t' ? "a tab" : fmt::format("the control character {}", utf8::name_of(c));
      fault("brief.control-character", here(), fmt::format("{} may not stand in a text", name))
          .hint(c == U'\t' ? "use a blank" : "take it out");
    } else if (is_embedding(c)) {
      fault("brief.direction", here(), fmt::format("{} is one of the old marks of direction", utf8::name_of(c)))
          .hint(
              "the program sets the direction of each text; where a part must stand alone, put it between U+2068 and "
              "U+2069");
    } else if (opens_isolate(c)) {
      open_.push_back(here());
    } else if (closes_isolate(c)) {
      close();
    }
  }

  void line_feed() {
    if (lines_ == Lines::one) {
      fault("brief.line-break", here(), "this is one line: a line break may not stand in it");
      return;
    }
    // A blank line ends the paragraph.
    const std::size_t next = text_.find_first_not_of(" \t", at_ + 1);
    if (next == std::string_view::npos || text_[next] == '\n') end_paragraph();
  }
  void close() {
    if (!open_.empty()) return open_.pop_back();
    fault("brief.isolate", here(), "U+2069 ends an isolate that was not opened").hint("take it out");
  }
  void end_paragraph() {
    for (const Span opening : open_) {
      fault("brief.isolate", opening, "an isolate is opened here and not closed in its paragraph")
          .hint("close it with U+2069");
    }
    open_.clear();
  }

  // A tab with only blanks and tabs between it and an end of its line. Each run of blanks is looked at once.
  [[nodiscard]] bool is_indentation() {
    if (at_ < blanks_end_) return blanks_indent_;
    const std::size_t before = at_ == 0 ? std::string_view::npos : text_.find_last_not_of(" \t", at_ - 1);
    const std::size_t after = text_.find_first_not_of(" \t", at_);
    blanks_end_ = std::min(after, text_.size());
    blanks_indent_ = before == std::string_view::npos || text_[before] == '\n' || after == std::string_view::npos ||
                     text_[after] == '\n';
    return blanks_indent_;
  }
  [[nodiscard]] Span here() const { return string_.span(file_, at_, at_ + length_); }
  Diagnostic& fault(const char* code, Span span, std::string message) {
    good_ = false;
    return diags_.error(code, span, std::move(message));
  }

  std::string_view text_;
  const TomlString& string_;
  FileId file_;
  Lines lines_;
  Diagnostics& diags_;
  std::size_t at_ = 0, length_ = 0;
  std::size_t blanks_end_ = 0;
  bool blanks_indent_ = false;
  bool good_ = true;
  std::vector<Span> open_;
};

}  // namespace

bool check_characters(const TomlString& text, FileId file, Lines lines, Diagnostics& diags) {
  return Checker(text, file, lines, diags).run();
}

}  // namespace readout::model
