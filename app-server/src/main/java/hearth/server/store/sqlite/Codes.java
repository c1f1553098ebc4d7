package hearth.server.store.sqlite;

import hearth.protocol.Chat;
import hearth.protocol.SendId;
import java.nio.ByteBuffer;
import java.util.UUID;

/// How values are encoded in the file. A number never changes its meaning. Holds no state.
final class Codes {
  /// An entry's kinds.
  static final int POST = 1;

  static final int MEMBERS_ADDED = 2;

  static final int SLOW_MODE_SET = 3;

  private Codes() {}

  static int of(Chat.Kind kind) {
    return switch (kind) {
      case LOBBY -> 1;
      case DIRECT -> 2;
      case GROUP -> 3;
    };
  }

  static Chat.Kind chatKind(int code) {
    return switch (code) {
      case 1 -> Chat.Kind.LOBBY;
      case 2 -> Chat.Kind.DIRECT;
      case 3 -> Chat.Kind.GROUP;
      default -> throw new IllegalStateException("no chat has the kind " + code);
    };
  }

  static byte[] of(SendId id) {
    UUID value = id.value();
    return ByteBuffer.allocate(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .array();
  }

  static SendId sendId(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    return new SendId(new UUID(bytes.getLong(), bytes.getLong()));
  }
}
