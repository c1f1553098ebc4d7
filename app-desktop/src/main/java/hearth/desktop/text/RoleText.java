package hearth.desktop.text;

import hearth.protocol.Permission;
import hearth.protocol.Role;

/// Roles and rules of a chat in words. Holds no state.
public final class RoleText {
  private RoleText() {}

  /// What somebody is; empty for a plain member.
  public static String of(Role role) {
    return switch (role) {
      case OWNER -> Messages.get("member.owner");
      case ADMIN -> Messages.get("member.admin");
      case READER -> Messages.get("member.reader");
      case MEMBER, UNKNOWN -> "";
    };
  }

  /// Who has this role or a higher one.
  public static String who(Role lowest) {
    return switch (lowest) {
      case OWNER -> Messages.get("who.owner");
      case ADMIN -> Messages.get("who.admins");
      case READER, MEMBER, UNKNOWN -> Messages.get("who.members");
    };
  }

  /// What a rule is about.
  public static String of(Permission permission) {
    return switch (permission) {
      case POST -> Messages.get("permission.post");
      case PIN -> Messages.get("permission.pin");
      case ADD -> Messages.get("permission.add");
      case MENTION_ALL -> Messages.get("permission.mention-all");
      case UNKNOWN -> Messages.get("notice.newer");
    };
  }
}
