package hearth.client.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import hearth.client.store.JoinMemory.Attempt;
import hearth.client.store.LocalStore.StoreException;
import hearth.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tokens with which this device has begun to join a server, until one of them has succeeded:
/// pairs of lines, of which the second is a token. The first is a tab for one that is sent without
/// TLS; earlier versions had a name behind it. Touches the disk.
record JoinAttempts(Path folder, String serverId) {
  private static final Logger log = LoggerFactory.getLogger(JoinAttempts.class);
  private static final String SUFFIX = ".joining";
  private static final String PLAIN = "\t";
  static final int TOKEN_BYTES = 32;

  private Path file() {
    return folder.resolve(serverId + SUFFIX);
  }

  /// @throws StoreException where the disk refuses
  Attempt attempt(boolean plain) {
    try {
      PrivateFiles.folder(folder);
      String before = Files.exists(file()) ? Files.readString(file(), UTF_8) : "";
      Optional<String> known = last(before, plain);
      if (known.isPresent()) {
        return new Attempt(known.get(), true);
      }
      String token = newToken();
      PrivateFiles.write(file(), before + (plain ? PLAIN : "") + "\n" + token + "\n");
      return new Attempt(token, false);
    } catch (IOException refused) {
      throw new StoreException("cannot write to " + folder, refused);
    }
  }

  private static Optional<String> last(String text, boolean plain) {
    String[] lines = text.split("\n", -1);
    String found = "";
    for (int i = 0; i + 1 < lines.length; i += 2) {
      if (lines[i].startsWith(PLAIN) == plain) {
        found = lines[i + 1];
      }
    }
    return Optional.of(found).filter(token -> !token.isEmpty());
  }

  private static String newToken() {
    byte[] bits = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /// Joining has succeeded.
  void forget() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException refused) {
      log.debug("tokens of joining are kept: {}", refused.toString());
    }
  }
}
