package hearth.desktop.markdown;

import hearth.desktop.richtext.FormattedText;
import hearth.desktop.richtext.Look;
import hearth.desktop.richtext.Section;
import hearth.desktop.richtext.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects a text with its spans and sections. Confined to one thread.
final class FormattedTextBuilder {
  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private @Nullable Section open;
  private int breaks;

  int length() {
    return text.length();
  }

  /// Says how many breaks are before the section that begins next.
  void breaks(int count) {
    breaks = count;
  }

  /// Begins a section, unless the present one goes on.
  void section(int quotes, int steps, int hang, boolean code) {
    Section now = open;
    boolean on =
        now != null
            && hang == 0
            && !code
            && !now.code()
            && now.quotes() == quotes
            && now.steps() + (now.hang() > 0 ? 1 : 0) == steps;
    if (!on) {
      end();
    }
    boolean beside = code || (now != null && now.code());
    text.repeat("\n", beside ? Math.min(1, breaks) : breaks);
    breaks = 0;
    if (!on) {
      open = new Section(text.length(), 0, quotes, steps, hang, code);
    }
  }

  private void end() {
    Section now = open;
    if (now == null) {
      return;
    }
    open = null;
    if (now.code() || now.quotes() + now.steps() + now.hang() > 0) {
      sections.add(
          new Section(
              now.start(), text.length(), now.quotes(), now.steps(), now.hang(), now.code()));
    }
  }

  void append(String added, Look look) {
    if (added.isEmpty()) {
      return;
    }
    int start = text.length();
    text.append(added);
    if (look.equals(Look.PLAIN)) {
      return;
    }
    Span last = spans.isEmpty() ? null : spans.getLast();
    if (last != null && last.end() == start && last.look().equals(look)) {
      spans.set(spans.size() - 1, new Span(last.start(), text.length(), look));
    } else {
      spans.add(new Span(start, text.length(), look));
    }
  }

  /// Whether nothing can be seen of what was appended since.
  boolean isBlankFrom(int start) {
    return text.substring(start).codePoints().allMatch(FormattedTextBuilder::isUnseen);
  }

  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT,
          Character.CONTROL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.UNASSIGNED ->
          true;
      default -> c == 0x2800 || c == 0x3164 || c == 0x115F || c == 0x1160;
    };
  }

  /// Takes back what was appended since.
  void cut(int start) {
    text.setLength(start);
    spans.removeIf(span -> span.start() >= start);
    Span last = spans.isEmpty() ? null : spans.getLast();
    if (last != null && last.end() > start) {
      spans.set(spans.size() - 1, new Span(last.start(), start, last.look()));
    }
  }

  FormattedText build() {
    end();
    return new FormattedText(text.toString(), spans, sections);
  }
}
