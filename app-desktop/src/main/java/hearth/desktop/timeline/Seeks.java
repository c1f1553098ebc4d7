package hearth.desktop.timeline;

import hearth.client.model.Timelines;
import hearth.desktop.session.ServerViewModel;
import hearth.protocol.ChatId;

/// The way to places whose rows are not at hand, one at a time: while one is sought, only the last
/// one that is wanted counts. Confined to the FX thread.
final class Seeks {
  private final ServerViewModel server;
  private final ChatId chat;
  private Going going = Going.TO_UNREAD;
  private long wanted;
  private boolean seeking;

  Seeks(ServerViewModel server, ChatId chat) {
    this.server = server;
    this.chat = chat;
  }

  /// Goes to the row next to a place, or to [Timelines#END].
  void to(long seq) {
    going = seq == Timelines.END ? Going.TO_END : Going.TO_PLACE;
    wanted = seq;
    if (!seeking) {
      seeking = true;
      server.whenDone(
          server.client().seek(chat, seq),
          found -> ended(seq, found),
          failure -> ended(seq, false));
    }
  }

  private void ended(long seq, boolean found) {
    seeking = false;
    if (wanted != 0 && wanted != seq) {
      to(wanted);
    } else if (!found) {
      going = Going.TO_UNREAD;
    }
  }

  /// The place is at hand: what is sought is not wanted any more.
  void none() {
    wanted = 0;
  }

  /// The rows that come next are to be shown so.
  void next(Going how) {
    going = how;
  }

  /// How the rows that have come are to be shown.
  ///
  /// @param focus the row that they came for, or [Timelines#END]; 0 for none: what is sought is
  ///   still to come
  Going arrived(long focus) {
    if (focus == 0) {
      return Going.TO_UNREAD;
    }
    Going now = focus == Timelines.END ? Going.TO_END : going;
    going = Going.TO_UNREAD;
    return now;
  }

  /// The place that was sought last; 0 for none.
  long wanted() {
    return wanted;
  }

  /// Where rows are to be shown.
  enum Going {
    /// At the first unread one, else at the end.
    TO_UNREAD,
    TO_END,
    /// With the row at the top.
    TO_PLACE,
    /// With the row in sight.
    TO_ROW,
    /// With the row in sight and pointed out.
    TO_MESSAGE
  }
}
