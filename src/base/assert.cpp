#include "base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace readout {
void assertion_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "readout: broken invariant: %s (%s:%d)\nThis is a fault of the program; nothing was written.\n",
               condition, file, line);
  std::abort();
}
}  // namespace readout
