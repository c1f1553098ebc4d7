package hearth.protocol;

/// What a member may do in one chat.
public enum Role {
  MEMBER,
  /// Sets the chat's rules; the maker of a group, and the host in the lobby.
  OWNER,
  /// A role of a newer version; may do no less than a member.
  UNKNOWN
}
