// Files inside the file: what the document was made from (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
#pragma once
#include <string>
#include <vector>
#include "pdf/deflate.hpp"
#include "pdf/haru.hpp"
#include "pdf/write.hpp"

namespace readout::pdf {

/// Embeds the files, bytes unchanged, as associated files of the document and in its EmbeddedFiles tree.
/// `modified` is a PDF date. ISO 32000-2, table 45, demands one of each associated file; the associated files of
/// PDF/A-3, which came before and became those, get it by the same rule. It is never the clock's.
void write_attachments(const Options& options, const std::string& modified, Haru& haru, Deflater& deflate);

}  // namespace readout::pdf
