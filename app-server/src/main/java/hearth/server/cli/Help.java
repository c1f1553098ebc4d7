package hearth.server.cli;

import java.util.List;

/// Formats a command's help in two columns, for a terminal of 80. Confined to its caller.
final class Help {
  private static final int WIDTH = 80;
  private static final int COLUMN = 23;

  private final StringBuilder page = new StringBuilder();

  static String of(Command command) {
    Help help = new Help();
    help.page.append("Usage: ").append(command.usage()).append('\n');
    help.wrap(command.description(), 0);
    command.settings().forEach(help::add);
    help.add(Command.HELP + ", " + Command.SHORT_HELP, "Prints this help.");
    help.add(Command.VERSION + ", " + Command.SHORT_VERSION, "Prints the version.");
    command.further().forEach(further -> help.add(further.label(), further.description()));
    return help.page.toString();
  }

  private void add(Setting setting) {
    String label = setting.isFlag() ? setting.typed() : setting.typed() + "=" + setting.label();
    String suffix =
        setting.defaultValue().isEmpty() ? "." : " (default: " + setting.defaultValue() + ").";
    add(label, setting.description() + suffix);
  }

  private void add(String label, String text) {
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
