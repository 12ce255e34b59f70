//! Paths as parts of a URI (RFC 3986).

/// A path with every byte escaped that is not plain in one.
pub fn escaped(path: &[u8]) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let escaped = |byte: u8| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.iter().map(|byte| escaped(*byte)).collect()
}
