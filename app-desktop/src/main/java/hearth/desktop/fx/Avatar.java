package hearth.desktop.fx;

import hearth.protocol.Presence;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A round avatar: initials on a stable colour, and a dot for presence if it is known.
public final class Avatar extends StackPane {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
  private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

  private final Label letters = new Label();
  private final Region dot = new Region();
  private final ObjectProperty<Presence> presence = new SimpleObjectProperty<>(Presence.OFFLINE);

  /// An empty avatar.
  ///
  /// @param size in pixels; one of those for which `hearth.css` has letters
  public Avatar(int size) {
    getStyleClass().add("avatar");
    letters.getStyleClass().addAll("avatar-letters", "avatar-letters-" + size);
    letters.setMinWidth(Region.USE_PREF_SIZE);
    dot.getStyleClass().add("presence");
    double dotSize = size < 40 ? 12 : 14;
    dot.setMinSize(dotSize, dotSize);
    dot.setMaxSize(dotSize, dotSize);
    dot.setTranslateX(2);
    dot.setTranslateY(1);
    dot.setVisible(false);
    setAlignment(dot, Pos.BOTTOM_RIGHT);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    setMouseTransparent(true);
    getChildren().addAll(letters, dot);
    presence.subscribe(this::showDot);
  }

  public void show(String name, Tone tone) {
    letters.setText(Initials.of(name));
    tone.applyTo(this);
  }

  /// Shows a dot for people who are connected, and none for others.
  public void showPresence(Presence now) {
    presence.set(now);
  }

  private void showDot(Presence now) {
    dot.setVisible(now != Presence.OFFLINE);
    dot.pseudoClassStateChanged(HERE, now == Presence.ONLINE);
    dot.pseudoClassStateChanged(AWAY, now == Presence.AWAY);
  }
}
