package hearth.protocol;

import java.util.List;

/// Who is who in a chat in which everybody is there under an alias.
///
/// @param as who the receiver is there
/// @param aliases everybody who is there, or was
public record Mask(UserId as, List<User> aliases) {
  public Mask {
    aliases = List.copyOf(aliases);
  }
}
