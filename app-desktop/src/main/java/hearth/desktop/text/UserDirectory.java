package hearth.desktop.text;

import hearth.protocol.ChatId;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The people on one server, as far as this device knows them. Confined to the FX thread.
public interface UserDirectory {
  /// This person; null until the server has said so.
  @Nullable UserId me();

  /// Whether somebody is this person, under whatever alias.
  default boolean isMe(UserId id) {
    return id.equals(me());
  }

  /// Who this person is in a chat; null until the server has said so.
  default @Nullable UserId me(ChatId chat) {
    return me();
  }

  Optional<User> person(UserId id);

  /// Whether the server is connected, so that presence is known.
  boolean isOnline();
}
