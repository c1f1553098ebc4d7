package hearth.client;

import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event;
import hearth.protocol.SendId;
import hearth.protocol.User;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the client go on when the device's disk refuses: a failed write is reported once, until one
/// succeeds again, and what could not be read is taken for not there. Confined to the client
/// thread.
final class ReportingStore implements LocalStore {
  private static final Logger log = LoggerFactory.getLogger(ReportingStore.class);

  private final LocalStore store;
  private @Nullable String failure;
  private boolean failing;
  private boolean closed;

  ReportingStore(LocalStore store) {
    this.store = store;
  }

  /// What went wrong since the last call, if it was not told before.
  Optional<String> takeFailure() {
    Optional<String> taken = Optional.ofNullable(failure);
    failure = null;
    return taken;
  }

  @Override
  public Identity identity() {
    return store.identity();
  }

  @Override
  public void saveIdentity(Identity identity) {
    write(() -> store.saveIdentity(identity));
  }

  @Override
  public List<User> people() {
    return read(store::people, List.of());
  }

  @Override
  public void savePeople(Collection<User> people) {
    write(() -> store.savePeople(people));
  }

  @Override
  public List<ChatOverview> chats() {
    return read(store::chats, List.of());
  }

  @Override
  public void saveChats(Collection<ChatOverview> chats) {
    write(() -> store.saveChats(chats));
  }

  @Override
  public long tail(ChatId chat) {
    return read(() -> store.tail(chat), 0L);
  }

  @Override
  public List<Event.Logged> entries(ChatId chat, long before, int limit) {
    return read(() -> store.entries(chat, before, limit), List.of());
  }

  @Override
  public void saveEntries(ChatId chat, List<Event.Logged> entries) {
    write(() -> store.saveEntries(chat, entries));
  }

  @Override
  public void forgetEntries(ChatId chat) {
    write(() -> store.forgetEntries(chat));
  }

  @Override
  public List<Row.Pending> outbox() {
    return read(store::outbox, List.of());
  }

  @Override
  public void saveOutbox(Row.Pending pending) {
    write(() -> store.saveOutbox(pending));
  }

  @Override
  public void removeOutbox(SendId sendId) {
    write(() -> store.removeOutbox(sendId));
  }

  @Override
  public Map<ChatId, String> drafts() {
    return read(store::drafts, Map.of());
  }

  @Override
  public void saveDraft(ChatId chat, String draft) {
    write(() -> store.saveDraft(chat, draft));
  }

  @Override
  public void commit() {
    write(store::commit);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      write(store::close);
    }
  }

  private void write(Runnable operation) {
    try {
      operation.run();
      failing = false;
    } catch (StoreException refused) {
      report(refused);
    }
  }

  private <T> T read(Supplier<T> operation, T otherwise) {
    try {
      return operation.get();
    } catch (StoreException refused) {
      report(refused);
      return otherwise;
    }
  }

  private void report(StoreException refused) {
    if (!failing) {
      failing = true;
      failure = String.valueOf(refused.getMessage());
      log.warn("the device's store failed", refused);
    }
  }
}
