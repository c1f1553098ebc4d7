package hearth.desktop.fx;

import hearth.desktop.text.DisplayText;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// The stable colour of a person, a chat or a server: one of eight, chosen by id. `hearth.css`
/// defines them, as `-tone` for surfaces and `-tone-text` for names.
///
/// @param masked whether it is the colour of an alias, whom an avatar shows as a mask
public record Tone(int number, boolean masked) {
  private static final int COUNT = 8;
  private static final String TONED = "toned";
  private static final List<PseudoClass> CLASSES =
      IntStream.range(0, COUNT).mapToObj(n -> PseudoClass.getPseudoClass("tone-" + n)).toList();

  /// The tone of an id, the same on all devices.
  ///
  /// @param kind separates people and chats with the same number
  static Tone of(Object kind, long id) {
    long mixed = (id + kind.hashCode()) * 0x9E37_79B9_7F4A_7C15L;
    return new Tone((int) (mixed >>> 61), false);
  }

  public static Tone of(UserId user) {
    return of("user", user.value());
  }

  public static Tone of(ServerInfo server) {
    return of("server", server.id().hashCode());
  }

  /// The tone of a chat that is not a direct one.
  public static Tone of(ChatId chat) {
    return of("chat", chat.value());
  }

  /// The tone of somebody, who may be an alias.
  public static Tone of(UserId user, DisplayText display) {
    return of(user).masked(display.isAlias(user));
  }

  /// The tone of a chat: in a direct chat, the other person's.
  public static Tone of(Chat chat, DisplayText display) {
    return display.other(chat).map(other -> of(other, display)).orElseGet(() -> of(chat.id()));
  }

  /// The same colour for an alias, or for somebody who is none.
  private Tone masked(boolean alias) {
    return new Tone(number, alias);
  }

  /// Sets this tone, and no other, on a node. A pseudo-class, and not a style class: another class
  /// has all rules matched again, for the node and for what is in it.
  public void applyTo(Node node) {
    if (!node.getStyleClass().contains(TONED)) {
      node.getStyleClass().add(TONED);
    }
    for (int i = 0; i < COUNT; i++) {
      node.pseudoClassStateChanged(CLASSES.get(i), i == number);
    }
  }
}
