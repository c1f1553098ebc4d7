package hearth.desktop.markdown;

import hearth.protocol.UserId;
import java.util.Optional;

/// Where a press on a mention leads: to the person. Holds no state.
public final class MentionLink {
  private static final String SCHEME = "hearth-person:";

  private MentionLink() {}

  static String to(UserId user) {
    return SCHEME + user.value();
  }

  /// The person that a link leads to; empty for any other link.
  public static Optional<UserId> person(String link) {
    return link.startsWith(SCHEME)
        ? Optional.of(new UserId(Long.parseLong(link.substring(SCHEME.length()))))
        : Optional.empty();
  }
}
