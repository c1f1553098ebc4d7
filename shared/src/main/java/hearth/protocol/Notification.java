package hearth.protocol;

/// What a server tells unasked, one record per method.
public sealed interface Notification {

  /// An entry was committed to a chat's log. The one event of the log: it is given again by
  /// catch-up. All other notifications are ephemeral and are not repeated.
  record EntryAppended(Entry entry) implements Notification {}

  /// A chat was made that the receiver is in, or the receiver came into it.
  record ChatAppeared(ChatOverview chat) implements Notification {}

  /// A chat that the receiver was in was deleted, with everything in it.
  record ChatDeleted(ChatId chat) implements Notification {}

  /// Somebody is new on the server, came, went, left the device alone, or was removed.
  record UserChanged(User user) implements Notification {}

  /// A member's marker moved forward.
  record MarkerMoved(ChatId chat, Marker marker) implements Notification {}

  /// The receiver has set something for themselves in a chat, on this device or another.
  record PreferencesChanged(ChatId chat, Preferences preferences) implements Notification {}

  /// The receiver has set something for themselves in no chat, on this device or another.
  record OwnSettingsChanged(OwnSettings settings) implements Notification {}

  /// A member shows a sign; it lasts for [Sign#millis].
  record SignShown(ChatId chat, UserId user, Sign sign) implements Notification {}
}
