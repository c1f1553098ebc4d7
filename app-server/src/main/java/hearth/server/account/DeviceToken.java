package hearth.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What a device shows to be let in again: 256 random bits as base64url. They cannot be guessed, so
/// a plain hash is kept, found by itself; there is no secret to compare in constant time.
public record DeviceToken(String text) {
  /// The token's SHA-256.
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /// Hides the token, which must not reach a log.
  @Override
  public String toString() {
    return "DeviceToken[…]";
  }
}
