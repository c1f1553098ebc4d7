package hearth.server.cli;

import java.util.List;

/// Formats a command's help in two columns, for a terminal of 80. Confined to its caller.
final class Help {
  private static final int WIDTH = 80;
  private static final int COLUMN = 23;

  private final StringBuilder page = new StringBuilder();

  /// Begins with the form of the command line and what the command is for.
  Help(String usage, String description) {
    page.append("Usage: ").append(usage).append('\n');
    wrap(description, 0);
  }

  String text() {
    return page.toString();
  }

  void add(Setting setting) {
    String label = setting.isFlag() ? setting.typed() : setting.typed() + "=" + setting.label();
    String suffix =
        setting.defaultValue().isEmpty() ? "." : " (default: " + setting.defaultValue() + ").";
    add(label, setting.description() + suffix);
  }

  void add(String label, String text) {
    page.append("  ").append(label);
    int room = COLUMN - label.length() - 2;
    page.append(room > 0 ? " ".repeat(room) : "\n" + " ".repeat(COLUMN));
    wrap(text, COLUMN);
  }

  /// Continues at the current column, and starts further lines there.
  private void wrap(String text, int column) {
    int at = column;
    for (String word : List.of(text.split(" "))) {
      if (at + 1 + word.length() >= WIDTH) {
        page.append('\n').append(" ".repeat(column));
        at = column;
      }
      if (at > column) {
        page.append(' ');
        at++;
      }
      page.append(word);
      at += word.length();
    }
    page.append('\n');
  }
}
