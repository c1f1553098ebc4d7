package hearth.client.store.sqlite;

import hearth.client.store.Identity;
import hearth.client.store.KnownServers;
import hearth.client.store.LocalStore;
import hearth.client.store.LocalStore.StoreException;
import hearth.protocol.DeviceCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder in which one profile of the app remembers its servers, two files each, readable by
/// its owner only. Touches the disk: not for the FX thread. Safe from any thread.
public final class ProfileFolder implements KnownServers {
  private static final Logger log = LoggerFactory.getLogger(ProfileFolder.class);

  private final Path folder;

  public ProfileFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Identity> known() {
    List<Identity> known = new ArrayList<>();
    for (MemoryFiles files : MemoryFiles.in(folder)) {
      try {
        files.identity().ifPresent(known::add);
      } catch (StoreException unreadable) {
        log.warn("left out: {}", unreadable.getMessage());
      }
    }
    return known;
  }

  @Override
  public List<Identity> find(String serverId) {
    return of(serverId).stream().map(MemoryFiles::identity).flatMap(Optional::stream).toList();
  }

  private List<MemoryFiles> of(String serverId) {
    return MemoryFiles.in(folder).stream().filter(files -> files.isOf(serverId)).toList();
  }

  @Override
  public LocalStore open(String serverId) {
    return open(serverId, any -> true);
  }

  @Override
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

  /// Who this device is comes last: until then it is an attempt to join, which can be made again.
  @Override
  public LocalStore create(Identity identity) {
    return create(identity, any -> true);
  }

  @Override
  public LocalStore createLinked(Identity identity) {
    return create(identity, held -> held.me().equals(identity.me()));
  }

  /// @param heir from whose memory the new one takes what was not sent
  private LocalStore create(Identity identity, Predicate<Identity> heir) {
    String id = identity.server().id();
    Optional<SqliteLocalStore> held = memory(id, known -> known.token().equals(identity.token()));
    held.ifPresent(store -> store.saveIdentity(identity));
    SqliteLocalStore store = held.orElseGet(() -> begin(identity, heir));
    new JoinAttempts(folder, id).forget();
    return store;
  }

  private SqliteLocalStore begin(Identity identity, Predicate<Identity> heir) {
    String id = identity.server().id();
    boolean plain = identity.address().plain();
    Optional<SqliteLocalStore> before =
        memory(id, held -> held.address().plain() == plain && heir.test(held));
    MemoryFiles files = MemoryFiles.free(folder, id);
    SqliteLocalStore store = SqliteLocalStore.open(files, identity);
    before.ifPresent(
        old -> {
          old.drafts().forEach(store::saveDraft);
          old.outbox().forEach(store::saveOutbox);
          old.close();
        });
    store.commit();
    files.keep(identity);
    return store;
  }

  /// The last used memory of a server that is as wanted, open.
  private Optional<SqliteLocalStore> memory(String serverId, Predicate<Identity> wanted) {
    for (MemoryFiles files : of(serverId)) {
      Optional<Identity> identity = files.identity().filter(wanted);
      if (identity.isPresent()) {
        SqliteLocalStore store = SqliteLocalStore.open(files, identity.get());
        files.touch();
        store.prune();
        return Optional.of(store);
      }
    }
    return Optional.empty();
  }

  @Override
  public Attempt attempt(String serverId, boolean plain) {
    return new JoinAttempts(folder, serverId).attempt(plain);
  }

  @Override
  public Attempt attempt(String serverId, boolean plain, DeviceCode code) {
    return new JoinAttempts(folder, serverId).attempt(plain, code);
  }

  @Override
  public void forget(Identity identity) {
    for (MemoryFiles files : of(identity.server().id())) {
      if (files.identity().filter(held -> held.token().equals(identity.token())).isPresent()) {
        files.delete();
      }
    }
  }
}
