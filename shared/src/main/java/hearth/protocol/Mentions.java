package hearth.protocol;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Who is mentioned in a text: `<@12>` stands for the person with the id 12, whatever they are
/// called when it is read, and `<@all>` for everybody in the chat.
///
/// @param users at most [#MOST] of them; more stand in the text and are not told
public record Mentions(Set<UserId> users, boolean all) {
  /// Most people that are told of one message by their names.
  public static final int MOST = 50;

  /// What stands for everybody.
  public static final String ALL = "<@all>";

  private static final Mentions NONE = new Mentions(Set.of(), false);
  private static final String BEGIN = "<@";

  /// An id has no more digits.
  private static final int DIGITS = 16;

  /// Those who are mentioned in a text.
  public static Mentions in(String text) {
    if (!text.contains(BEGIN)) {
      return NONE;
    }
    Set<UserId> users = new LinkedHashSet<>();
    boolean[] all = {false};
    visit(
        text,
        (place, user) -> {
          if (user == null) {
            all[0] = true;
          } else if (users.size() < MOST) {
            users.add(user);
          }
        });
    return new Mentions(Set.copyOf(users), all[0]);
  }

  /// Those who are told of a message: nobody of words that were said elsewhere first.
  public static Mentions in(Action.Post post) {
    return post.forwarded() == null && post.content() instanceof Content.Text(String text)
        ? in(text)
        : NONE;
  }

  /// What stands for a person.
  public static String of(UserId user) {
    return BEGIN + user.value() + ">";
  }

  /// Visits each mention in a text, from left to right, with null for everybody.
  public static void visit(String text, BiConsumer<Place, @Nullable UserId> visitor) {
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
      int end = text.indexOf('>', at);
      if (end < 0) {
        return;
      }
      Place place = new Place(at, end + 1);
      String word =
          text.substring(at + BEGIN.length(), Math.min(end, at + BEGIN.length() + DIGITS + 1));
      if (word.equals("all")) {
        visitor.accept(place, null);
      } else if (isId(word)) {
        visitor.accept(place, new UserId(Long.parseLong(word)));
      }
    }
  }

  private static boolean isId(String word) {
    return !word.isEmpty()
        && word.length() <= DIGITS
        && word.charAt(0) != '0'
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Whether a person is mentioned, by name or with everybody.
  public boolean include(UserId user) {
    return all || users.contains(user);
  }

  /// Whether nobody is mentioned.
  public boolean isEmpty() {
    return !all && users.isEmpty();
  }

  /// Where a mention stands.
  ///
  /// @param end the place after it
  public record Place(int start, int end) {}
}
