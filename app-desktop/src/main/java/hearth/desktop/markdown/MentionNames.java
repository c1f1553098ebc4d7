package hearth.desktop.markdown;

import hearth.protocol.UserId;
import org.jspecify.annotations.Nullable;

/// What stands in a text for those whom it mentions.
@FunctionalInterface
public interface MentionNames {
  /// As `@Mira`.
  ///
  /// @param user null for everybody in the chat
  String of(@Nullable UserId user);
}
