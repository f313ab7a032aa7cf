// The hyphenation patterns of fonts/fonts.toml, read when a text of their language first asks for them.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>
#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/font_entry.hpp"
#include "text/hyphenate.hpp"

namespace readout::text {

class HyphenBook {
 public:
  HyphenBook();
  HyphenBook(std::vector<HyphenPatterns> list, std::string folder, Files& files);
  ~HyphenBook();
  HyphenBook(HyphenBook&&) noexcept;
  HyphenBook& operator=(HyphenBook&&) noexcept;

  /// The entry for a language: of its own tag, else of the longest first part that is listed ("fr" for "fr-CA");
  /// nullptr when there is none, which is no fault.
  [[nodiscard]] const HyphenPatterns* find(std::string_view lang) const;
  /// Reads the entry's patterns if need be. nullptr when its file is missing or no pattern file: told once, as
  /// failure(system). Safe from several threads.
  /// Pre: `entry` is from find().
  [[nodiscard]] const Hyphenator* open(const HyphenPatterns& entry, Diagnostics& diags) const;

 private:
  struct Shelf;
  std::unique_ptr<Shelf> shelf_;
};

}  // namespace readout::text
