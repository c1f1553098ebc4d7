package hearth.desktop.markdown;

import hearth.desktop.richtext.FormattedText;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads the subset of Markdown that messages may have. Holds no state; safe from any thread.
public final class Markdown {
  private static final int MOST_BLOCKS = 12;
  private static final int MOST_NESTED = 16;
  private static final int MOST_SPANS = 500;
  private static final String MARKS = "*_~`[<\\";

  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class))
          .extensions(List.of(StrikethroughExtension.builder().requireTwoTildes(true).build()))
          .customInlineContentParserFactory(new AddressParser())
          .customInlineContentParserFactory(new MentionParser())
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(MOST_BLOCKS)
          .maxInlineNesting(MOST_NESTED)
          .build();

  private Markdown() {}

  /// A text as it is read. One with more looks than anybody means is shown as it was written: each
  /// of them is measured and drawn by itself.
  ///
  /// @param names of those whom it mentions
  public static FormattedText format(String source, MentionNames names) {
    if (isPlain(source)) {
      return FormattedText.plain(source);
    }
    FormattedText read = new MarkdownWriter(source, names).write(PARSER.parse(source));
    return read.spans().size() > MOST_SPANS ? FormattedText.plain(source) : read;
  }

  /// A text without its marks.
  public static String words(String source, MentionNames names) {
    return format(source, names).text();
  }

  /// Whether a text surely has neither marks nor addresses.
  static boolean isPlain(String source) {
    boolean begin = true;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (MARKS.indexOf(c) >= 0
          || (begin && (c == '>' || c == '-' || c == '+'))
          || ((c == '.' || c == ')') && (isNumbered(source, i) || isWithinWord(source, i)))
          || (c == ':' && source.startsWith("//", i + 1))) {
        return false;
      }
      begin = c == '\n' || c == '\r' || (begin && (c == ' ' || c == '\t'));
    }
    return true;
  }

  /// Whether a point or a bracket may end the number of a list's item.
  private static boolean isNumbered(String source, int index) {
    return index > 0
        && isDigit(source.charAt(index - 1))
        && (index + 1 == source.length() || source.charAt(index + 1) <= ' ');
  }

  private static boolean isWithinWord(String source, int index) {
    return source.charAt(index) == '.'
        && index + 1 < source.length()
        && Addresses.isLatinLetterOrDigit(source.charAt(index + 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
