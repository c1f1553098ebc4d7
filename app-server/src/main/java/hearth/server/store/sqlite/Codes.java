package hearth.server.store.sqlite;

import hearth.protocol.Chat;
import hearth.protocol.Role;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How values are encoded in the file. A number never changes its meaning. Holds no state.
final class Codes {
  /// An entry's kinds. 2 and 3 were members added and a slow mode set, until schema 3.
  static final int POST = 1;

  /// An action that makes a row of its own, as JSON.
  static final int STANDS_ALONE = 4;

  /// An action that changes another row, as JSON.
  static final int TARGETED = 5;

  /// A message that was deleted.
  static final int ERASED_POST = 6;

  /// The kind of a chat that was deleted.
  static final int DELETED_CHAT = 9;

  private Codes() {}

  static int of(Chat.Kind kind) {
    return switch (kind) {
      case LOBBY -> 1;
      case DIRECT -> 2;
      case GROUP -> 3;
      case CHANNEL -> 4;
      case MASKED -> 5;
      case UNKNOWN -> throw new IllegalArgumentException("a server makes no chat of unknown kind");
    };
  }

  static Chat.Kind chatKind(int code) {
    return switch (code) {
      case 1 -> Chat.Kind.LOBBY;
      case 2 -> Chat.Kind.DIRECT;
      case 3 -> Chat.Kind.GROUP;
      case 4 -> Chat.Kind.CHANNEL;
      case 5 -> Chat.Kind.MASKED;
      default -> throw new IllegalStateException("no chat has the kind " + code);
    };
  }

  static int of(Role role) {
    return switch (role) {
      case MEMBER -> 0;
      case OWNER -> 1;
      case ADMIN -> 2;
      case READER -> 3;
      case UNKNOWN -> throw new IllegalArgumentException("a server gives no unknown role");
    };
  }

  static Role role(int code) {
    return switch (code) {
      case 0 -> Role.MEMBER;
      case 1 -> Role.OWNER;
      case 2 -> Role.ADMIN;
      case 3 -> Role.READER;
      default -> throw new IllegalStateException("no member has the role " + code);
    };
  }

  static byte @Nullable [] of(@Nullable SendId id) {
    if (id == null) {
      return null;
    }
    UUID value = id.value();
    return ByteBuffer.allocate(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .array();
  }

  /// Ids as a JSON array, which SQL reads with `json_each`: one statement takes any number of them.
  static String list(Collection<UserId> users) {
    return users.stream()
        .map(user -> Long.toString(user.value()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  static SendId sendId(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    return new SendId(new UUID(bytes.getLong(), bytes.getLong()));
  }
}
