package hearth.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The secret that identifies a device: 256 random bits as base64url. It cannot be guessed, so the
/// server keeps a plain hash and looks it up; nothing has to be compared in constant time.
/// Immutable.
public record DeviceToken(String text) {
  /// The token's SHA-256.
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /// Hides the token from logs.
  @Override
  public String toString() {
    return "DeviceToken[…]";
  }
}
