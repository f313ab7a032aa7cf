// Addresses that a link may lead to: https:, http: and mailto:.
#pragma once
#include <string>
#include <string_view>

namespace readout::model {

/// Why an address may not be used; "" when it may.
[[nodiscard]] std::string web_address_fault(std::string_view address);
/// What was meant by an address that lacks its beginning: "https://www.example.org", "mailto:press@example.org"; else
/// "".
[[nodiscard]] std::string whole_address(std::string_view address);
/// The address in ASCII: other characters as percent signs and the bytes of their UTF-8 (RFC 3987, 3.1).
[[nodiscard]] std::string ascii_address(std::string_view address);

}  // namespace readout::model
