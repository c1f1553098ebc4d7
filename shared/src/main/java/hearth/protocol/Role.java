package hearth.protocol;

/// What a member may do in one chat, in rising order.
public enum Role {
  /// Reads and reacts.
  READER,
  MEMBER,
  /// Sets the chat's rules, and takes care of its members.
  ADMIN,
  /// The one who can do all there; the maker of a group, and the host in the lobby.
  OWNER,
  /// A role of a newer version; may do no less than a member.
  UNKNOWN;

  /// Whether this role may do what another may.
  public boolean atLeast(Role other) {
    Role meant = this == UNKNOWN ? MEMBER : this;
    return meant.compareTo(other) >= 0;
  }
}
