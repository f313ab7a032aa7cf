// Any UTF-8 as the text of a brief: its marks, links and quotes are read, or told at their own characters.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "fuzz/shop.hpp"
#include "model/characters.hpp"
#include "model/markup.hpp"
#include "model/toml_literal.hpp"

namespace {

using namespace readout;

/// The text as a TOML literal that the parser would take.
std::string literal_of(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += {'\\', c};
    else if (byte < 0x20 || byte == 0x7F) out += fmt::format("\\u{:04x}", byte);
    else out += c;
  }
  return out + '"';
}

std::size_t letters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
  return count;
}

/// Of an address, whose bytes beyond ASCII are written %C2%A0.
std::size_t letters_of_address(std::string_view url) {
  return letters(url) + static_cast<std::size_t>(std::count(url.begin(), url.end(), '%'));
}

void check(const model::Piece& piece, const std::string& file) {
  fuzz::demand(!utf8::first_fault(piece.text), "a character is cut in two");
  fuzz::demand(piece.span.begin <= piece.span.end && piece.span.end <= file.size(), "a span outside of its file");
  for (const std::size_t at : piece.straight) fuzz::demand(at < piece.text.size(), "a quote outside of its text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::view(data, size);
  if (utf8::first_fault(text)) return -1;
  const std::string literal = literal_of(text);
  Diagnostics diags;
  const FileId file = diags.sources.add("t.toml", literal);
  model::Ids ids;
  ids.names["costs"] = {{model::Target::Kind::point, 4}, {}};
  ids.names["north"] = {{model::Target::Kind::side, 0}, {}};
  const model::TomlString string = model::decode_literal(literal, 0, literal.size());
  fuzz::demand(string.text == text, "a literal is not what it says");
  if (model::check_characters(string, file, model::Lines::many, diags)) {
    const model::TextValue read = model::read_text(string, {file, &ids, &diags});
    std::size_t kept = 0;
    for (const auto& paragraph : read.paragraphs)
      for (const auto& piece : paragraph) {
        check(piece, literal);
        kept += letters(piece.text) + letters_of_address(piece.url) + (piece.ref ? 5U : 0U);
      }
    // Letters are only lost with what was told, or in the names that links go to.
    fuzz::demand(diags.has_errors() || kept >= letters(text), "letters are lost");
  }
  if (model::check_characters(string, file, model::Lines::one, diags))
    static_cast<void>(model::read_line(string, {file, 0, 0}, {file, &ids, &diags}));
  fuzz::show(diags);
  return 0;
}
