// The parts of reading a template; each reads one kind of table into `out` and tells its faults.
#pragma once
#include <set>

#include "model/template.hpp"
#include "model/template_values.hpp"

namespace readout::model {

/// What the parts share: the value being made, and names whose use is checked at the end.
struct TemplateReading {
  FileId file = 0;
  Diagnostics* diags = nullptr;
  Template out;
  std::vector<std::string> missing;     ///< tables that nothing in the chain has
  std::set<std::string> styles_in_use;  ///< named by inherits, smaller, a frame or a section

  [[nodiscard]] TableReader reader(const TomlValue& table, std::string path) const {
    return {table, file, std::move(path), "template", *diags};
  }
};

void read_page(TemplateReading& reading, const TomlValue& page);
void read_palette(TemplateReading& reading, const TomlValue& palette);
void read_rules(TemplateReading& reading, const TomlValue& rules);
/// [facts] [list] [sides] [tour] [table] [notes] [sign_off] [picture], all in the file's table.
void read_lengths(TemplateReading& reading, TableReader& root);
void read_styles(TemplateReading& reading, const TomlValue& styles);
/// Names that resolve, circles, whole styles, contrast. After frames and sections.
void check_styles(TemplateReading& reading);
void read_frames(TemplateReading& reading, const TomlValue& frames);
void read_sections(TemplateReading& reading, const std::vector<const TomlValue*>& sections);
void read_words(TemplateReading& reading, const TomlValue& words);
/// The name of a style that must exist and be a paragraph style; counts as used.
std::optional<At<std::string>> read_style_name(TemplateReading& reading, TableReader& table, std::string_view key);

}  // namespace readout::model
