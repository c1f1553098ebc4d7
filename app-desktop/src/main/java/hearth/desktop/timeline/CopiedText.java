package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Messages;

/// How messages are copied: a line for each, with its author and time.
final class CopiedText {
  private CopiedText() {}

  /// The line of a message.
  ///
  /// @param words what of it is copied
  static String line(TimelineViewModel model, TimelineRow row, String words) {
    DisplayText display = model.display();
    return Messages.get(
        "copied.message", display.times().moment(row.at()), display.name(model.author(row)), words);
  }
}
