package hearth.desktop.markdown;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/// Takes addresses with a scheme out of a text before their characters are taken for marks, as in
/// `https://example.org/__init__.py`. Holds no state.
final class AddressParser implements InlineContentParser, InlineContentParserFactory {
  /// So many characters tell whether an address begins.
  private static final int BEGINNING = 4;

  @Override
  public Set<Character> getTriggerCharacters() {
    return Set.of('h', 'H', 'w', 'W');
  }

  @Override
  public InlineContentParser create() {
    return this;
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    if (Addresses.isLatinLetterOrDigit(scanner.peekPreviousCodePoint())) {
      return ParsedInline.none();
    }
    Position start = scanner.position();
    StringBuilder word = new StringBuilder();
    while (word.length() < Addresses.LONGEST && scanner.peek() > ' ' && mayBegin(word)) {
      word.append(scanner.peek());
      scanner.next();
    }
    int end = Addresses.end(word.toString(), 0);
    if (end < 0) {
      return ParsedInline.none();
    }
    scanner.setPosition(start);
    for (int i = 0; i < end; i++) {
      scanner.next();
    }
    return ParsedInline.of(new Address(), scanner.position());
  }

  private static boolean mayBegin(CharSequence word) {
    int length = word.length();
    return length != BEGINNING || Addresses.mayBegin(word.toString());
  }

  /// An address; what was written is its text.
  static final class Address extends CustomNode {}
}
