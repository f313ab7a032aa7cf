#include "model/toml_plain.hpp"

#include <charconv>

#include "base/ascii.hpp"
#include "base/char_set.hpp"
#include "model/toml_literal.hpp"
#include "model/toml_scan.hpp"

namespace readout::model {
namespace {

constexpr std::size_t most_entries = 256;     // of a table: a key is looked for one by one
constexpr std::size_t most_values = 500'000;  // so that no more than 100 MB are taken before a file is refused

bool is_bare(char c) { return ascii::is_digit(c) || ascii::is_letter(c) || c == '_' || c == '-'; }
constexpr bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; }
/// What ends a string, or wants a closer look inside one.
constexpr CharSet string_signs([](char c) { return c == '"' || c == '\'' || c == '\\' || is_control(c); });

int days_of(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month - 1];
}

class PlainReader {
 public:
  PlainReader(FileId file, std::string_view text) : file_(file), text_(text) {}

  std::optional<TomlValue> run() {
    if (text_.starts_with(ascii::byte_order_mark)) at_ = ascii::byte_order_mark.size();
    TomlValue root;
    root.span = span(at_, at_);
    TomlValue* table = &root;
    for (skip_lines(); at_ < text_.size() && plain_; skip_lines()) {
      if (text_[at_] == '[') table = header(root);
      else entry(*table, 0);
      end_line();
    }
    if (!plain_) return std::nullopt;
    return root;
  }

 private:
  // ---- what stands between -------------------------------------------------------------------------

  [[nodiscard]] char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  /// No answer: the parser must read this. All reading ends soon after, since nothing more is found.
  void give_up() {
    plain_ = false;
    at_ = text_.size();
  }
  void take(char wanted) {
    if (next() == wanted) ++at_;
    else give_up();
  }
  void skip_blanks() {
    while (next() == ' ' || next() == '\t') ++at_;
  }
  bool skip_line_end() {
    const std::size_t size = next() == '\n' ? 1 : text_.substr(at_).starts_with("\r\n") ? 2 : 0;
    at_ += size;
    return size > 0;
  }
  void skip_comment() {
    if (next() != '#') return;
    while (at_ < text_.size() && !is_control(text_[at_])) ++at_;
  }
  void skip_lines() {
    do {
      skip_blanks();
      skip_comment();
    } while (skip_line_end());
  }
  void end_line() {
    skip_blanks();
    skip_comment();
    if (at_ < text_.size() && !skip_line_end()) give_up();
  }

  // ---- tables --------------------------------------------------------------------------------------

  struct Key {
    std::string name;
    Span span;
  };
  Key key() {
    const std::size_t begin = at_;
    if (next() == '"' || next() == '\'') {
      TomlString quoted = string();
      if (text_.substr(begin, 3) == R"(""")" || text_.substr(begin, 3) == "'''") give_up();
      return {std::move(quoted.text), span(begin, at_)};
    }
    while (is_bare(next())) ++at_;
    if (at_ == begin) give_up();
    return {std::string(text_.substr(begin, at_ - begin)), span(begin, at_)};
  }

  /// What opened a table is where its span begins: the '[' of a header, the '{' of an inline table, or a dotted key.
  [[nodiscard]] bool begins_with(const TomlValue& value, char c) const { return text_[value.span.begin] == c; }
  [[nodiscard]] bool is_headed(const TomlValue& value) const {
    return value.kind == TomlValue::Kind::table && begins_with(value, '[');
  }
  [[nodiscard]] bool is_headed_list(const TomlValue& value) const {
    return value.kind == TomlValue::Kind::array && !value.array.empty() && is_headed(value.array.front());
  }

  /// A new entry at the end of `table`; its value is to be filled.
  TomlValue& add(TomlValue& table, Key key) {
    if (table.table.size() >= most_entries) give_up();
    table.table.push_back({std::move(key.name), key.span, std::make_unique<TomlValue>()});
    return *table.table.back().value;
  }
  static TomlValue* found(TomlValue& table, std::string_view name) {
    const TomlEntry* entry = table.find(name);
    return entry ? entry->value.get() : nullptr;
  }

  /// [a.b] or [[a.b]]: the table that the lines below it fill.
  TomlValue* header(TomlValue& root) {
    const std::size_t begin = at_;
    const bool list = text_.substr(at_, 2) == "[[";
    at_ += list ? 2 : 1;
    std::vector<Key> keys{key()};
    while (next() == '.' && keys.size() < max_toml_key_parts) {
      ++at_;
      keys.push_back(key());
    }
    take(']');
    if (list) take(']');
    const Span where = span(begin, at_);
    TomlValue* table = &root;
    for (std::size_t i = 0; i + 1 < keys.size() && plain_; ++i) table = &below(*table, std::move(keys[i]), where);
    return &opened(*table, std::move(keys.back()), where, list);
  }
  /// A table on the way to a header's own: one that a header made, or a new one.
  TomlValue& below(TomlValue& table, Key key, Span where) {
    TomlValue* known = found(table, key.name);
    if (known && is_headed(*known)) return *known;
    if (known && is_headed_list(*known)) return known->array.back();
    if (known) give_up();
    TomlValue& made = add(table, std::move(key));
    made.span = where;
    return made;
  }
  TomlValue& opened(TomlValue& table, Key key, Span where, bool list) {
    TomlValue* known = found(table, key.name);
    if (known && !(list && is_headed_list(*known))) give_up();
    TomlValue& value = known ? *known : add(table, std::move(key));
    if (!known) value.span = where;
    if (!list || !plain_) return value;
    if (++values_ > most_values) give_up();
    value.kind = TomlValue::Kind::array;
    value.array.emplace_back().span = where;
    return value.array.back();
  }

  /// key = value, or a.b = value.
  void entry(TomlValue& in, std::size_t depth) {
    TomlValue* table = &in;
    Key name = key();
    for (std::size_t parts = 1; next() == '.' && plain_; ++parts) {
      ++at_;
      if (parts >= max_toml_key_parts) give_up();
      table = &dotted(*table, std::move(name));
      name = key();
    }
    skip_blanks();
    take('=');
    skip_blanks();
    if (found(*table, name.name)) give_up();
    if (plain_) fill(add(*table, std::move(name)), depth);
  }
  /// The table that a part of a dotted key names: one that such a key made, or a new one.
  TomlValue& dotted(TomlValue& table, Key key) {
    TomlValue* known = found(table, key.name);
    if (known && known->kind == TomlValue::Kind::table && !begins_with(*known, '[') && !begins_with(*known, '{'))
      return *known;
    if (known) give_up();
    const Span where = key.span;
    TomlValue& made = add(table, std::move(key));
    made.span = where;
    return made;
  }

  // ---- values --------------------------------------------------------------------------------------

  void fill(TomlValue& value, std::size_t depth) {
    const std::size_t begin = at_;
    if (++values_ > most_values || depth >= max_toml_nesting) return give_up();
    switch (next()) {
      case '"':
      case '\'':
        value.kind = TomlValue::Kind::string;
        value.string = string();
        break;
      case '[': array(value, depth); break;
      case '{': inline_table(value, depth); break;
      case 't': word(value, "true", true); break;
      case 'f': word(value, "false", false); break;
      default: number(value);
    }
    value.span = span(begin, at_);
  }

  void array(TomlValue& value, std::size_t depth) {
    value.kind = TomlValue::Kind::array;
    take('[');
    for (skip_lines(); next() != ']' && plain_; skip_lines()) {
      fill(value.array.emplace_back(), depth + 1);
      skip_lines();
      if (next() != ']') take(',');
    }
    take(']');
  }
  void inline_table(TomlValue& value, std::size_t depth) {
    take('{');
    skip_blanks();
    // So that a dotted key in it sees what it may not add to.
    value.span = span(at_ - 1, at_);
    for (bool more = next() != '}'; more && plain_;) {
      entry(value, depth + 1);
      skip_blanks();
      more = next() == ',';
      if (more) ++at_;
      skip_blanks();
    }
    take('}');
  }
  void word(TomlValue& value, std::string_view spelt, bool meaning) {
    if (!text_.substr(at_).starts_with(spelt)) return give_up();
    at_ += spelt.size();
    value.kind = TomlValue::Kind::boolean;
    value.boolean = meaning;
    end_value();
  }
  /// After what has no end of its own.
  void end_value() {
    if (at_ < text_.size() && std::string_view(" \t\r\n,]}#").find(text_[at_]) == std::string_view::npos) give_up();
  }

  TomlString string() {
    const std::size_t begin = at_;
    const char quote = next();
    const std::string_view three = quote == '"' ? R"(""")" : "'''";
    const bool many = text_.substr(at_).starts_with(three);
    at_ += many ? 3U : 1U;
    for (; (at_ = string_signs.find_in(text_, at_)) < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == quote && !many) break;
      if (c == quote && text_.substr(at_).starts_with(three)) break;
      if (c == '\\' && quote == '"') escape(many);
      else if (is_control(c) && !(many && line_end_here())) give_up();
    }
    for (std::size_t i = 0; i < (many ? 3U : 1U); ++i) take(quote);
    if (many && next() == quote) give_up();  // quotes before the closing ones
    return plain_ ? decode_literal(text_, begin, at_) : TomlString{};
  }
  /// Leaves the place at the escape's last character.
  void escape(bool many) {
    ++at_;
    if (next() == 'u') return code_point();
    const bool known = std::string_view("\"\\nt").find(next()) != std::string_view::npos;
    if (!known && !(many && next() == '\n')) give_up();
  }
  void code_point() {
    std::uint32_t value = 0;
    const std::string_view four = text_.substr(at_ + 1, 4);
    const auto [rest, fault] = std::from_chars(four.data(), four.data() + four.size(), value, 16);
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    if (four.size() < 4 || rest != four.data() + 4 || fault != std::errc{} || surrogate) give_up();
    else at_ += 4;
  }
  [[nodiscard]] bool line_end_here() const { return text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n"); }

  /// Digits from here on, as many as there are up to `most`; -1: none.
  std::int64_t digits(std::size_t most) {
    const std::size_t begin = at_;
    while (ascii::is_digit(next()) && at_ - begin < most) ++at_;
    std::int64_t value = -1;
    std::from_chars(text_.data() + begin, text_.data() + at_, value);
    return value;
  }
  int two_digits() {
    const std::size_t begin = at_;
    const auto value = static_cast<int>(digits(2));
    if (at_ - begin != 2) give_up();
    return value;
  }

  /// 12, -3, 0.75, 2026-11-24, 09:30:00.
  void number(TomlValue& value) {
    const std::size_t begin = at_;
    if (next() == '-') ++at_;
    const std::size_t first = at_;
    std::int64_t whole = digits(18);
    const std::size_t size = at_ - first;
    const bool fills = size > 1 && text_[first] == '0';
    if (size == 0) return give_up();
    if (next() == '-' && size == 4 && first == begin) return date(value, static_cast<int>(whole));
    if (next() == ':' && size == 2 && first == begin) return time(value, static_cast<int>(whole));
    if (fills) return give_up();
    if (next() == '.') return fraction(value, begin);
    value.kind = TomlValue::Kind::integer;
    value.integer = first == begin ? whole : -whole;
    end_value();
  }
  void fraction(TomlValue& value, std::size_t begin) {
    ++at_;
    if (digits(18) < 0) return give_up();
    value.kind = TomlValue::Kind::floating;
    std::from_chars(text_.data() + begin, text_.data() + at_, value.floating);
    end_value();
  }
  void date(TomlValue& value, int year) {
    take('-');
    const int month = two_digits();
    take('-');
    const int day = two_digits();
    if (month < 1 || month > 12 || day < 1 || day > days_of(year, month)) return give_up();
    value.kind = TomlValue::Kind::date;
    value.date = {year, month, day};
    end_value();
    // A time may follow after a blank.
    if (next() == ' ' && at_ + 1 < text_.size() && ascii::is_digit(text_[at_ + 1])) give_up();
  }
  void time(TomlValue& value, int hour) {
    take(':');
    const int minute = two_digits();
    take(':');
    const int second = two_digits();
    if (hour > 23 || minute > 59 || second > 59) return give_up();
    value.kind = TomlValue::Kind::time;
    value.time = {hour, minute, second, 0};
    end_value();
  }

  FileId file_;
  std::string_view text_;
  std::size_t at_ = 0, values_ = 0;
  bool plain_ = true;
};

}  // namespace

std::optional<TomlValue> read_plain_toml(FileId file, std::string_view text) { return PlainReader(file, text).run(); }

}  // namespace readout::model
