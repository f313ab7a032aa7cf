#include "press/batch.hpp"

#include <doctest/doctest.h>

#include <map>
#include <mutex>
#include <new>
#include <string>
#include <vector>

#include "support/whole.hpp"

using namespace readout;

namespace {

std::string brief(int number) {
  return "readout = 1\n[document]\ntitle = \"Talks " + std::to_string(number) + "\"\nsummary = \"Said.\"\n";
}

/// Forty briefs in memory; number 7 is bad.
std::vector<press::Job> forty(test::Whole& whole) {
  std::vector<press::Job> jobs;
  for (int i = 0; i < 40; ++i) {
    press::Job job = test::Whole::job("memory/" + std::to_string(i) + ".toml");
    job.out = "/out/" + std::to_string(i) + ".pdf";
    whole.files.files[job.brief] = i == 7 ? "readout = 1\n" : brief(i);
    jobs.push_back(job);
  }
  return jobs;
}

// Results are made on several threads, so writes are kept apart by a lock.
class LockedFiles final : public Files {
 public:
  explicit LockedFiles(Files& inner) : inner_(inner) {}
  Read read(const std::string& path) override { return inner_.read(path); }
  Read read_within(const std::string& folder, const std::string& path) override {
    return inner_.read_within(folder, path);
  }
  std::string write(const std::string& path, std::string_view bytes) override {
    const std::lock_guard lock(mutex_);
    written[path] = std::string(bytes);
    return {};
  }
  bool exists(const std::string& path) override { return inner_.exists(path); }
  bool is_folder(const std::string& path) override { return inner_.is_folder(path); }
  std::string identity(const std::string& path) override { return inner_.identity(path); }
  std::vector<std::string> list(const std::string& folder) override { return inner_.list(folder); }
  std::map<std::string, std::string> written;

 private:
  Files& inner_;
  std::mutex mutex_;
};

std::map<std::string, std::string> built(unsigned threads, std::vector<std::size_t>& order, std::size_t& bad) {
  test::Whole whole;
  const auto jobs = forty(whole);
  LockedFiles files(whole.files);
  const press::Workshop shop = whole.workshop();
  const press::Workshop locked{files, shop.fonts, shop.templates};
  press::build_all(jobs, locked, {.threads = threads}, [&](const press::Result& result) {
    order.push_back(result.job);
    if (!result.done) bad = result.job;
  });
  return files.written;
}

}  // namespace

TEST_CASE("a batch goes on after a bad brief, tells in order, and any number of threads gives the same bytes") {
  std::vector<std::size_t> order, order_of_one;
  std::size_t bad = 0, bad_of_one = 0;
  const auto four = built(4, order, bad);
  const auto one = built(1, order_of_one, bad_of_one);
  std::vector<std::size_t> expected(40);
  for (std::size_t i = 0; i < 40; ++i) expected[i] = i;
  CHECK(order == expected);
  CHECK(order_of_one == expected);
  CHECK(bad == 7);
  CHECK(bad_of_one == 7);
  CHECK(four.size() == 39);
  CHECK((four == one));
}

TEST_CASE("a brief that uses up the memory fails, and the others go on") {
  class ShortOfMemory final : public Files {
   public:
    explicit ShortOfMemory(Files& inner) : inner_(inner) {}
    Read read(const std::string& path) override {
      if (path.ends_with("/3.toml")) throw std::bad_alloc();
      return inner_.read(path);
    }
    Read read_within(const std::string& folder, const std::string& path) override {
      return inner_.read_within(folder, path);
    }
    std::string write(const std::string&, std::string_view) override { return {}; }
    bool exists(const std::string& path) override { return inner_.exists(path); }
    bool is_folder(const std::string& path) override { return inner_.is_folder(path); }
    std::string identity(const std::string& path) override { return inner_.identity(path); }
    std::vector<std::string> list(const std::string& folder) override { return inner_.list(folder); }

   private:
    Files& inner_;
  };
  test::Whole whole;
  const auto jobs = forty(whole);
  ShortOfMemory files(whole.files);
  const press::Workshop shop = whole.workshop();
  std::vector<std::size_t> failed;
  press::build_all(jobs, {files, shop.fonts, shop.templates}, {.threads = 4}, [&](const press::Result& result) {
    if (result.done) return;
    failed.push_back(result.job);
    CHECK(result.diags.exit_code() == (result.job == 3 ? 3 : 1));
  });
  CHECK(failed == std::vector<std::size_t>{3, 7});
}

TEST_CASE("a stop begins no more briefs and tells which") {
  test::Whole whole;
  const auto jobs = forty(whole);
  int asked = 0;
  std::size_t begun = 0;
  press::build_all(jobs, whole.workshop(), {.threads = 1, .stop = [&] { return ++asked > 3; }},
                   [&](const press::Result& result) { begun += result.begun ? 1U : 0U; });
  CHECK(begun == 3);
}
