// libharu as an object store: dictionaries, arrays, the cross-reference table, the page tree, and
// the bytes of each object. These two files alone know hpdf.
//
// Of libharu only the object level is used: its fonts, text operators, picture loaders, PDF/A mode
// and saver are each unfit for a tagged archive file. What libharu's own types cannot hold exactly (real numbers,
// tens of thousands of structure elements) is written through a dictionary's write hook: `exact()`.
//
// A failed call is remembered; every later call does nothing, and `fault()` tells it at the end. No exception
// crosses libharu's C frames.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace readout::pdf {

class Haru;
class Array;

/// A dictionary of a Haru; good as long as that lives. What is made through it belongs to it at once, so
/// nothing is ever loose.
class Dict {
 public:
  Dict() = default;
  void name(const char* key, std::string_view value);
  void integer(const char* key, std::int64_t value);
  void boolean(const char* key, bool value);
  void text(const char* key, std::string_view utf8);    ///< a text string
  void bytes(const char* key, std::string_view value);  ///< a byte string
  void refer(const char* key, Dict target);             ///< Pre: target is an indirect object
  void refer(const char* key, std::uint32_t target);    ///< of that number
  [[nodiscard]] Dict dict(const char* key);             ///< a new direct dictionary
  [[nodiscard]] Array array(const char* key);           ///< a new direct array
  /// Entries written as they are: "/MediaBox [0 0 595.276 841.89] ". May be called again; adds.
  void exact(std::string_view entries);
  [[nodiscard]] std::uint32_t number() const;  ///< object number; 0 = direct
  /// "12 0 R"
  [[nodiscard]] std::string ref() const;
  [[nodiscard]] explicit operator bool() const { return object_ != nullptr; }

 private:
  friend class Haru;
  friend class Array;
  Dict(Haru* haru, void* object) : haru_(haru), object_(object) {}
  Haru* haru_ = nullptr;
  void* object_ = nullptr;
};

class Array {
 public:
  Array() = default;
  void name(std::string_view value);
  void integer(std::int64_t value);
  void text(std::string_view utf8);
  void refer(Dict target);
  [[nodiscard]] Dict dict();

 private:
  friend class Haru;
  friend class Dict;
  Array(Haru* haru, void* object) : haru_(haru), object_(object) {}
  Haru* haru_ = nullptr;
  void* object_ = nullptr;
};

class Haru {
 public:
  Haru();
  ~Haru();
  Haru(const Haru&) = delete;
  Haru& operator=(const Haru&) = delete;

  [[nodiscard]] Dict catalog();
  [[nodiscard]] Dict info();
  [[nodiscard]] Dict object();                   ///< a new indirect dictionary
  [[nodiscard]] Dict stream(std::string bytes);  ///< a new stream of these bytes; the caller says /Filter
  [[nodiscard]] Dict page();                     ///< the next page
  /// The number of a new object that has no dictionary here: of tens of thousands of them each would cost some 300
  /// bytes. What it says is asked for when it is serialised.
  [[nodiscard]] std::uint32_t reserve();
  /// Who spells reserved objects: appends the entries of the dictionary with that number.
  void spell_by(std::function<void(std::uint32_t number, std::string& out)> speller);
  /// Hangs the pages into a balanced tree. Call once, after the last page.
  void close_pages();

  /// Why a call failed ("libharu error 0x1015"); empty when none did.
  [[nodiscard]] std::string fault() const;

  /// Object numbers run from 1 to count() - 1.
  [[nodiscard]] std::uint32_t count() const;
  /// Appends the value of an object. False after a fault.
  bool serialise(std::uint32_t number, std::string& out);
  [[nodiscard]] bool is_stream(std::uint32_t number) const;
  /// The bytes of a stream object, which then has none any more. Pre: is_stream().
  [[nodiscard]] std::string take_stream(std::uint32_t number);

 private:
  friend class Dict;
  friend class Array;
  struct Core;
  std::unique_ptr<Core> core_;
};

/// "12 0 R"
[[nodiscard]] std::string reference_to(std::uint32_t number);
void append_reference(std::string& out, std::uint32_t number);

/// "2.3.0"
[[nodiscard]] std::string haru_version();

}  // namespace readout::pdf
