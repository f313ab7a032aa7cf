# How every target is compiled. No -march=native and no fused multiply-add: the same input must
# give the same bytes on every machine.
add_library(readout_options INTERFACE)
target_compile_options(readout_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Werror
  -ffp-contract=off)
target_include_directories(readout_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(READOUT_SANITIZE)
  target_compile_options(readout_options INTERFACE -fsanitize=${READOUT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(readout_options INTERFACE -fsanitize=${READOUT_SANITIZE})
endif()
