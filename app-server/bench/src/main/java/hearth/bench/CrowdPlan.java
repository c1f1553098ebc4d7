package hearth.bench;

import hearth.protocol.Limits;

/// Who connects.
///
/// @param members how many people
/// @param connections how many devices they have in total, at least one each
/// @param chats how many chats of equal size the people are split into; 1 is the lobby
/// @param senders how many of the connections post, at least one in each chat
/// @param tls whether the connections are encrypted
/// @param disturbed whether there are also [AbusiveClients]
record CrowdPlan(
    int members, int connections, int chats, int senders, boolean tls, boolean disturbed) {
  /// Checks that such a crowd is possible.
  ///
  /// @throws IllegalArgumentException with a sentence for the person who asked for it
  CrowdPlan {
    Preconditions.check(members > 0, "There must be at least one member.");
    Preconditions.check(
        connections >= members, "There must be at least one connection per member.");
    Preconditions.check(
        chats > 0 && chats <= members,
        "There must be at least one chat, and at least one member per chat.");
    Preconditions.check(senders >= chats, "There must be at least one sender per chat.");
    Preconditions.check(senders <= connections, "There cannot be more senders than connections.");
    int most = Limits.GROUP;
    Preconditions.check(
        chats == 1 || Math.ceilDiv(members, chats) <= most,
        "A group has at most " + most + " members.");
  }

  /// How many people are in the largest chat.
  int largestChat() {
    return Math.ceilDiv(members, chats);
  }

  /// Whose connection it is, both counted from 0.
  int person(int connection) {
    return connection % members;
  }

  /// Which chat a connection's person is in, counted from 0.
  int chat(int connection) {
    return person(connection) % chats;
  }
}
