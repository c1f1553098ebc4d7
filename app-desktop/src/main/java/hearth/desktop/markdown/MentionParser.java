package hearth.desktop.markdown;

import hearth.protocol.Mentions;
import hearth.protocol.UserId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/// Takes mentions out of a text, as `<@12>`. Holds no state.
final class MentionParser implements InlineContentParser, InlineContentParserFactory {
  /// The longest mention in characters.
  private static final int LONGEST = 20;

  @Override
  public Set<Character> getTriggerCharacters() {
    return Set.of('<');
  }

  @Override
  public InlineContentParser create() {
    return this;
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    StringBuilder word = new StringBuilder();
    while (word.length() < LONGEST && scanner.hasNext() && scanner.peek() > ' ') {
      char c = scanner.peek();
      word.append(c);
      scanner.next();
      if (c == '>') {
        break;
      }
    }
    var found = new AtomicReference<@Nullable Mention>();
    Mentions.visit(
        word.toString(),
        (place, user) -> {
          if (place.start() == 0 && place.end() == word.length()) {
            found.set(new Mention(user));
          }
        });
    Mention mention = found.get();
    return mention == null ? ParsedInline.none() : ParsedInline.of(mention, scanner.position());
  }

  /// A mention.
  static final class Mention extends CustomNode {
    final @Nullable UserId user;

    /// A mention of a person; of everybody for null.
    Mention(@Nullable UserId user) {
      this.user = user;
    }
  }
}
