package hearth.client.store.sqlite;

import hearth.client.store.Identity;
import hearth.client.store.KnownServers;
import hearth.client.store.LocalStore;
import hearth.client.store.LocalStore.StoreException;
import hearth.client.store.Pending;
import hearth.protocol.ChatId;
import hearth.protocol.DeviceCode;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a profile remembers that has no folder to write to: all of it is gone with the process.
/// Rows are fetched again whenever a server is opened; what was not sent stays until then. Safe
/// from any thread.
public final class InMemoryServers implements KnownServers {
  private final Map<String, Held> byToken = new LinkedHashMap<>();
  private final Map<String, String> attempts = new HashMap<>();

  /// Knows no server.
  public InMemoryServers() {}

  @Override
  public synchronized List<Identity> known() {
    return new ArrayList<>(byToken.values()).reversed().stream().map(Held::identity).toList();
  }

  @Override
  public List<Identity> find(String serverId) {
    return known().stream().filter(known -> known.server().id().equals(serverId)).toList();
  }

  @Override
  public synchronized Attempt attempt(String serverId, boolean plain) {
    String key = serverId + plain;
    boolean again = attempts.containsKey(key);
    return new Attempt(attempts.computeIfAbsent(key, _ -> newToken()), again);
  }

  @Override
  public synchronized Attempt attempt(String serverId, boolean plain, DeviceCode code) {
    String key = serverId + plain + code.text();
    boolean again = attempts.containsKey(key);
    return new Attempt(attempts.computeIfAbsent(key, _ -> newToken()), again);
  }

  @Override
  public synchronized void forget(Identity identity) {
    byToken.remove(identity.token());
  }

  private static String newToken() {
    byte[] bits = new byte[JoinAttempts.TOKEN_BYTES];
    new SecureRandom().nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  @Override
  public LocalStore open(String serverId) {
    return find(serverId).stream()
        .findFirst()
        .map(this::open)
        .orElseThrow(InMemoryServers::unknown);
  }

  @Override
  public synchronized LocalStore open(Identity identity) {
    Held held =
        Optional.ofNullable(byToken.remove(identity.token())).orElseThrow(InMemoryServers::unknown);
    byToken.put(identity.token(), held); // now the last used
    return store(held);
  }

  private static StoreException unknown() {
    return new StoreException("nothing is known of this server", new IOException("not joined"));
  }

  @Override
  public synchronized LocalStore create(Identity identity) {
    Held before = byToken.remove(identity.token());
    Held held =
        before == null
            ? new Held(identity, List.of(), Map.of())
            : new Held(identity, before.pending(), before.drafts());
    byToken.put(identity.token(), held);
    attempts.remove(identity.server().id() + identity.address().plain());
    return store(held);
  }

  /// Nothing is taken over from another identity here in any case.
  @Override
  public LocalStore createLinked(Identity identity) {
    return create(identity);
  }

  private LocalStore store(Held held) {
    SqliteLocalStore store =
        new SqliteLocalStore(
            ClientDatabase.inMemory(),
            held.identity(),
            new SqliteLocalStore.Keeper() {
              @Override
              public void keep(Identity now) {
                InMemoryServers.this.keep(now);
              }

              @Override
              public void forget() {
                InMemoryServers.this.forget(held.identity());
              }

              @Override
              public void closing(LocalStore closing) {
                InMemoryServers.this.keep(closing);
              }
            });
    held.drafts().forEach(store::saveDraft);
    held.pending().forEach(store::saveOutbox);
    store.commit();
    return store;
  }

  private synchronized void keep(Identity now) {
    byToken.computeIfPresent(
        now.token(), (_, held) -> new Held(now, held.pending(), held.drafts()));
  }

  private synchronized void keep(LocalStore closing) {
    byToken.computeIfPresent(
        closing.identity().token(),
        (_, held) -> new Held(held.identity(), closing.outbox(), closing.drafts()));
  }

  private record Held(Identity identity, List<Pending> pending, Map<ChatId, String> drafts) {}
}
