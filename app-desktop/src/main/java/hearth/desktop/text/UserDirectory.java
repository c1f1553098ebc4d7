package hearth.desktop.text;

import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The people on one server, as far as this device knows them. Confined to the FX thread.
public interface UserDirectory {
  /// This person; null until the server has said so.
  @Nullable UserId me();

  Optional<User> person(UserId id);

  /// Whether the server is connected, so that presence is known.
  boolean isOnline();
}
