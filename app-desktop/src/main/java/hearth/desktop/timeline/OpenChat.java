package hearth.desktop.timeline;

import hearth.protocol.ChatId;

/// What a timeline keeps of the chat that it shows, as long as it does. Confined to the FX thread.
record OpenChat(ChatId id, Receipts receipts, UnreadRows unread, Seeks seeks, Pages pages) {
  /// Whether the rows follow the chat's end, so that what is new appears in them.
  boolean reachesEnd() {
    return pages.reach().last();
  }
}
