package hearth.desktop.timeline;

import hearth.desktop.markdown.LinkTarget;

/// A link in a message.
///
/// @param shown its words
/// @param target what is opened, with its scheme
record MessageLink(String shown, String target) {
  /// Whether a person may expect another address behind the words.
  boolean isMisleading() {
    return LinkTarget.of(target).filter(to -> to.isHiddenBehind(shown)).isPresent();
  }
}
