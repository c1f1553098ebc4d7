package hearth.server.store;

import hearth.protocol.ChatOverview;
import hearth.protocol.UserId;
import java.util.Map;

/// A chat as each of those people sees it who have come into it.
///
/// @param of by person, never by alias; an overview that many see is one object
public record Views(Map<UserId, ChatOverview> of) {
  /// Nobody has come in.
  public static final Views NONE = new Views(Map.of());

  public Views {
    of = Map.copyOf(of);
  }

  public boolean isEmpty() {
    return of.isEmpty();
  }
}
