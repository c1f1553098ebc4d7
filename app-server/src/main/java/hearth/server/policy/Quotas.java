package hearth.server.policy;

/// How much of a server may be taken, by one person, from one network, and in all. What is there
/// already stays when a quota is lower; only no more is made.
///
/// @param chatsOfPerson chats that one person has made and that still exist; those that others made
///   with the person do not count, so nobody can use up another's
/// @param chats chats on the server
/// @param memberships members of all chats together: what an overview grows with
/// @param people people on the server
/// @param joinsOfNetwork people who join from one network on one day (UTC)
public record Quotas(
    int chatsOfPerson, int chats, int memberships, int people, int joinsOfNetwork) {
  /// Nothing is limited: for tests and load tests.
  public static final Quotas NONE =
      new Quotas(
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE);

  /// Suits an organisation on one network. Within them every client can hold all that one person
  /// sees: 10,000 chats, and a million members and markers.
  public static final Quotas DEFAULT = new Quotas(300, 10_000, 200_000, 5_000, 300);

  public Quotas {
    if (chatsOfPerson < 0 || chats < 0 || memberships < 0 || people < 0 || joinsOfNetwork < 0) {
      throw new IllegalArgumentException("a quota is not negative");
    }
  }

  /// The same without a limit of people per network and day.
  public Quotas withAnyJoins() {
    return new Quotas(chatsOfPerson, chats, memberships, people, Integer.MAX_VALUE);
  }
}
