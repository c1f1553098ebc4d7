package hearth.desktop.markdown;

import hearth.desktop.richtext.FormattedText;
import hearth.desktop.richtext.Look;
import hearth.protocol.Mentions;
import hearth.protocol.UserId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Writes what a parsed text shows. Characters are always taken from the source, so that nothing is
/// interpreted but the marks of the subset, and lines and blanks stay as they were written. For one
/// text; confined to one thread.
final class MarkdownWriter {
  /// What a backslash before it keeps from being a mark.
  private static final String ESCAPED = "*_~`[]<>";

  private static final String BULLET = "• ";
  private static final Look CODE = Look.PLAIN.code();

  /// What may stand behind a fence and is not shown; anything else belongs to the code.
  private static final Pattern LANGUAGE = Pattern.compile("[\\p{Alnum}+#._-]{0,20}");

  private final String source;
  private final MentionNames names;
  private final FormattedTextBuilder out = new FormattedTextBuilder();
  private Place place = Place.TOP;

  /// The line of the source that was written last; -1 before the first.
  private int line = -1;

  /// The index of the source up to which the present paragraph was written.
  private int at;

  /// The marks of items that nothing stands behind yet.
  private String marker = "";

  private int markerLine;

  MarkdownWriter(String source, MentionNames names) {
    this.source = source;
    this.names = names;
  }

  FormattedText write(Node document) {
    blocks(document);
    return out.build();
  }

  private void blocks(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node);
    }
  }

  private void block(Node node) {
    Place around = place;
    switch (node) {
      case BlockQuote quote -> {
        place = new Place(around.quotes() + 1, around.steps());
        blocks(quote);
      }
      case ListBlock list -> {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
          item(item, around);
        }
      }
      case FencedCodeBlock code -> code(code);
      case Paragraph paragraph -> {
        begin(paragraph);
        inlines(paragraph, Look.PLAIN);
      }
      default -> {
        begin(node);
        literal(node, Look.PLAIN);
      }
    }
    if (!(node instanceof ListBlock || node instanceof BlockQuote)) {
      line = lastLine(node);
    }
    place = around;
  }

  private void item(Node item, Place around) {
    SourceSpan first = item.getSourceSpans().getFirst();
    if (marker.isEmpty()) {
      markerLine = first.getLineIndex();
    }
    marker += marker(first.getInputIndex());
    place = new Place(around.quotes(), around.steps() + 1);
    blocks(item);
    if (!marker.isEmpty()) {
      begin(markerLine);
      line = markerLine;
    }
    place = around;
  }

  private String marker(int index) {
    int start = blanksEnd(index);
    int end = start;
    while (isDigit(end)) {
      end++;
    }
    return end == start ? BULLET : source.substring(start, end + 1) + " ";
  }

  private void begin(Node node) {
    SourceSpan first = node.getSourceSpans().getFirst();
    at = first.getInputIndex();
    begin(first.getLineIndex());
    indent(at - first.getColumnIndex());
  }

  /// Begins a paragraph on a line of the source, behind the marks of the items that it begins.
  private void begin(int from) {
    out.breaks(line < 0 ? 0 : Math.max(1, from - line));
    int outside = marker.isEmpty() ? place.steps() : place.steps() - 1;
    out.section(place.quotes(), Math.max(0, outside), marker.length(), false);
    out.append(marker, Look.PLAIN);
    marker = "";
  }

  /// Blanks at the start of a line are shown, unless they place it within a quote or a list.
  private void indent(int lineStart) {
    if (place.equals(Place.TOP)) {
      out.append(source.substring(lineStart, blanksEnd(lineStart)), Look.PLAIN);
    }
  }

  private int blanksEnd(int start) {
    int end = start;
    while (end < source.length() && (source.charAt(end) == ' ' || source.charAt(end) == '\t')) {
      end++;
    }
    return end;
  }

  private boolean isDigit(int index) {
    return index >= 0
        && index < source.length()
        && source.charAt(index) >= '0'
        && source.charAt(index) <= '9';
  }

  private void code(FencedCodeBlock block) {
    if (!marker.isEmpty()) {
      begin(markerLine);
      line = markerLine;
    }
    out.breaks(line < 0 ? 0 : 1);
    out.section(place.quotes(), place.steps(), 0, true);
    String info = block.getInfo() == null ? "" : block.getInfo();
    String literal = named(block.getLiteral());
    boolean named = LANGUAGE.matcher(info).matches() && !literal.isEmpty();
    String all = named ? literal : info + "\n" + literal;
    out.append(all.substring(0, all.endsWith("\n") ? all.length() - 1 : all.length()), CODE);
  }

  private void inlines(Node parent, Look look) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      inline(node, look);
    }
  }

  private void inline(Node node, Look look) {
    switch (node) {
      case Text text -> text(text, look);
      case Code code -> {
        out.append(named(code.getLiteral()), look.code());
        at = end(code);
      }
      case SoftLineBreak _ -> lineBreak();
      case HardLineBreak _ -> lineBreak();
      case Emphasis emphasis -> emphasis(emphasis, look);
      case StrongEmphasis emphasis -> inlines(emphasis, look.strong());
      case Strikethrough strike -> inlines(strike, look.withStrike());
      case Link link -> link(link, look);
      case AddressParser.Address address -> address(address, look);
      case MentionParser.Mention mention -> mention(mention, look);
      default -> literal(node, look);
    }
  }

  /// Stars between digits are signs of a product.
  private void emphasis(Emphasis emphasis, Look look) {
    if (isDigit(emphasis.getSourceSpans().getFirst().getInputIndex() - 1)
        && isDigit(end(emphasis))) {
      out.append("*", look);
      inlines(emphasis, look);
      out.append("*", look);
    } else {
      inlines(emphasis, look.slanted());
    }
  }

  private void text(Node node, Look look) {
    for (SourceSpan span : node.getSourceSpans()) {
      int end = span.getInputIndex() + span.getLength();
      words(unescaped(source.substring(span.getInputIndex(), end)), look);
      at = end;
    }
  }

  private static String unescaped(String written) {
    if (written.indexOf('\\') < 0) {
      return written;
    }
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      boolean mark = i + 1 < written.length() && ESCAPED.indexOf(written.charAt(i + 1)) >= 0;
      if (c == '\\' && i + 1 < written.length() && written.charAt(i + 1) == '\\') {
        shown.append("\\\\");
        i++;
      } else if (c != '\\' || !mark) {
        shown.append(c);
      } else {
        shown.append(written.charAt(++i));
      }
    }
    return shown.toString();
  }

  /// Appends words, of which bare addresses are links.
  private void words(String words, Look look) {
    int from = 0;
    if (look.link() == null) {
      Optional<Addresses.Found> found = Addresses.bare(words, 0);
      while (found.isPresent()) {
        Addresses.Found here = found.get();
        out.append(words.substring(from, here.start()), look);
        out.append(words.substring(here.start(), here.end()), linked(look, here.target()));
        from = here.end();
        found = Addresses.bare(words, from);
      }
    }
    out.append(words.substring(from), look);
  }

  private static Look linked(Look look, String target) {
    return LinkTarget.of(target).map(to -> look.leadingTo(to.address())).orElse(look);
  }

  private void address(Node node, Look look) {
    String written = written(node);
    out.append(written, look.link() == null ? linked(look, Addresses.target(written)) : look);
    at = end(node);
  }

  private void mention(MentionParser.Mention mention, Look look) {
    UserId user = mention.user;
    Look named = look.strong();
    out.append(
        names.of(user),
        user != null && look.link() == null ? named.leadingTo(MentionLink.to(user)) : named);
    at = end(mention);
  }

  /// In code a mention is no link, but has its name.
  private String named(String code) {
    StringBuilder shown = new StringBuilder();
    int[] from = {0};
    Mentions.visit(
        code,
        (place, user) -> {
          shown.append(code, from[0], place.start()).append(names.of(user));
          from[0] = place.end();
        });
    return shown.append(code, from[0], code.length()).toString();
  }

  /// A link whose target may be opened, and of which something is seen. All others, and those with
  /// a title, are shown as they were written.
  private void link(Link link, Look look) {
    String written = written(link);
    Optional<LinkTarget> target = LinkTarget.of(link.getDestination());
    boolean inline = written.endsWith(")") || written.startsWith("<");
    if (look.link() != null || target.isEmpty() || !inline || link.getTitle() != null) {
      literal(link, look);
      return;
    }
    int before = out.length();
    if (written.startsWith("<")) {
      out.append(written.substring(1, written.length() - 1), linked(look, link.getDestination()));
    } else {
      inlines(link, look.leadingTo(target.get().address()));
    }
    if (out.isBlankFrom(before)) {
      out.cut(before);
      literal(link, look);
    }
    at = end(link);
  }

  /// A break of the source, and the blanks at the start of the line behind it.
  private void lineBreak() {
    int end = at;
    while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
      end++;
    }
    if (source.substring(at, end).strip().equals("\\")) {
      out.append("\\", Look.PLAIN);
    }
    out.append("\n", Look.PLAIN);
    at = end + (source.startsWith("\r\n", end) ? 2 : 1);
    indent(at);
  }

  private void literal(Node node, Look look) {
    out.append(written(node), look);
    at = end(node);
  }

  /// The characters of the source that make a node; breaks stand for what is between its lines.
  private String written(Node node) {
    List<String> lines =
        node.getSourceSpans().stream()
            .map(
                span ->
                    source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()))
            .toList();
    return String.join("\n", lines);
  }

  private static int end(Node node) {
    SourceSpan last = node.getSourceSpans().getLast();
    return last.getInputIndex() + last.getLength();
  }

  private static int lastLine(Node node) {
    return node.getSourceSpans().getLast().getLineIndex();
  }

  /// Within how many quotes and lists a paragraph is.
  private record Place(int quotes, int steps) {
    static final Place TOP = new Place(0, 0);
  }
}
