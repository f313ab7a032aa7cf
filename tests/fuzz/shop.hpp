// What the fuzzers share: the tree's faces and templates, read once, and a place in memory where nothing else is.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/files.hpp"
#include "press/build.hpp"
#include "press/memory.hpp"

namespace readout::fuzz {

/// The files of one run: `bytes` under `path`, and below them the tree's templates and pictures.
[[nodiscard]] MemoryFiles files_with(const std::string& path, std::string_view bytes);
/// A workshop over these files. Ends the program when the faces cannot be had: nothing would be tried.
[[nodiscard]] press::Workshop workshop(Files& files, press::Memory* memory = nullptr);
/// Builds /fuzz/brief.toml in memory. Ends the program unless there is a PDF or a fault, never both or neither, and
/// unless what is told can be shown as text and as JSON without a raw control character.
void build_brief(MemoryFiles& files, const press::Job& job, press::Memory* memory = nullptr);
/// Ends the program when a control character would reach a terminal, or the faults are no JSON that is UTF-8.
void show(const Diagnostics& diags);
/// Ends the program, with a word why, when `holds` is false.
void demand(bool holds, const char* what);

inline constexpr const char* brief_path = "/fuzz/brief.toml";
inline constexpr const char* pdf_path = "/fuzz/brief.pdf";

[[nodiscard]] inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace readout::fuzz
