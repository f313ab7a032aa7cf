// A broken invariant is a fault of the program: it ends at once, in every build, and says where.
#pragma once

namespace readout {
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);
}
#define READOUT_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::readout::assertion_failed(#condition, __FILE__, __LINE__))
