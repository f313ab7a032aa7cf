// Points of a discussion that are no sentences of their own: they go on in the sentence that they stand under.
#pragma once
#include <vector>
#include "compose/voice.hpp"

namespace readout::compose {

/// True where all are short texts without a full stop, which only the last may have where one of the others ends in
/// the marks of a list: "open a consulate;", "waive the fees; and", "meet again."
[[nodiscard]] bool are_items(Desk& desk, const std::vector<model::Point>& points);

/// "The talks were of two matters: the sea and supply chains". Where all items but the last end in the marks of a list,
/// these are kept; commas, and marks that only some have, are taken off: the list is made as the language makes it.
/// Pre: are_items.
[[nodiscard]] Fragments with_items(Desk& desk, Fragments said, const std::vector<model::Point>& points);

/// Takes the marks of a list off the end of an item that becomes a sentence: "waive the fees; and".
void end_list(const Desk& desk, Fragments& item);

}  // namespace readout::compose
