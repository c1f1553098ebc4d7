package hearth.client.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import hearth.client.store.Identity;
import hearth.client.store.LocalStore;
import hearth.client.store.LocalStore.StoreException;
import hearth.files.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder in which one profile of the app remembers its servers, one SQLite file each, readable
/// by its owner only. Touches the disk: not for the FX thread. Safe from any thread.
public final class ProfileFolder {
  private static final Logger log = LoggerFactory.getLogger(ProfileFolder.class);
  private static final String SUFFIX = ".db";
  private static final String ATTEMPTS = ".joining";

  /// Before the name of an attempt without TLS; no name begins with it.
  private static final String PLAIN = "\t";

  private static final int TOKEN_BYTES = 32;

  private final Path folder;

  public ProfileFolder(Path folder) {
    this.folder = folder;
  }

  /// The servers this profile has joined, the last used first. Files that cannot be read are left
  /// out and logged.
  public List<Identity> known() {
    List<Identity> known = new ArrayList<>();
    for (Path file : newestFirst()) {
      try {
        SqliteLocalStore.open(file)
            .ifPresent(
                store -> {
                  known.add(store.identity());
                  store.close();
                });
      } catch (StoreException unreadable) {
        log.warn("left out: {}", unreadable.getMessage());
      }
    }
    return known;
  }

  /// Who this profile is on the server with an id, where it has joined it, the last used first; to
  /// be handed to [hearth.client.Joining].
  public List<Identity> find(String serverId) {
    return known().stream().filter(known -> known.server().id().equals(serverId)).toList();
  }

  private List<Path> newestFirst() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted(Comparator.comparing(ProfileFolder::lastUsed).reversed())
          .toList();
    } catch (IOException refused) {
      throw new StoreException("cannot read " + folder, refused);
    }
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  /// Opens the memory of a server joined before, the last used one where there are several.
  ///
  /// @throws StoreException where there is none, or the disk refuses
  public LocalStore open(String serverId) {
    return open(serverId, any -> true);
  }

  /// Opens the memory of one identity.
  ///
  /// @throws StoreException where there is none, or the disk refuses
  public LocalStore open(Identity identity) {
    return open(identity.server().id(), held -> held.token().equals(identity.token()));
  }

  private SqliteLocalStore open(String serverId, Predicate<Identity> wanted) {
    return memory(serverId, wanted)
        .orElseThrow(
            () ->
                new StoreException(
                    "nothing is known of this server", new IOException("no file of " + serverId)));
  }

  /// Begins the memory of a server just joined. A token is never replaced: the same one finds its
  /// memory again, at the address where the server listens now, and another one gets a memory of
  /// its own, with what was written and not sent.
  ///
  /// @throws StoreException where the disk refuses
  public LocalStore create(Identity identity) {
    String id = identity.server().id();
    SqliteLocalStore store =
        memory(id, held -> held.token().equals(identity.token())).orElseGet(() -> begin(identity));
    store.saveIdentity(identity);
    store.commit();
    try {
      Files.deleteIfExists(folder.resolve(id + ATTEMPTS));
    } catch (IOException refused) {
      log.debug("tokens of joining are kept: {}", refused.toString());
    }
    return store;
  }

  private SqliteLocalStore begin(Identity identity) {
    String id = identity.server().id();
    boolean plain = identity.address().plain();
    Path file = freeFile(id);
    try {
      makePrivate(file);
    } catch (IOException refused) {
      throw new StoreException("cannot write to " + folder, refused);
    }
    Optional<SqliteLocalStore> before = memory(id, held -> held.address().plain() == plain);
    SqliteLocalStore store = SqliteLocalStore.create(file, identity);
    before.ifPresent(
        old -> {
          old.drafts().forEach(store::saveDraft);
          old.outbox().forEach(store::saveOutbox);
          old.close();
        });
    return store;
  }

  private Path freeFile(String serverId) {
    Path file = folder.resolve(serverId + SUFFIX);
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(serverId + "." + i + SUFFIX);
    }
    return file;
  }

  /// The last used memory of a server that is as wanted, open.
  private Optional<SqliteLocalStore> memory(String serverId, Predicate<Identity> wanted) {
    for (Path file : newestFirst()) {
      if (file.getFileName().toString().startsWith(serverId + ".")) {
        restrict(file.getFileName().toString());
        Optional<SqliteLocalStore> store = SqliteLocalStore.open(file);
        if (store.filter(held -> wanted.test(held.identity())).isPresent()) {
          touch(file);
          store.get().prune();
          return store;
        }
        store.ifPresent(SqliteLocalStore::close);
      }
    }
    return Optional.empty();
  }

  /// The token for joining a server under a name. It is kept before it is returned, so that after a
  /// lost answer the same name and token can be asked for again.
  ///
  /// @param plain whether it will be sent without TLS; such a token is never used with it
  /// @throws StoreException where the disk refuses
  public String token(String serverId, boolean plain, String name) {
    String key = plain ? PLAIN + name : name;
    Path attempts = folder.resolve(serverId + ATTEMPTS);
    try {
      makePrivate(attempts);
      List<String> lines = Files.readAllLines(attempts);
      for (int i = 0; i + 1 < lines.size(); i += 2) {
        if (lines.get(i).equals(key)) {
          return lines.get(i + 1);
        }
      }
      String token = newToken();
      try (FileChannel file = FileChannel.open(attempts, CREATE, WRITE, APPEND)) {
        file.write(ByteBuffer.wrap((key + "\n" + token + "\n").getBytes(UTF_8)));
        file.force(true);
      }
      return token;
    } catch (IOException refused) {
      throw new StoreException("cannot write to " + folder, refused);
    }
  }

  private static String newToken() {
    byte[] bits = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /// The file holds the device's token; SQLite gives its side files the same rights.
  private void makePrivate(Path file) throws IOException {
    PrivateFiles.folder(folder);
    if (PrivateFiles.file(file)) {
      PrivateFiles.syncFolderOf(file);
    } else {
      touch(file);
    }
  }

  /// An earlier version, or a copy from elsewhere, may have left the file open to others.
  private void restrict(String name) {
    try {
      PrivateFiles.folder(folder);
      PrivateFiles.restrictAll(folder, name);
    } catch (IOException refused) {
      log.warn("others may be able to read {}: {}", folder, refused.toString());
    }
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
    } catch (IOException refused) {
      log.debug("the order of known servers may be off: {}", refused.toString());
    }
  }
}
