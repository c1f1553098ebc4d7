package hearth.desktop.timeline;

import hearth.client.HearthClient;
import hearth.client.model.Change.Reach;
import hearth.client.model.Timelines;
import hearth.protocol.ChatId;

/// Which part of a chat is among the rows, and where in it the person is. Asks for one page at a
/// time at each end. Confined to the FX thread.
final class Pages {
  private static final long NOWHERE = -1;

  /// Places after which the client is told again where the person is.
  private static final long STEP = 50;

  private final HearthClient client;
  private final ChatId chat;
  private Reach reach = new Reach(false, true);
  private boolean askingOlder;
  private boolean askingNewer;
  private long place = NOWHERE;

  Pages(HearthClient client, ChatId chat) {
    this.client = client;
    this.chat = chat;
  }

  /// Which end of the chat is among the rows.
  Reach reach() {
    return reach;
  }

  /// Other rows have come, or more of them.
  void reach(Reach now) {
    reach = now;
    askingOlder = false;
    askingNewer = false;
  }

  /// Rows have come that the person is not at.
  void begin(Reach now) {
    reach(now);
    place = NOWHERE;
  }

  /// Asks for older rows, unless none are to be had.
  void older() {
    if (!askingOlder && !reach.first()) {
      askingOlder = true;
      client.older(chat);
    }
  }

  /// Asks for newer rows, unless the end is here.
  void newer() {
    if (!askingNewer && !reach.last()) {
      askingNewer = true;
      client.newer(chat);
    }
  }

  /// The person is at the row of this seq, or at the end: the client may let rows go that are far
  /// from it.
  void at(long seq, boolean atEnd) {
    long now = atEnd ? Timelines.END : seq;
    boolean moved = atEnd != isAtEnd() || Math.abs(now - place) > STEP;
    if (now > 0 && (moved || place == NOWHERE)) {
      goTo(now);
    }
  }

  /// The person goes to the end.
  void atEnd() {
    goTo(Timelines.END);
  }

  private void goTo(long now) {
    place = now;
    client.at(chat, now);
  }

  boolean isAtEnd() {
    return place == Timelines.END;
  }
}
