package hearth.client.store;

import hearth.client.LocalStore.StoreException;
import hearth.protocol.ChatOverview;
import hearth.protocol.Codec;
import hearth.protocol.CodecException;
import hearth.protocol.Event;
import hearth.protocol.Frame;
import hearth.protocol.User;

/// Values kept as the text of the event that would tell them, so that [Codec] stays the one place
/// that knows their form.
final class Frames {
  private Frames() {}

  static String of(User user) {
    return of(new Event.UserJoined(user));
  }

  static String of(ChatOverview chat) {
    return of(new Event.ChatAppeared(chat));
  }

  static String of(Event event) {
    return Codec.encode(new Frame.Notice(event));
  }

  static User user(String text) {
    return ((Event.UserJoined) event(text)).user();
  }

  static ChatOverview chat(String text) {
    return ((Event.ChatAppeared) event(text)).chat();
  }

  static Event.Logged entry(String text) {
    return (Event.Logged) event(text);
  }

  private static Event event(String text) {
    try {
      if (Codec.decode(text) instanceof Frame.Notice(Event event)) {
        return event;
      }
      throw new IllegalStateException("the local store holds a frame that is not an event");
    } catch (CodecException broken) {
      throw new StoreException("the local store holds a broken row", broken);
    }
  }
}
