package hearth.desktop.fx;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;

/// The stable colour of a person, a chat or a server: one of eight, by its id. Their values are in
/// `hearth.css`, as `-tone` for surfaces and `-tone-text` for names.
public record Tone(int number) {
  private static final int COUNT = 8;
  private static final List<String> CLASSES =
      IntStream.range(0, COUNT).mapToObj(n -> "tone-" + n).toList();

  /// The tone of an id, the same everywhere and for ever.
  ///
  /// @param kind keeps people and chats of the same number apart
  public static Tone of(Object kind, long id) {
    long mixed = (id + kind.hashCode()) * 0x9E37_79B9_7F4A_7C15L;
    return new Tone((int) (mixed >>> 61));
  }

  /// Gives a node this tone, and no other.
  public void applyTo(Node node) {
    String mine = CLASSES.get(number);
    if (!node.getStyleClass().contains(mine)) {
      node.getStyleClass().removeAll(CLASSES);
      node.getStyleClass().add(mine);
    }
  }
}
