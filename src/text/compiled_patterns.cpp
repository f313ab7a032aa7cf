#include "text/compiled_patterns.hpp"

#include "base/hash.hpp"

namespace readout::text {

const PatternFile* find_compiled(std::string_view bytes) {
  for (const CompiledPatterns& known : compiled_patterns())
    if (known.size == bytes.size() && known.sha256 == hex(sha256(bytes))) return &known.file;
  return nullptr;
}

}  // namespace readout::text
