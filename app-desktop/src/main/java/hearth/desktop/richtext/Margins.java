package hearth.desktop.richtext;

/// What is kept free beside and between the lines of quotes, lists and code. For one layout;
/// confined to one thread.
final class Margins {
  /// From one quote, or one step of a list, to what is within it.
  static final double STEP = 16;

  /// Between the sides of a block of code and its letters.
  static final double CODE_SIDE = 7;

  /// The same at its end, where a button has room.
  static final double CODE_END = 36;

  /// The same above and below.
  static final double CODE_PAD = 7;

  private static final double BETWEEN = 5;
  private static final double BELOW_LAST = 4;
  private static final double LEAST = 2.0 / 3;

  private final double width;
  private Section section = Section.PLAIN;
  private int paragraph;
  private double hang;
  private boolean first = true;
  private boolean below;

  /// The margins within a width.
  Margins(double width) {
    this.width = width;
  }

  /// Begins a paragraph.
  void begin(Section now, int start, Paragraph shaped) {
    boolean other = !now.equals(section);
    if (other || first) {
      below = section.code();
      hang = now.hang() == 0 ? 0 : shaped.x(start + now.hang());
    }
    section = now;
    paragraph = start;
  }

  private double indent(int lineStart) {
    double sides = (section.quotes() + section.steps()) * STEP;
    boolean begins = lineStart == paragraph && paragraph == section.start();
    double wanted = sides + (section.code() ? CODE_SIDE : begins ? 0 : hang);
    return Math.min(wanted, width * (1 - LEAST));
  }

  private double outdent() {
    return section.code() ? Math.min(CODE_END, width * (1 - LEAST) / 2) : 0;
  }

  /// How wide the letters of a line may be.
  double room(int lineStart) {
    return Math.max(0, width - indent(lineStart) - outdent());
  }

  /// How a line that begins at an index stands.
  Line.Setting setting(int lineStart) {
    boolean begins = section.code() && lineStart == section.start();
    double above = 0;
    if (begins) {
      above = CODE_PAD + (first ? 0 : BETWEEN);
    }
    if (below) {
      above += CODE_PAD + BETWEEN;
    }
    below = false;
    first = false;
    double under = section.code() ? CODE_PAD + BELOW_LAST : 0;
    return new Line.Setting(section, indent(lineStart), outdent(), above, under);
  }
}
