# How every target is compiled. No -march=native and no fused multiply-add: the same input must
# give the same bytes on every machine.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")  # builds in less time than -O3
add_library(readout_options INTERFACE)
target_compile_options(readout_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Werror
  -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees an overlap inside std::string's own operator+ that cannot happen (its bug 105651), and takes the
  # inactive members of a std::variant for uninitialised ones.
  target_compile_options(readout_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
target_include_directories(readout_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(READOUT_SANITIZE)
  target_compile_options(readout_options INTERFACE -fsanitize=${READOUT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(readout_options INTERFACE -fsanitize=${READOUT_SANITIZE})
endif()
if(READOUT_FUZZ)
  target_compile_options(readout_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
