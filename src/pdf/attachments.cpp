#include "pdf/attachments.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"

namespace readout::pdf {
namespace {

constexpr std::size_t most_packed = 64;  // then they are forgotten

/// For readers that know no UF: ASCII, other characters as one "_".
std::string plain_name(const std::string& name) {
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) {
      out += c;
    } else if (byte >= 0xC0) {
      out += '_';
    }
  }
  return out;
}

PackedFile pack(const Attachment& attachment, Memory* memory, Deflater& deflate) {
  const std::string& bytes = *attachment.bytes;
  if (!attachment.recurs) return {deflate(bytes), md5(bytes)};
  // Packed as for a short file, whatever file it is met in first: what is remembered changes no byte.
  const auto make = [&] { return PackedFile{Deflater(1)(bytes), md5(bytes)}; };
  if (memory == nullptr) return make();
  auto& packed = memory->packed;
  const auto known = packed.find(&bytes);
  if (known != packed.end()) return known->second.file;
  if (packed.size() >= most_packed) packed.clear();
  return packed.emplace(&bytes, Memory::Packed{attachment.bytes, make()}).first->second.file;
}

Dict write_file(const Attachment& attachment, PackedFile packed, const std::string& modified, Haru& haru) {
  Dict file = haru.stream(std::move(packed.deflated));
  file.name("Type", "EmbeddedFile");
  file.name("Subtype", attachment.media_type);
  file.name("Filter", "FlateDecode");
  Dict params = file.dict("Params");
  params.integer("Size", static_cast<std::int64_t>(attachment.bytes->size()));
  params.text("ModDate", modified);
  params.bytes("CheckSum", packed.sum);

  Dict spec = haru.object();
  spec.name("Type", "Filespec");
  spec.text("F", plain_name(attachment.name));
  spec.text("UF", attachment.name);
  if (!attachment.description.empty()) spec.text("Desc", attachment.description);
  spec.name("AFRelationship", attachment.relation);
  Dict embedded = spec.dict("EF");
  embedded.refer("F", file);
  embedded.refer("UF", file);
  return spec;
}

}  // namespace

void write_attachments(const Options& options, const std::string& modified, Haru& haru, Deflater& deflate) {
  const std::vector<Attachment>& attachments = options.attachments;
  if (attachments.empty()) return;
  std::vector<const Attachment*> ordered;
  for (const Attachment& attachment : attachments) ordered.push_back(&attachment);
  // A name tree is sorted; UTF-8 sorts as its code points do.
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
  Array associated = haru.catalog().array("AF");
  Array names = haru.catalog().dict("Names").dict("EmbeddedFiles").array("Names");
  for (const Attachment* attachment : ordered) {
    const Dict spec = write_file(*attachment, pack(*attachment, options.memory, deflate), modified, haru);
    associated.refer(spec);
    names.text(attachment->name);
    names.refer(spec);
  }
}

}  // namespace readout::pdf
