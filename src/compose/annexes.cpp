// Annexes: each on a page of its own, under its letter or its own label; an attached file, which shows nothing, goes on
// below the annex before it.
#include "compose/script.hpp"
#include "compose/sections.hpp"

namespace readout::compose {
namespace {

using layout::Role;

struct Content {
  Desk& desk;
  const std::string& title;
  Blocks operator()(std::monostate) const { return {}; }
  Blocks operator()(const model::Text& body) const { return paragraphs(desk, text(desk, body), "body"); }
  Blocks operator()(const model::Grid& grid) const {
    Blocks blocks;
    blocks.push_back(table_of(desk, grid, title));
    std::get<layout::Table>(blocks.back().content).takes_margin = true;  // where nobody is named
    return blocks;
  }
  Blocks operator()(const model::Picture& picture) const {
    Blocks blocks;
    blocks.push_back(picture_of(desk, picture, {}, desk.design.lengths.picture_gap));
    return blocks;
  }
  Blocks operator()(const model::At<std::string>& file) const {
    const std::size_t slash = file.value.rfind('/');
    const std::string name = slash == std::string::npos ? file.value : file.value.substr(slash + 1);
    Blocks blocks;
    blocks.push_back(desk.block(Role::p, filled(desk, "attached", {{"name", code(desk, {name, file.span})}}), "body"));
    return blocks;
  }
};

/// "Annex A" or the annex's own label, then its title, which has a line of its own where one is too short for both.
Fragments annex_title(Desk& desk, const model::Annex& annex, std::size_t index) {
  Fragments out = annex.label ? line(desk, *annex.label)
                              : plain(desk, fill(desk.word("section.annex"), {{"number", annex_number(desk, index)}}));
  append(out, separator(desk, desk.word("join.dot")));
  Fragments title = line(desk, annex.title);
  for (Fragment& piece : title) piece.run.together = true;
  append(out, std::move(title));
  return out;
}

}  // namespace

Blocks annexes(Desk& desk) {
  Blocks blocks;
  for (std::size_t i = 0; i < desk.brief.annexes.size(); ++i) {
    const model::Annex& annex = desk.brief.annexes[i];
    const Fragments title = annex_title(desk, annex, i);
    layout::Block head = desk.block(Role::h2, title, "heading");
    head.anchor = desk.annex_anchors[i];
    head.keep_with_next = true;
    desk.story.outline.push_back({2, bare(title), head.anchor});
    desk.contents.push_back({1, "", title, head.anchor});
    Blocks inside;
    inside.push_back(std::move(head));
    const std::string name = bare(title);
    for (layout::Block& block : std::visit(Content{desk, name}, annex.content)) inside.push_back(std::move(block));
    const bool goes_on = i > 0 && std::holds_alternative<model::At<std::string>>(annex.content);
    if (!goes_on) blocks.push_back(block_of(Role::none, layout::PageBreak{}, annex.span));
    blocks.push_back(group(Role::sect, std::move(inside), annex.span));
  }
  return blocks;
}

}  // namespace readout::compose
