package hearth.desktop.timeline;

/// A stretch of text that reaches from a place in one message to a place in the same one or
/// another. Immutable.
///
/// @param from where it begins; never after `to`
record TextStretch(Place from, Place to) {
  static final TextStretch NONE = new TextStretch(new Place(0, 0), new Place(0, 0));

  /// The stretch between two places in any order.
  static TextStretch between(Place one, Place other) {
    return one.isAfter(other) ? new TextStretch(other, one) : new TextStretch(one, other);
  }

  boolean isEmpty() {
    return from.equals(to);
  }

  /// Whether it is in more than one message.
  boolean isAcross() {
    return from.seq != to.seq;
  }

  boolean touches(long seq) {
    return !isEmpty() && seq >= from.seq && seq <= to.seq;
  }

  /// Where it begins in the text of a message.
  int start(long seq) {
    return touches(seq) && seq == from.seq ? from.index : 0;
  }

  /// Where it ends in the text of a message that has this length.
  int end(long seq, int length) {
    if (!touches(seq)) {
      return 0;
    }
    return seq == to.seq ? Math.min(to.index, length) : length;
  }

  /// Its part of a message's text; empty for none.
  String in(long seq, String text) {
    int end = end(seq, text.length());
    return text.substring(Math.min(start(seq), end), end);
  }

  /// A place in the text of a message.
  ///
  /// @param seq the message's
  /// @param index of the character behind it
  record Place(long seq, int index) {
    private boolean isAfter(Place other) {
      return seq == other.seq ? index > other.index : seq > other.seq;
    }
  }
}
