package hearth.client.model;

import hearth.protocol.Marker;
import java.util.Collection;
import java.util.List;

/// How far all others of a chat have come. Whoever comes, goes or turns out to be behind: a tick
/// that was shown stays. Confined to the client thread.
final class ReceiptProgress {
  private long delivered;
  private long read;

  /// What is told of it now.
  ///
  /// @param members the markers of all members
  /// @param others the markers of those that count
  /// @param head the end of the log: only one that ends earlier takes a tick back
  ChatItem.Receipts now(List<Marker> members, Collection<Marker> others, long head) {
    long toAll = others.stream().mapToLong(Marker::delivered).min().orElse(0);
    long byAll = others.stream().mapToLong(Marker::read).min().orElse(0);
    delivered = Math.min(head, Math.max(delivered, toAll));
    read = Math.min(head, Math.max(read, byAll));
    return new ChatItem.Receipts(members, delivered, read);
  }
}
