// What there is to choose from: `readout fonts` and `readout templates`, as text for people.
#pragma once
#include <optional>
#include <string>
#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "press/data.hpp"
#include "text/font_book.hpp"

namespace readout::press {

/// Every family with its role, licence and package; every face with its file and its SHA-256, and whether that is the
/// listed one. With `text`: which of its characters each face lacks.
/// Errors: those of a face that cannot be opened.
[[nodiscard]] std::string list_fonts(const text::FontBook& fonts, const DataFolder& data,
                                     const std::optional<std::string>& text, Files& files, Diagnostics& diags);

/// Every shipped template: its name, its path, and what it extends.
/// Errors: those of the templates.
[[nodiscard]] std::string list_templates(const DataFolder& data, Files& files, Diagnostics& diags);

}  // namespace readout::press
