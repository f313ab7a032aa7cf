// replay FOLDER...: every file below the folders through a fuzzer's target, as an ordinary test. Without a fuzzer's
// engine, so that any compiler and build will do. The first half of
// each is tried, too.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t*, std::size_t size, std::size_t) { return size; }

namespace {

namespace fs = std::filesystem;

void run(const std::string& bytes) {
  static_cast<void>(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  constexpr std::chrono::seconds patience{60};  // generous: sanitizers and a loaded machine are slow
  std::size_t tried = 0;
  for (int i = 1; i < argc; ++i)
    for (const fs::path& path : files_below(argv[i])) {
      std::ifstream file(path, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      std::fprintf(stderr, "\r%s", path.c_str());  // stands last when the program ends here
      const auto begin = std::chrono::steady_clock::now();
      run(bytes);
      run(bytes.substr(0, bytes.size() / 2));
      if (std::chrono::steady_clock::now() - begin > patience) {
        std::fprintf(stderr, "\nthat took more than a minute\n");
        return 1;
      }
      ++tried;
    }
  run({});
  std::fprintf(stderr, "\n%zu files\n", tried);
  return tried > 0 ? 0 : 1;
}
