package hearth.server.bench;

/// Who connects.
///
/// @param members how many people
/// @param connections how many devices they have together, at least one each
/// @param chats into how many chats of equal size the people are put; 1 is the lobby
/// @param senders how many of the connections post
record CrowdPlan(int members, int connections, int chats, int senders) {
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
