package hearth.client.store;

import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.OwnSettings;
import hearth.protocol.Row;
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
public final class ReportingStore implements LocalStore {
  private static final Logger log = LoggerFactory.getLogger(ReportingStore.class);

  private final LocalStore store;
  private @Nullable String failure;
  private boolean failing;
  private boolean lost;
  private boolean recovered;
  private boolean wrote;
  private boolean failedSinceCommit;
  private boolean closed;
  private boolean forgotten;

  public ReportingStore(LocalStore store) {
    this.store = store;
  }

  /// What went wrong since the last call, if it was not told before.
  public Optional<String> takeFailure() {
    Optional<String> taken = Optional.ofNullable(failure);
    failure = null;
    return taken;
  }

  /// Whether the disk works again since the last call, after it had refused: what was written in
  /// between is not on it.
  public boolean takeRecovery() {
    boolean taken = recovered;
    recovered = false;
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
  public Optional<String> epoch() {
    return read(store::epoch, Optional.empty());
  }

  @Override
  public void saveEpoch(String epoch) {
    write(() -> store.saveEpoch(epoch));
  }

  @Override
  public OwnSettings own() {
    return read(store::own, OwnSettings.NONE);
  }

  @Override
  public void saveOwn(OwnSettings own) {
    write(() -> store.saveOwn(own));
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
  public void removeChat(ChatId chat) {
    write(() -> store.removeChat(chat));
  }

  @Override
  public Optional<LogWindow> window(ChatId chat) {
    return read(() -> store.window(chat), Optional.empty());
  }

  @Override
  public void saveWindow(ChatId chat, LogWindow window) {
    write(() -> store.saveWindow(chat, window));
  }

  @Override
  public List<Row> rowsBefore(ChatId chat, long before, int limit) {
    return read(() -> store.rowsBefore(chat, before, limit), List.of());
  }

  @Override
  public List<Row> rowsFrom(ChatId chat, long from, int limit) {
    return read(() -> store.rowsFrom(chat, from, limit), List.of());
  }

  @Override
  public Optional<Row> row(ChatId chat, long seq) {
    return read(() -> store.row(chat, seq), Optional.empty());
  }

  @Override
  public void saveRows(ChatId chat, Collection<Row> rows) {
    write(() -> store.saveRows(chat, rows));
  }

  @Override
  public void forgetRows(ChatId chat) {
    write(() -> store.forgetRows(chat));
  }

  @Override
  public void saveUnknown(Entry entry) {
    write(() -> store.saveUnknown(entry));
  }

  @Override
  public List<Entry> unknown() {
    return read(store::unknown, List.of());
  }

  @Override
  public void removeUnknown(ChatId chat) {
    write(() -> store.removeUnknown(chat));
  }

  @Override
  public List<Pending> outbox() {
    return read(store::outbox, List.of());
  }

  @Override
  public void saveOutbox(Pending pending) {
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
  public Optional<Replaced> takeReplaced() {
    return store.takeReplaced();
  }

  /// The disk works again only once something was written and committed without a failure: a full
  /// one takes a commit of nothing.
  @Override
  public void commit() {
    boolean proven = wrote && !failedSinceCommit;
    wrote = false;
    failedSinceCommit = false;
    write(
        () -> {
          store.commit();
          recovered |= lost && proven;
          lost &= !proven;
          failing &= !proven;
        });
    wrote = false;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      write(store::close);
    }
  }

  @Override
  public void forget() {
    write(store::forget);
    forgotten = true;
  }

  private void write(Runnable operation) {
    if (forgotten) {
      return;
    }
    try {
      operation.run();
      wrote = true;
    } catch (StoreException refused) {
      report(refused);
    }
  }

  private <T> T read(Supplier<T> operation, T otherwise) {
    if (forgotten) {
      return otherwise;
    }
    try {
      return operation.get();
    } catch (StoreException refused) {
      report(refused);
      return otherwise;
    }
  }

  private void report(StoreException refused) {
    lost = true;
    failedSinceCommit = true;
    if (!failing) {
      failing = true;
      failure = String.valueOf(refused.getMessage());
      log.warn("the device's store failed", refused);
    }
  }
}
