#include "model/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "base/char_set.hpp"
#include "base/utf8.hpp"
#include "model/web_address.hpp"

namespace readout::model {
namespace {

constexpr std::string_view line_blanks = " \t";
constexpr CharSet escapable("*[]\\\"'"), markers("\\*[");

// One paragraph with its line breaks already turned into single spaces; `from[i]` is the decoded byte of byte i.
struct Flat {
  std::string text;
  std::vector<std::size_t> from;
};

// The signs that a mark may be made of, and how a piece is set.
struct Marker {
  bool emphasis = false, strong = false;
  std::string url;
  std::optional<Target> ref;
};

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B); }

// ---- paragraphs ---------------------------------------------------------------------------------

// Adds the line [begin, end) without the blanks at its ends.
void add_line(Flat& flat, std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view line = text.substr(begin, end - begin);
  const std::size_t first = line.find_first_not_of(line_blanks);
  const std::size_t last = line.find_last_not_of(line_blanks);
  if (!flat.text.empty()) {
    flat.text.push_back(' ');
    flat.from.push_back(begin == 0 ? 0 : begin - 1);
  }
  flat.text.append(line, first, last + 1 - first);
  const std::size_t before = flat.from.size();
  flat.from.resize(flat.text.size());
  std::iota(flat.from.begin() + static_cast<std::ptrdiff_t>(before), flat.from.end(), begin + first);
}

/// With room for its first line; most have no other.
void add_flat(std::vector<Flat>& out, std::size_t line) {
  Flat& flat = out.emplace_back();
  flat.text.reserve(line);
  flat.from.reserve(line);
}

std::vector<Flat> split_paragraphs(std::string_view text) {
  std::vector<Flat> out;
  bool open = false;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool blank = text.substr(begin, end - begin).find_first_not_of(line_blanks) == std::string_view::npos;
    if (!blank && !open) add_flat(out, end - begin);
    if (!blank) add_line(out.back(), text, begin, end);
    open = !blank;
    begin = end + 1;
  }
  return out;
}

// ---- inline marks -------------------------------------------------------------------------------

struct Mark {
  std::size_t begin = 0, length = 0;  // the run of stars it stands in
  bool strong = false;
};

class InlineReader {
 public:
  InlineReader(const Flat& flat, const TomlString& string, const MarkupReading& reading, bool plain)
      : flat_(flat), text_(flat.text), string_(string), reading_(reading), plain_(plain) {
    pair_brackets();
  }

  TextParagraph run() {
    read(0, text_.size(), Marker{});
    return std::move(out_);
  }

 private:
  // Reads [begin, end) under `style`; marks opened in here must be closed in here.
  void read(std::size_t begin, std::size_t end, const Marker& style) {
    std::vector<Mark> open;
    for (std::size_t at = begin; at < end;) {
      const char c = text_[at];
      if (c == '\\' && at + 1 < end && escapable.holds(text_[at + 1])) {
        put(at + 1, at + 2, style, open, at);
        at += 2;
      } else if (c == '*') {
        at = stars(at, end, style, open);
      } else if (c == '[') {
        at = bracket(at, end, style, open);
      } else {
        const std::size_t next = markers.find_in(text_.substr(0, end), at + 1);
        put(at, next, style, open, at);
        at = next;
      }
    }
    for (const Mark& mark : open) {
      fault("brief.markup-unclosed", mark.begin, mark.begin + mark.length, "this mark is opened and never closed")
          .hint("close it, or write \\* for a plain star (\\\\* in double quotes)");
    }
  }

  // ---- stars
  std::size_t stars(std::size_t at, std::size_t end, const Marker& style, std::vector<Mark>& open) {
    const std::size_t after = std::min(text_.find_first_not_of('*', at), end);
    const bool closes = at > 0 && !is_blank(character_before(at));
    const bool opens = after < text_.size() && !is_blank(utf8::decode(text_, after).value);
    if (!opens && !closes) {
      put(at, after, style, open, at);
    } else if (plain_) {
      markup_in_line(at, after);
      put(at, after, style, open, at);
    } else {
      turn(at, after, opens, closes, style, open);
    }
    return after;
  }

  // A run of one, two or three stars closes what is open, or opens.
  void turn(std::size_t at, std::size_t after, bool opens, bool closes, const Marker& style, std::vector<Mark>& open) {
    const std::size_t length = after - at;
    if (length > 3) {
      fault("brief.markup-stray", at, after, "more than three stars mean nothing").hint("\\* is a plain star");
      return;
    }
    if (closes && (close(length, open) || crossed(at, after, open))) return;
    if (opens && !already(length, style, open)) {
      if (length >= 2) open.push_back({at, length, true});
      if (length != 2) open.push_back({at, length, false});
      return;
    }
    fault("brief.markup-stray", at, after, "this mark closes nothing that is open")
        .hint("for a plain star write \\* (\\\\* in double quotes)");
  }
  // A mark that would close one under another: **bold *and** more*. Told once; both are then taken as closed.
  bool crossed(std::size_t at, std::size_t after, std::vector<Mark>& open) {
    const bool strong = after - at == 2;
    if (after - at == 3 || open.size() < 2 || open[open.size() - 2].strong != strong) return false;
    const Mark& inner = open.back();
    fault("brief.markup-crossed", at, after, "this mark closes across another that is open")
        .note(span(inner.begin, inner.begin + inner.length), "close this one first");
    open.erase(open.end() - 2);
    return true;
  }
  bool close(std::size_t length, std::vector<Mark>& open) {
    if (length == 3) {
      if (open.size() < 2 || open[open.size() - 1].strong == open[open.size() - 2].strong) return false;
      open.resize(open.size() - 2);
      return true;
    }
    const bool strong = length == 2;
    // After *** either may close first.
    if (open.size() >= 2 && open.back().strong != strong && open.back().begin == open[open.size() - 2].begin) {
      std::swap(open.back(), open[open.size() - 2]);
    }
    if (open.empty() || open.back().strong != strong) return false;
    open.pop_back();
    return true;
  }
  static bool already(std::size_t length, const Marker& style, const std::vector<Mark>& open) {
    const auto is_open = [&](bool strong) {
      return std::any_of(open.begin(), open.end(), [&](const Mark& m) { return m.strong == strong; });
    };
    const bool emphasis = length != 2 && (style.emphasis || is_open(false));
    const bool strong = length >= 2 && (style.strong || is_open(true));
    return emphasis || strong;
  }

  // ---- links
  std::size_t bracket(std::size_t at, std::size_t end, const Marker& style, const std::vector<Mark>& open) {
    const std::size_t close = partner(at, end);
    if (close == std::string_view::npos || close + 1 >= end || text_[close + 1] != '(') {
      put(at, at + 1, style, open, at);
      return at + 1;
    }
    const std::size_t last = partner(close + 1, end);
    if (plain_) {
      markup_in_line(at, std::min(last == std::string_view::npos ? end : last + 1, end));
      put(at, at + 1, style, open, at);
      return at + 1;
    }
    if (last == std::string_view::npos) {
      fault("brief.link-unclosed", at, close + 2, "this link is not closed: its “)” is missing")
          .hint("for plain brackets write \\[ (\\\\[ in double quotes)");
      return end;
    }
    link(at, close, last, with(style, open));
    return last + 1;
  }

  // The link [text](target) whose brackets stand at `at`, `close` and `last`.
  void link(std::size_t at, std::size_t close, std::size_t last, Marker style) {
    if (!style.url.empty() || style.ref) {
      fault("brief.link-nested", at, last + 1, "a link may not stand inside a link");
      return;
    }
    const std::size_t target = close + 2;
    const bool inner = text_[target] == '#';
    if (inner) {
      style.ref = resolve(target, last);
    } else {
      style.url = address(target, last);
    }
    if (at + 1 < close) return read(at + 1, close, style);
    if (inner) return add_empty(at, last + 1, style);
    fault("brief.link-text", at, last + 1, "this link has no text").hint("write [the words to print](https://…)");
  }

  static bool is_linked(Target::Kind kind) {
    return kind == Target::Kind::point || kind == Target::Kind::step || kind == Target::Kind::annex;
  }

  [[nodiscard]] std::string remedy_of_target(const std::string& id) const {
    const std::vector<Target::Kind> kinds = {Target::Kind::point, Target::Kind::step, Target::Kind::annex};
    if (reading_.ids->of_kind(kinds).empty()) return "a link with # leads to a point, a step or an annex by its id";
    return reading_.ids->remedy(id, kinds);
  }

  std::optional<Target> resolve(std::size_t begin, std::size_t end) {
    const std::string id = flat_.text.substr(begin + 1, end - begin - 1);
    const NamedThing* thing = reading_.ids->find(id);
    if (!thing) {
      const bool enough = reading_.diags->has_enough_of("brief.link-target");
      auto& told = fault("brief.link-target", begin, end, fmt::format("nothing has the id “{}”", id));
      if (!enough) told.hint(remedy_of_target(id));
      return std::nullopt;
    }
    const Target::Kind kind = thing->target.kind;
    if (is_linked(kind)) return thing->target;
    fault("brief.link-target", begin, end,
          fmt::format("“{}” is {}: a link leads to a point, a step or an annex", id, kind_name(kind)))
        .note(thing->span, "it is named here");
    return std::nullopt;
  }

  /// An id without its #, an address without its beginning, or words in brackets that are no link.
  [[nodiscard]] std::string remedy_of_address(const std::string& written) const {
    const NamedThing* thing = reading_.ids->find(written);
    if (thing && is_linked(thing->target.kind)) return fmt::format("write (#{})", written);
    if (const std::string whole = whole_address(written); !whole.empty()) return fmt::format("write ({})", whole);
    return "if no link is meant, write \\[ (\\\\[ in double quotes)";
  }

  std::string address(std::size_t begin, std::size_t end) {
    const std::string written = flat_.text.substr(begin, end - begin);
    if (const std::string why = web_address_fault(written); !why.empty()) {
      fault("brief.link-address", begin, std::max(end, begin + 1), why).hint(remedy_of_address(written));
    }
    return ascii_address(written);
  }

  // The bracket that closes the one at `at`, if it stands before `end`.
  [[nodiscard]] std::size_t partner(std::size_t at, std::size_t end) const {
    const auto found = partners_.find(at);
    return found == partners_.end() || found->second >= end ? std::string_view::npos : found->second;
  }
  // Pairs [ ] and ( ) once, each kind for itself; escaped ones do not count.
  void pair_brackets() {
    if (text_.find('[') == std::string_view::npos) return;
    std::vector<std::size_t> square, round;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      switch (text_[i]) {
        case '\\': i += i + 1 < text_.size() && escapable.holds(text_[i + 1]) ? 1U : 0U; break;
        case '[': square.push_back(i); break;
        case '(': round.push_back(i); break;
        case ']': pair_with(square, i); break;
        case ')': pair_with(round, i); break;
        default: break;
      }
    }
  }
  void pair_with(std::vector<std::size_t>& open, std::size_t at) {
    if (open.empty()) return;
    partners_[open.back()] = at;
    open.pop_back();
  }

  // ---- pieces
  static Marker with(Marker style, const std::vector<Mark>& open) {
    for (const Mark& mark : open) (mark.strong ? style.strong : style.emphasis) = true;
    return style;
  }

  // Adds [begin, end) to the piece of this style; the piece's place in the file starts at `from`.
  void put(std::size_t begin, std::size_t end, const Marker& outer, const std::vector<Mark>& open, std::size_t from) {
    const Marker style = open.empty() ? outer : with(outer, open);
    if (out_.empty() || !continues(out_.back(), style)) add_empty(from, end, style);
    Piece& piece = out_.back();
    const bool escaped = from != begin;
    if (escaped && (text_[begin] == '"' || text_[begin] == '\'')) piece.straight.push_back(piece.text.size());
    piece.text.append(text_.substr(begin, end - begin));
    piece.span.end = span(end - 1, end).end;
  }
  // Two links that touch stay two: only the stretch inside one link, or outside of all, is one piece.
  [[nodiscard]] static bool continues(const Piece& piece, const Marker& style) {
    const bool empty_link = piece.text.empty() && piece.ref;
    return !empty_link && piece.emphasis == style.emphasis && piece.strong == style.strong && piece.url == style.url &&
           piece.ref == style.ref;
  }
  void add_empty(std::size_t begin, std::size_t end, const Marker& style) {
    out_.push_back({"", style.emphasis, style.strong, style.url, style.ref, {}, span(begin, end)});
  }

  // ---- places
  [[nodiscard]] char32_t character_before(std::size_t at) const {
    std::size_t i = at - 1;
    while (i > 0 && (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80) --i;
    return utf8::decode(text_, i).value;
  }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    if (begin >= end) return string_.span(reading_.file, flat_.from[begin], flat_.from[begin]);
    return string_.span(reading_.file, flat_.from[begin], flat_.from[end - 1] + 1);
  }
  Diagnostic& fault(const char* code, std::size_t begin, std::size_t end, std::string message) {
    return reading_.diags->error(code, span(begin, end), std::move(message));
  }
  void markup_in_line(std::size_t begin, std::size_t end) {
    if (told_line_) return;
    told_line_ = true;
    fault("brief.line-markup", begin, end, "this is one plain line: markup may not stand in it")
        .hint("for a plain sign put a backslash before it (two in double quotes)");
  }

  const Flat& flat_;
  std::string_view text_;
  const TomlString& string_;
  const MarkupReading& reading_;
  bool plain_;
  bool told_line_ = false;
  std::map<std::size_t, std::size_t> partners_;  // opening bracket -> closing one
  TextParagraph out_;
};

}  // namespace

TextValue read_text(const TomlString& string, const MarkupReading& reading) {
  TextValue out;
  for (const Flat& flat : split_paragraphs(string.text)) {
    out.paragraphs.push_back(InlineReader(flat, string, reading, false).run());
  }
  return out;
}

LineText read_line(const TomlString& string, Span literal, const MarkupReading& reading) {
  LineText out;
  out.span = literal;
  for (const Flat& flat : split_paragraphs(string.text)) {
    for (const Piece& piece : InlineReader(flat, string, reading, true).run()) {
      for (const std::size_t at : piece.straight) out.straight.push_back(out.value.size() + at);
      out.value += piece.text;
    }
  }
  return out;
}

}  // namespace readout::model
