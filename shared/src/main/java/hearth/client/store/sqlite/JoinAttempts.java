package hearth.client.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import hearth.client.store.JoinMemory.Attempt;
import hearth.client.store.LocalStore.StoreException;
import hearth.files.PrivateFiles;
import hearth.protocol.DeviceCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tokens with which this device has begun to join a server, until one of them has succeeded:
/// pairs of lines, of which the second is a token. The first is a tab for one that is sent without
/// TLS; earlier versions had a name behind it. Tokens for codes are in a file of their own, with
/// the code in the first line. Touches the disk.
record JoinAttempts(Path folder, String serverId) {
  private static final Logger log = LoggerFactory.getLogger(JoinAttempts.class);
  private static final String JOINING = ".joining";
  private static final String LINKING = ".linking";
  private static final String PLAIN = "\t";
  static final int TOKEN_BYTES = 32;

  private Path file(String suffix) {
    return folder.resolve(serverId + suffix);
  }

  /// @throws StoreException where the disk refuses
  Attempt attempt(boolean plain) {
    String first = plain ? PLAIN : "";
    return attempt(file(JOINING), first, line -> line.startsWith(PLAIN) == plain);
  }

  /// @throws StoreException where the disk refuses
  Attempt attempt(boolean plain, DeviceCode code) {
    String first = (plain ? PLAIN : "") + code.text();
    return attempt(file(LINKING), first, first::equals);
  }

  private Attempt attempt(Path file, String first, Predicate<String> same) {
    try {
      PrivateFiles.folder(folder);
      String before = Files.exists(file) ? Files.readString(file, UTF_8) : "";
      Optional<String> known = last(before, same);
      if (known.isPresent()) {
        return new Attempt(known.get(), true);
      }
      String token = newToken();
      PrivateFiles.write(file, before + first + "\n" + token + "\n");
      return new Attempt(token, false);
    } catch (IOException refused) {
      throw new StoreException("cannot write to " + folder, refused);
    }
  }

  private static Optional<String> last(String text, Predicate<String> same) {
    String[] lines = text.split("\n", -1);
    String found = "";
    for (int i = 0; i + 1 < lines.length; i += 2) {
      if (same.test(lines[i])) {
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
      Files.deleteIfExists(file(JOINING));
      Files.deleteIfExists(file(LINKING));
    } catch (IOException refused) {
      log.debug("tokens of joining are kept: {}", refused.toString());
    }
  }
}
