#include "model/toml_place.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace readout::model {
namespace {

constexpr std::string_view blanks = " \t";

// Walks a line up to the place, and knows where the value begins that stands there.
class LineWalk {
 public:
  LineWalk(std::string_view text, std::size_t begin, std::size_t end) : text_(text), at_(begin), end_(end) {
    start_ = key_ = begin;
  }
  void run() {
    while (at_ < end_) step();
  }
  [[nodiscard]] std::size_t start() const { return start_; }
  [[nodiscard]] Stretch key() const { return assigned_ ? Stretch{key_, equals_} : Stretch{start_, start_}; }
  /// In brackets that this line opened, or that an earlier one did: then it has no “=” of its own.
  [[nodiscard]] bool inside() const { return depth_ > 0 || !assigned_; }

 private:
  void step() {
    const char c = text_[at_];
    // A quote opens a string only where a key or a value may begin: not in O'Neill.
    if ((c == '"' || c == '\'') && without_blanks(text_.substr(start_, at_ - start_)).empty()) return skip_string(c);
    ++at_;
    if (c == '=' && !assigned_) assign();
    else if ((c == '[' || c == '{') && without_blanks(text_.substr(start_, at_ - 1 - start_)).empty()) open();
    else if (c == ',' && depth_ > 0) begin_entry();
    else if ((c == ']' || c == '}') && depth_ > 0) --depth_;
  }
  void skip_string(char quote) {
    for (++at_; at_ < end_ && text_[at_] != quote; ++at_)
      if (text_[at_] == '\\' && quote == '"') ++at_;
    at_ = std::min(at_ + 1, end_);
  }
  void assign() {
    assigned_ = true;
    equals_ = at_ - 1;
    start_ = at_;
  }
  void open() {
    ++depth_;
    begin_entry();
  }
  void begin_entry() {
    start_ = key_ = at_;
    assigned_ = false;
  }

  std::string_view text_;
  std::size_t at_, end_;
  std::size_t start_ = 0, key_ = 0, equals_ = 0, depth_ = 0;
  bool assigned_ = false;
};

}  // namespace

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return text.substr(0, 0);
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool has_form(std::string_view word, std::string_view form) {
  return std::equal(word.begin(), word.end(), form.begin(), form.end(),
                    [](char c, char f) { return f == '9' ? ascii::is_digit(c) : c == f; });
}

Place::Place(const SyntaxError& e, const TomlScan& s, Diagnostics& d) : error(e), scan(s), diags(d) {
  const SourceFile& source = diags.sources[error.file];
  text = source.text();
  at = std::min(error.offset, text.size());
  const Position position = source.position(at);
  line_begin = source.line_start(position.line);
  line_end = line_begin + source.line(position.line).size();
}

char32_t Place::character() const { return at < text.size() ? utf8::decode(text, at).value : U'\n'; }

std::size_t Place::character_end() const {
  return std::min(text.size(), at + std::max<std::size_t>(1, utf8::decode(text, at).length));
}

std::size_t Place::word_end(std::string_view enders) const {
  std::size_t end = std::min(line_end, text.find_first_of(enders, at));
  while (end > at && blanks.find(text[end - 1]) != std::string_view::npos) --end;
  return std::max(end, at);
}

Stretch Place::literal() const {
  const auto part = [&](std::size_t i) {
    return ascii::is_digit(text[i]) || ascii::is_letter(text[i]) ||
           std::string_view(":.-+_").find(text[i]) != std::string_view::npos;
  };
  Stretch out{at, at};
  while (out.begin > line_begin && part(out.begin - 1)) --out.begin;
  while (out.end < line_end && part(out.end)) ++out.end;
  return out;
}

Written Place::written() const {
  LineWalk walk(text, line_begin, std::min(at, line_end));
  walk.run();
  Written out;
  out.inside = walk.inside();
  const std::size_t end = std::min(text.find_first_of(out.inside ? ",]}#\n" : "#\n", walk.start()), line_end);
  out.text = without_blanks(text.substr(walk.start(), std::max(end, walk.start()) - walk.start()));
  out.where.begin = static_cast<std::size_t>(out.text.data() - text.data());
  out.where.end = out.where.begin + out.text.size();
  out.key = without_blanks(bytes(walk.key()));
  return out;
}

Diagnostic& Place::tell(std::string code, Stretch where, std::string message) const {
  return diags.error(std::move(code), span(where), std::move(message));
}

Span Place::span(Stretch where) const {
  return {error.file, static_cast<std::uint32_t>(where.begin), static_cast<std::uint32_t>(where.end)};
}

}  // namespace readout::model
