package hearth.protocol;

import java.util.List;

/// All that a client needs to draw its first screen: where it is, who it is, who else is there, and
/// its chats.
public record Overview(ServerInfo server, UserId me, List<User> people, List<ChatOverview> chats) {
  public Overview {
    people = List.copyOf(people);
    chats = List.copyOf(chats);
  }
}
