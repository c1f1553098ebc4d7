package hearth.server.bench;

import hearth.protocol.Limits;

/// Who connects.
///
/// @param members how many people
/// @param connections how many devices they have together, at least one each
/// @param chats into how many chats of equal size the people are put; 1 is the lobby
/// @param senders how many of the connections post, at least one in each chat
/// @param tls whether the connections are encrypted
/// @param disturbed whether there are also a reader that never reads and one who sends garbage
public record CrowdPlan(
    int members, int connections, int chats, int senders, boolean tls, boolean disturbed) {
  /// Checks that there can be such a crowd.
  ///
  /// @throws IllegalArgumentException with a sentence for the person who asks for it
  public CrowdPlan {
    Fit.check(members > 0, "There must be at least one member.");
    Fit.check(connections >= members, "There must be a connection for each member.");
    Fit.check(chats > 0 && chats <= members, "There must be a chat, and a member for each.");
    Fit.check(senders >= chats, "There must be a sender in each chat.");
    Fit.check(senders <= connections, "There cannot be more senders than connections.");
    int most = Limits.MEMBERS + 1;
    Fit.check(
        chats == 1 || Math.ceilDiv(members, chats) <= most,
        "A group has at most " + most + " members.");
  }

  /// How many people are in the largest chat.
  int largestChat() {
    return Math.ceilDiv(members, chats);
  }

  /// Which person's a connection is, both counted from 0.
  int person(int connection) {
    return connection % members;
  }

  /// Which chat a connection's person is in, counted from 0.
  int chat(int connection) {
    return person(connection) % chats;
  }
}
