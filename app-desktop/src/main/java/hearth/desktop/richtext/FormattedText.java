package hearth.desktop.richtext;

import java.util.List;
import java.util.Optional;

/// A text as it is read, and how it looks. Immutable.
///
/// @param spans what does not look plain, in order, none within another
/// @param sections the paragraphs that do not stand plainly, in order
public record FormattedText(String text, List<Span> spans, List<Section> sections) {
  public static final FormattedText EMPTY = plain("");

  public FormattedText {
    spans = List.copyOf(spans);
    sections = List.copyOf(sections);
  }

  public static FormattedText plain(String text) {
    return new FormattedText(text, List.of(), List.of());
  }

  /// Whether it is nothing but its characters.
  public boolean isPlain() {
    return spans.isEmpty() && sections.isEmpty();
  }

  /// The span that a character is in.
  Optional<Span> spanAt(int index) {
    return spans.stream().filter(span -> span.start() <= index && index < span.end()).findFirst();
  }

  /// How the character at an index looks.
  Look lookAt(int index) {
    int next = spanEndingAfter(index);
    return next < spans.size() && spans.get(next).start() <= index
        ? spans.get(next).look()
        : Look.PLAIN;
  }

  /// The index before a limit from which on characters may look otherwise than the one at an index.
  int lookEnd(int index, int limit) {
    int next = spanEndingAfter(index);
    if (next == spans.size()) {
      return limit;
    }
    Span span = spans.get(next);
    return Math.min(limit, span.start() <= index ? span.end() : span.start());
  }

  private int spanEndingAfter(int index) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).end() <= index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The section that a paragraph belongs to.
  ///
  /// @param start the paragraph's first index
  Section sectionAt(int start) {
    int low = 0;
    int high = sections.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sections.get(middle).end() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < sections.size() && sections.get(low).start() <= start
        ? sections.get(low)
        : Section.PLAIN;
  }
}
