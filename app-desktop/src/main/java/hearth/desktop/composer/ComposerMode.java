package hearth.desktop.composer;

import hearth.client.model.TimelineRow;

/// What becomes of a text that is written.
public sealed interface ComposerMode {
  /// A new message.
  record Writing() implements ComposerMode {}

  /// A new message that replies to another.
  record Replying(TimelineRow.Committed to) implements ComposerMode {}

  /// The new text of a message.
  ///
  /// @param before its text until now
  /// @param draft what was being written meanwhile
  record Editing(TimelineRow.Committed message, String before, String draft)
      implements ComposerMode {}

  /// The seq of the message that this is about; 0 for none.
  default long seq() {
    return switch (this) {
      case Writing() -> 0;
      case Replying(TimelineRow.Committed to) -> to.seq();
      case Editing editing -> editing.message().seq();
    };
  }
}
