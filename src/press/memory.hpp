// What the builds of one run remember, so that a thousand briefs do not read the same template a thousand times.
//
// Nothing is ever found by less than all that it was made from, and what is found is what would have been made: with a
// memory or without, a build gives the same bytes. A memory belongs to one thread.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>
#include "base/source.hpp"
#include "layout/known_paragraphs.hpp"
#include "model/template.hpp"
#include "pdf/write.hpp"

namespace readout::press {

/// A template that was read without a word to tell, and the files it came from in the order in which they were read.
/// Its spans hold as long as those files have the same ids.
struct KnownDesign {
  FileId first = 0;
  std::vector<std::shared_ptr<const SourceFile>> files;
  std::shared_ptr<const model::Template> design;
};

struct Memory {
  unsigned opening = 0;                        ///< of the faces (FontBook::opening) that words and glyphs were made by
  std::map<std::string, KnownDesign> designs;  ///< by path and languages
  /// SHA-256 in hex by where the text lies; `text` keeps it there.
  struct Sum {
    std::shared_ptr<const std::string> text;
    std::string hex;
  };
  std::map<const std::string*, Sum> sums;
  std::map<std::string, std::string> identities;  ///< Files::identity by path, of what all briefs are made from
  layout::Memory layout;
  pdf::Memory pdf;
};

}  // namespace readout::press
