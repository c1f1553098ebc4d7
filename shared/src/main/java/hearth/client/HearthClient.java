package hearth.client;

import hearth.protocol.ChatId;
import hearth.protocol.FaultException;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One person's presence on one server, whether connected or not: the facade that front ends use.
///
/// Safe from any thread; no method waits for network or disk. What happens is told as [Change]s to
/// the one listener, on the client thread, in batches.
public final class HearthClient implements AutoCloseable {

  private HearthClient() {}

  /// Begins: the store's last state is told first, then the connection is made and kept.
  ///
  /// @param listener called on the client thread only; must not block
  public static HearthClient start(
      LocalStore store, Link.Connector connector, Consumer<List<Change>> listener) {
    return new HearthClient();
  }

  /// Writes a message. It stands in the timeline at once, as pending, and is sent until the server
  /// has acknowledged it, over any number of restarts of either side.
  ///
  /// @throws FaultException at once, with nothing changed, where the text is empty or too long
  public SendId post(ChatId chat, String text) {
    return SendId.create(0, new java.security.SecureRandom());
  }

  /// Sends a message that failed once more.
  public void retry(SendId sendId) {}

  /// Gives up a message that failed.
  public void discard(SendId sendId) {}

  /// Opens a chat's timeline; answered with [Change.TimelineReset], and from then on its splices
  /// are told. Opening it again tells the reset again.
  public void openTimeline(ChatId chat) {}

  /// Stops telling a timeline's splices.
  public void closeTimeline(ChatId chat) {}

  /// Asks for older rows of an open timeline; answered with [Change.OlderLoaded]. While offline
  /// only what this device holds is given.
  public void older(ChatId chat) {}

  /// The person has seen everything up to this seq.
  public void markRead(ChatId chat, long seq) {}

  /// The person is writing: call it at every key press, it is sent as rarely as is enough.
  public void typing(ChatId chat) {}

  /// Keeps what the person has begun to write; empty forgets it.
  public void draft(ChatId chat, String text) {}

  /// Whether nobody is at this device.
  public void away(boolean away) {}

  /// The chat with one other person, made at first. Fails with [FaultException], or with
  /// [JoinException] where the server cannot be reached now.
  public CompletableFuture<ChatId> openDirect(UserId with) {
    return CompletableFuture.failedFuture(new IllegalStateException("not built yet"));
  }

  /// A new group. Fails as [#openDirect] does.
  public CompletableFuture<ChatId> createGroup(String title, List<UserId> members) {
    return CompletableFuture.failedFuture(new IllegalStateException("not built yet"));
  }

  /// Tries now instead of waiting for the next try.
  public void reconnectNow() {}

  /// Leaves the server, keeps everything for the next start, and lets go of the store.
  @Override
  public void close() {}
}
