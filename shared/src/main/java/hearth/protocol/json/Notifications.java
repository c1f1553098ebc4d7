package hearth.protocol.json;

import static hearth.protocol.json.Field.required;
import static hearth.protocol.json.Ids.CHAT_ID;
import static hearth.protocol.json.Ids.USER_ID;

import hearth.protocol.Notification;
import hearth.protocol.Notification.ChatAppeared;
import hearth.protocol.Notification.ChatDeleted;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Notification.OwnSettingsChanged;
import hearth.protocol.Notification.PreferencesChanged;
import hearth.protocol.Notification.SignShown;
import hearth.protocol.Notification.UserChanged;

/// Every [Notification]; the word is the method, the object its parameters.
final class Notifications {
  static final Family<Notification> NOTIFICATIONS =
      new Family<Notification>()
          .with(
              "entryAppended",
              EntryAppended.class,
              RecordType.of(
                  required("entry", Values.ENTRY, EntryAppended::entry), EntryAppended::new))
          .with(
              "chatAppeared",
              ChatAppeared.class,
              RecordType.of(
                  required("chat", Values.CHAT_OVERVIEW, ChatAppeared::chat), ChatAppeared::new))
          .with(
              "chatDeleted",
              ChatDeleted.class,
              RecordType.of(required("chat", CHAT_ID, ChatDeleted::chat), ChatDeleted::new))
          .with(
              "userChanged",
              UserChanged.class,
              RecordType.of(required("user", Values.USER, UserChanged::user), UserChanged::new))
          .with(
              "markerMoved",
              MarkerMoved.class,
              RecordType.of(
                  required("chat", CHAT_ID, MarkerMoved::chat),
                  required("marker", Values.MARKER, MarkerMoved::marker),
                  MarkerMoved::new))
          .with(
              "preferencesChanged",
              PreferencesChanged.class,
              RecordType.of(
                  required("chat", CHAT_ID, PreferencesChanged::chat),
                  required("preferences", Values.PREFERENCES, PreferencesChanged::preferences),
                  PreferencesChanged::new))
          .with(
              "ownSettingsChanged",
              OwnSettingsChanged.class,
              RecordType.of(
                  required("settings", Values.OWN_SETTINGS, OwnSettingsChanged::settings),
                  OwnSettingsChanged::new))
          .with(
              "signShown",
              SignShown.class,
              RecordType.of(
                  required("chat", CHAT_ID, SignShown::chat),
                  required("user", USER_ID, SignShown::user),
                  required("sign", Values.SIGN, SignShown::sign),
                  SignShown::new));

  private Notifications() {}
}
