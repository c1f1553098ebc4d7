package hearth.client.model;

import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of a timeline: first the log's rows by seq, then one's own messages that wait to be
/// sent.
public sealed interface TimelineRow {

  /// When it was written: by the server's clock, or by this device's for what waits.
  Instant at();

  /// What it is; a message holds its present content.
  Action action();

  /// The message that it replies to; null for none.
  @Nullable Quote quote();

  /// Its place in the log; 0 for what waits.
  long seq();

  /// The author's own id for it; null for what no client asked for by id.
  @Nullable SendId sendId();

  /// The content of a message; null for a row of another kind.
  default @Nullable Content content() {
    return action() instanceof Action.Post post ? post.content() : null;
  }

  /// A row of the log, with what waits on this device folded in.
  ///
  /// @param pending whether an edit, deletion or reaction of one's own is folded in that the server
  ///   has not acknowledged yet
  record Committed(Row row, @Nullable Quote quote, boolean pending) implements TimelineRow {
    @Override
    public Instant at() {
      return row.at();
    }

    @Override
    public Action action() {
      return row.entry().action();
    }

    @Override
    public long seq() {
      return row.seq();
    }

    @Override
    public @Nullable SendId sendId() {
      return row.entry().sendId();
    }
  }

  /// A message of one's own that the log does not show yet.
  record Unsent(Pending pending, @Nullable Quote quote) implements TimelineRow {
    @Override
    public Instant at() {
      return pending.at();
    }

    @Override
    public Action action() {
      return pending.action();
    }

    @Override
    public long seq() {
      return 0;
    }

    @Override
    public SendId sendId() {
      return pending.sendId();
    }
  }

  /// A message that another one replies to, as it is now.
  ///
  /// @param row null while it is being fetched, and where it cannot be had
  record Quote(long seq, @Nullable Row row) {}
}
