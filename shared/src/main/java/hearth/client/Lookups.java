package hearth.client;

import hearth.protocol.ChatId;
import hearth.protocol.ReceiptTimes;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Version;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What a person asks of a server that no device keeps, and that changes nothing. Safe from any
/// thread; never waits. All of it fails as [HearthClient#openDirect] does.
public final class Lookups {
  private final Asker asker;

  Lookups(Asker asker) {
    this.asker = asker;
  }

  /// Where in a chat a time is: the seq of the first entry from then on, or one more than the last.
  public CompletableFuture<Long> find(ChatId chat, Instant at) {
    return asker.ask(new Request.FindTime(chat, at), Response.Place.class, Response.Place::seq);
  }

  /// What a message held before it was edited, oldest first, and what it holds now, last.
  public CompletableFuture<List<Version>> versions(ChatId chat, long seq) {
    return asker.ask(
        new Request.FetchVersions(chat, seq), Response.Versions.class, Response.Versions::versions);
  }

  /// When a message of one's own reached the others.
  public CompletableFuture<List<ReceiptTimes>> receipts(ChatId chat, long seq) {
    return asker.ask(
        new Request.FetchReceipts(chat, seq), Response.Receipts.class, Response.Receipts::times);
  }

  /// The server's channels and masked chats, in pages.
  ///
  /// @param after the id of the last one of the page before; 0 for the first page
  public CompletableFuture<Response.Channels> channels(long after) {
    return asker.ask(new Request.ListChannels(after, true), Response.Channels.class, page -> page);
  }
}
