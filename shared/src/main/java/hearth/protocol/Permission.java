package hearth.protocol;

/// What a chat's rules give to a role and those above it.
public enum Permission {
  /// Writing messages.
  POST(Role.MEMBER),
  /// Pinning messages.
  PIN(Role.ADMIN),
  /// Adding people.
  ADD(Role.ADMIN),
  /// Mentioning everybody at once.
  MENTION_ALL(Role.MEMBER),
  /// A permission of a newer version.
  UNKNOWN(Role.OWNER);

  private final Role usually;

  Permission(Role usually) {
    this.usually = usually;
  }

  /// Who has it where the chat's rules say nothing.
  public Role usually() {
    return usually;
  }
}
