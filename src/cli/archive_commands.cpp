#include "cli/archive_commands.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "base/printable.hpp"
#include "cli/equipment.hpp"
#include "press/verify.hpp"

namespace readout::cli {
namespace {

void append_list(std::string& out, std::string_view name, const std::vector<std::string>& texts) {
  out += fmt::format(", \"{}\": [", name);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out += ", ";
    append_json(out, texts[i]);
  }
  out += ']';
}

/// The answer for one PDF as JSON.
std::string row(const std::string& path, const press::Verification& found) {
  std::vector<std::string> damaged, differences;
  for (const auto& damage : found.damaged) damaged.push_back(fmt::format("{} {}", damage.file, damage.how));
  for (const auto& difference : found.differences) differences.push_back(press::describe(difference));
  std::string out = "  {\"file\": ";
  append_json(out, path);
  out += ", \"verdict\": ";
  append_json(out, name_of(found.verdict));
  append_list(out, "damaged", damaged);
  append_list(out, "differences", differences);
  append_list(out, "reasons", found.reasons);
  return out + "}";
}

/// The answer for one PDF: a line, and one for each reason or difference.
std::string answer(const std::string& path, const press::Verification& found) {
  std::string out = fmt::format("{}: {}\n", printable(path), name_of(found.verdict));
  for (const press::Verification::Damaged& damage : found.damaged)
    out += fmt::format("  the file {} inside {}\n", printable(damage.file), damage.how);
  for (const archive::Difference& difference : found.differences)
    out += fmt::format("  {}\n", printable(press::describe(difference)));
  if (found.differences.size() == archive::most_differences)
    out += fmt::format("  there may be more: {} are told\n", archive::most_differences);
  if (found.verdict == press::Verdict::same_content || !found.differences.empty())
    for (const std::string& reason : found.reasons) out += fmt::format("  {}\n", printable(reason));
  return out;
}

}  // namespace

int extract(const Arguments& arguments, World& world, Report& report) {
  Diagnostics diags;
  for (const std::string& path : press::extract(arguments.briefs.front(), arguments.folder, world.files, diags))
    report.say(fmt::format("wrote {}", path));
  report.tell(diags);
  return report.finish();
}

int verify(const Arguments& arguments, World& world, Report& report) {
  Diagnostics diags;
  const auto equipment = equip(arguments, world, diags);
  if (!equipment) return print("", world, report, diags);
  const press::Workshop workshop{world.files, equipment->fonts, equipment->data.templates()};
  std::string rows;  // of JSON
  for (const std::string& path : arguments.briefs) {
    Diagnostics faults;
    const press::Verification found = press::verify(path, workshop, faults);
    if (found.verdict == press::Verdict::altered) report.raise(static_cast<int>(Blame::difference));
    const bool told =
        found.verdict != press::Verdict::unknown && !(arguments.quiet && found.verdict == press::Verdict::identical);
    report.tell(faults);
    if (arguments.json) rows += (rows.empty() ? "[\n" : ",\n") + row(path, found);
    else if (told && !put(answer(path, found), world, diags)) break;
    if (world.stopped != 0) break;
  }
  if (arguments.json) static_cast<void>(put(rows + "\n]\n", world, diags));
  report.tell(diags);
  return report.finish();
}

}  // namespace readout::cli
