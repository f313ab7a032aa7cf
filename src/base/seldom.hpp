// Values that most objects of a kind do without: each takes one pointer there, and more only where it is set. They come
// from a plain value without being named, as std::optional does.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace readout {

/// As std::optional, in eight bytes.
template <class T>
class Seldom {
 public:
  Seldom() = default;
  Seldom(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Seldom(const Seldom& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  Seldom(Seldom&&) noexcept = default;
  Seldom& operator=(const Seldom& other) { return *this = Seldom(other); }
  Seldom& operator=(Seldom&&) noexcept = default;
  ~Seldom() = default;

  [[nodiscard]] bool has_value() const { return value_ != nullptr; }
  [[nodiscard]] explicit operator bool() const { return has_value(); }
  [[nodiscard]] const T& operator*() const { return *value_; }
  [[nodiscard]] T& operator*() { return *value_; }
  void reset() { value_.reset(); }
  friend bool operator==(const Seldom& a, const Seldom& b) {
    return a.value_ && b.value_ ? *a.value_ == *b.value_ : !a.value_ == !b.value_;
  }

 private:
  std::unique_ptr<T> value_;
};

/// A text that is empty as a rule.
class SeldomText {
 public:
  SeldomText() = default;
  SeldomText(std::string text) {
    if (!text.empty()) text_ = std::move(text);
  }
  SeldomText(std::string_view text) : SeldomText(std::string(text)) {}
  SeldomText(const char* text) : SeldomText(std::string(text)) {}

  [[nodiscard]] bool empty() const { return !text_; }
  [[nodiscard]] std::string_view view() const { return text_ ? std::string_view(*text_) : std::string_view(); }
  [[nodiscard]] std::string str() const { return std::string(view()); }
  operator std::string_view() const { return view(); }
  void clear() { text_.reset(); }
  friend bool operator==(const SeldomText& a, const SeldomText& b) { return a.view() == b.view(); }
  friend bool operator==(const SeldomText& a, std::string_view b) { return a.view() == b; }
  friend bool operator==(const SeldomText& a, const char* b) { return a.view() == b; }

 private:
  Seldom<std::string> text_;
};

/// A list that is empty as a rule.
template <class T>
class SeldomList {
 public:
  SeldomList() = default;
  SeldomList(std::vector<T> list) {
    if (!list.empty()) list_ = std::move(list);
  }

  [[nodiscard]] bool empty() const { return !list_; }
  [[nodiscard]] const T* begin() const { return list_ ? (*list_).data() : nullptr; }
  [[nodiscard]] const T* end() const { return list_ ? (*list_).data() + (*list_).size() : nullptr; }
  void add(T value) {
    if (!list_) list_ = std::vector<T>();
    (*list_).push_back(std::move(value));
  }
  [[nodiscard]] std::vector<T> all() const { return {begin(), end()}; }
  friend bool operator==(const SeldomList&, const SeldomList&) = default;

 private:
  Seldom<std::vector<T>> list_;
};

}  // namespace readout
